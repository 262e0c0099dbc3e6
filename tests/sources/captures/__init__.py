"""Stored copies of sources."""
