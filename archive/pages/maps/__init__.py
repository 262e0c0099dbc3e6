"""The incidents of a list on a map."""
