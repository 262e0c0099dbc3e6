"""The claims that rest on a source, each with the incident that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.text import Truncator

from archive.answers import ClaimAnswer
from archive.models import ClaimEntry
from archive.record import BaseClaim, Quantity, Statement
from archive.vocabulary import About, Property, Stance
from archive.wording import quantity_text

#: How many claims a page shows, and how many characters of each.
SHOWN, LONGEST = 50, 220


@dataclass(frozen=True, slots=True)
class Resting:
    """`words`: as stated, else what the claim carries; `disputes`: the source says that it is wrong.

    `is_context`: it is about what surrounds the incident, and counts for nothing in it.
    """

    number: int
    property: Property
    words: str
    incident: str
    href: str
    disputes: bool
    is_context: bool


def resting_on(source: str) -> Sequence[Resting]:
    """The first claims that cite the source, by incident and number. One query."""
    entries = ClaimEntry.objects.for_source(source).only("body")[:SHOWN]
    return [_resting(ClaimAnswer.model_validate_json(entry.body).root, source) for entry in entries]


def _resting(claim: Any, source: str) -> Resting:
    return Resting(
        claim.number,
        claim.property,
        Truncator(_words(claim)).chars(LONGEST),
        claim.incident.title,
        claim.page_url.removeprefix(settings.SITE_URL),
        _disputed(claim, source),
        claim.about is About.CONTEXT,
    )


def _words(claim: BaseClaim) -> str:
    match claim.value:
        case Statement(text=text):
            return text
        case Quantity() as quantity if not claim.stated:
            return quantity_text(quantity)
    return claim.stated


def _disputed(claim: BaseClaim, source: str) -> bool:
    stances: Iterable[Stance] = [each.stance for each in claim.citations if each.source == source]
    return all(stance is Stance.DISPUTES for stance in stances)
