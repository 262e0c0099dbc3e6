"""Bringing other people’s data in: pure parsers of formats, and one way from what they yield to the desk."""
