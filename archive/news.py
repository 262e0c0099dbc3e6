"""What feeds say of incidents and of what changed in them, as text that XML can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.answers import Headline, IncidentBrief
from archive.vocabulary import EditionKind, Population
from archive.wording import date_text, span_text

#: All but the characters that XML can hold: https://www.w3.org/TR/xml/#charsets
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: What is said of an edition without a note.
SILENT = "The edition says nothing of what it changed: its incident's history compares it with others."


def clean(text: str) -> str:
    """The text with a mark in the place of each character that XML cannot hold."""
    return FORBIDDEN.sub("\ufffd", text)


def in_short(brief: IncidentBrief) -> str:
    """When and where, and the figures about everybody: “7 February 2024, Pishin. Killed: 28–30+.”"""
    where = f", {brief.place.name}" if brief.place else ""
    when = date_text(brief.date) if brief.date else "Undated"
    return " ".join([f"{when}{where}.", *_counted(brief.figures)])


def title_of(kind: EditionKind, title: str) -> str:
    """What an edition is called that changed an incident; of one that was retracted, nothing is said."""
    if kind is EditionKind.RETRACTION:
        return "An incident was retracted"
    return f"{kind.label.capitalize()}: {title}"


def text_of(kind: EditionKind, note: str) -> str:
    """What changed, in the words that the editors gave in public."""
    if kind is EditionKind.RETRACTION:
        return f"The archive withdrew it. The reason: {note}"
    return note or SILENT


def _counted(figures: Iterable[Headline]) -> Iterator[str]:
    for each in figures:
        if each.population is Population.ALL and each.low is not None and each.high is not None:
            number = span_text(each.low, each.high, open_above=each.open_above, open_below=each.open_below)
            yield f"{each.measure.label.capitalize()}: {number}."
