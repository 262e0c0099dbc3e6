"""One short pure parser for each format."""
