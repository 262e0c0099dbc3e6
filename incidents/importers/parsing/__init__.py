"""What parsers of all formats share: cells, days, names, and the entry that each row becomes. Pure."""
