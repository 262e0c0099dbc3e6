"""Adding a source by an address, an entry or plain text: what is suggested, and what is kept."""
