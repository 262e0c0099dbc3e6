"""Articles of Wikipedia about events: the facts of an article's summary box, and its references as sources.

Its sentences are under CC BY-SA 4.0, and none of them is taken over; facts belong to nobody. An article is
one row, which its page's number tells from others under any title, and its revision is the row's release.
"""

from incidents.importers.formats.wikipedia.rows import WIKIPEDIA

__all__ = ["WIKIPEDIA"]
