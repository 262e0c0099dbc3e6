"""The lengths of the catalogue's columns."""

KEY_LENGTH = 100
WORD_LENGTH = 30
