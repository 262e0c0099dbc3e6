"""The event page's content, worked out from a record: pure values that the templates lay out."""

from archive.pages.event.page import EventPage, event_page
from archive.pages.event.reading import Reading

__all__ = ["EventPage", "Reading", "event_page"]
