"""Places of the attack, and what a source calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.vocabulary import Property
from incidents.proposals.deeds import Told, is_about_an_attack
from incidents.proposals.naming import Named
from incidents.proposals.saying import speakers
from incidents.proposals.tables.things import MONTHS

AT = re.compile(r"\b(?:in|at|near|outside|around|across|of|on)\s+(?:\w+(?:'s|’s)?\s+){0,2}$", re.IGNORECASE)
#: Words behind which a place is where somebody was brought, lives or was seized, and not where the deed was.
NOT_THERE = re.compile(
    r"\b(?:treated|admitted|pronounced|taken|moved|shifted|flown|airlifted|rushed|brought|based|born|buried|arrested"
    r"|detained)\b[^,;:.]{0,40}$",
    re.IGNORECASE,
)
#: A headline puts the place before the deed: “in Quetta blast”, “Maiduguri market attack”.
DEED = re.compile(
    r"\s+(?:\w+[ -]){0,3}(?:attacks?|blasts?|bombings?|explosions?|shootings?|firing|ambush|raid|siege)\b",
    re.IGNORECASE,
)
MONTH = "|".join(month.capitalize() for month in MONTHS if len(month) > 4)
TITLE = re.compile(
    rf"(?:The\s+)?(?:(?:\d{{1,2}}\s+)?(?:{MONTH})\s+)?(?:19|20)\d\d\s+(?:[A-Z][\w’'-]*\s+|and\s+)+"
    r"(?:\w+\s+){0,2}?(?:attacks?|bombings?|shootings?|massacre|siege|blasts?|explosions?)\b"
)


def places(text: str, start: int, end: int, names: Sequence[Named]) -> Iterator[Told]:
    """The first place of a sentence about an attack that it says something was in, at or near."""
    if not is_about_an_attack(text[start:end]):
        return
    for one in names:
        if one.kind == "place" and start <= one.start and one.end <= end and is_where(text, start, end, one):
            words = text[one.start : one.end]
            yield Told(one.start, one.end, Property.PLACE, one.key, f"“{words}” is named as where it was.")
            return


def is_where(text: str, start: int, end: int, one: Named) -> bool:
    """Whether a sentence names the place as where something was: no speaker’s, and no hospital’s."""
    before = text[max(start, one.start - 60) : one.start]
    if DEED.match(text, one.end, end):
        return True
    return (
        bool(AT.search(before)) and not NOT_THERE.search(before) and not _is_speakers(text, start, end, one)
    )


def _is_speakers(text: str, start: int, end: int, one: Named) -> bool:
    at = one.start - start
    return any(speaker.start <= at < speaker.end for speaker in speakers(text[start:end]))


def title(text: str, start: int, end: int) -> Iterator[Told]:
    """What the sentence calls the incident: a year, a place and a deed, as “2018 Mastung bombing”."""
    if found := TITLE.search(text, start, end):
        yield Told(
            found.start(), found.end(), Property.NAME, found[0], f"“{found[0]}” is a name with its year."
        )
