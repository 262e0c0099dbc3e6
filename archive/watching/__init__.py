"""What an operator asks: `manage.py status` prints it, and the metrics count it.

The desk adds its own part by `also`, for the reading room does not know it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError

from archive.watching.facts import Fact, Section, as_json, in_words, troubles

__all__ = ["Fact", "Section", "also", "as_json", "in_words", "sections", "troubles"]

_parts: list[Callable[[], list[Section]]] = []


def also(part: Callable[[], list[Section]]) -> None:
    """Ask this part too."""
    if part not in _parts:
        _parts.append(part)


def sections() -> list[Section]:
    """All there is to be known; of a database that does not answer, that."""
    # Models are ready only after this module is read.
    from archive.watching.reading_room import reading_room

    try:
        return [section for part in (reading_room, *_parts) for section in part()]
    except DatabaseError as error:
        said = str(error).strip().splitlines()[0]
        trouble = "The database does not answer, or its tables cannot be read: /readyz says which."
        return [Section("The database", [Fact("database", "database", None, said, trouble)])]
