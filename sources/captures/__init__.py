"""Stored copies of sources: how they are got, what is read in them, and where they are kept."""
