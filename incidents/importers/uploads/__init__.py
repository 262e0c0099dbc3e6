"""Files that are handed in at the desk: received, looked at, and kept until their import is done."""
