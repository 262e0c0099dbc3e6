"""Stored copies of sources: what they say of themselves, and of what they rest on."""
