"""The words that the rules know, as data."""
