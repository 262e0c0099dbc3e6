"""Databases of earlier versions, and whether they come up to date."""
