"""The worksheet at the desk: its page, and what is sent from it besides claims."""
