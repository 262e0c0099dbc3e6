"""Measurements on large databases; pytest does not collect them."""
