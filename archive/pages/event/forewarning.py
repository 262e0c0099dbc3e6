"""What a reader is told before the details begin: of what the page tells, and that it shows no pictures.

No field of a record marks what is distressing; so the note follows from what the claims are about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.pages.event.shown import Shown
from archive.vocabulary import MEASURES, Property


@dataclass(frozen=True, slots=True)
class Forewarning:
    """`harm`: the ways in which people came to harm, as the claims name them; `captions`: how many pictures
    are described."""

    harm: tuple[Property, ...]
    captions: int

    def __bool__(self) -> bool:
        return bool(self.harm or self.captions)


def forewarning(claims: Sequence[Shown]) -> Forewarning:
    told = [each.claim.property for each in claims]
    return Forewarning(tuple(measure for measure in MEASURES if measure in told), told.count(Property.IMAGE))
