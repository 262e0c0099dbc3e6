"""Adding a source by an address, an entry or plain text."""
