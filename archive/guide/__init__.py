"""How to begin with the data: short programs that the page shows as they are and the tests run. Pure."""

from archive.guide.snippets import SNIPPETS, Snippet, snippets

__all__ = ["SNIPPETS", "Snippet", "snippets"]
