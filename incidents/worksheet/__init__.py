"""The worksheet: a source's text on one side, the claims that are taken from it on the other."""
