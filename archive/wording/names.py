"""Names in the language at hand."""

from __future__ import annotations

from collections.abc import Iterable

from archive.language import language
from archive.record import Alias


def name_in_language(others: Iterable[Alias]) -> str:
    """The first of the other names that is in the language at hand; empty where there is none, or in English.

    In English everything goes by the name that the record gives it first.
    """
    spoken = language()
    found = (other.text for other in others if other.language == spoken != "en")
    return next(found, "")
