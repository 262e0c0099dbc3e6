"""What of a text a claim should account for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.proposals.shapes import Mark, Name

NUMBER = re.compile(r"\d+")


def marks(text: str, names: Sequence[Name] = ()) -> tuple[Mark, ...]:
    """Every number, and every name of an actor or a place that is known, in the order of the text."""
    return tuple(Mark(found.start(), found.end(), "number", found[0]) for found in NUMBER.finditer(text))
