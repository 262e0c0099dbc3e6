"""By which words a mark that was left out is known again. Pure."""

from __future__ import annotations

from incidents.proposals import Mark
from incidents.worksheet.accounting import spelt

#: Characters on either side of a number that tell it from the same number elsewhere.
AROUND = 40
#: A mark as it is kept: its kind, its words and the words around it.
Sign = tuple[str, str, str]


def sign(mark: Mark, text: str) -> Sign:
    """A number is one with what stands around it; a name is the same wherever it stands."""
    if mark.kind != "number":
        return mark.kind, spelt(mark.words), ""
    around = text[max(mark.start - AROUND, 0) : mark.end + AROUND]
    return mark.kind, spelt(mark.words), " ".join(around.split())
