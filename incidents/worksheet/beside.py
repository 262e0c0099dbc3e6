"""The worksheets of an incident's sources, as its page at the desk lists them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from incidents.models import Attack, Citation, Incident, LeftOut
from incidents.worksheet.sheet import newest_digests, newest_texts, sheets_of
from sources.models import Source

#: So many sources are listed: the list stands above the incident’s form.
LISTED = 6
#: Seconds for which a count is kept: what it rests on is in its name, but for the archive's names.
A_DAY = 86_400
#: What of claims and of their citations a count depends on.
OF_CLAIMS = (
    *("source", "quote", "claim__number", "claim__property", "claim__stated", "claim__low", "claim__best"),
    *("claim__high", "claim__actor", "claim__claimant", "claim__place", "claim__attack__place"),
)
OF_LEFT_OUT = ("source", "kind", "words", "around")


@dataclass(frozen=True, slots=True)
class SheetBeside:
    """A source that is read; `overlooked` counts what no claim accounts for, None where there is no text."""

    source: Source
    overlooked: int | None


@dataclass(frozen=True, slots=True)
class SheetsBeside:
    first: tuple[SheetBeside, ...]
    is_more: bool


def sheets_beside(incident: Incident) -> SheetsBeside:
    """Those sources first that have a text. The same few queries for any number of sources."""
    read = _read(incident)
    digests = newest_digests(read)
    keys = sorted(read, key=lambda key: (key not in digests, key))[: LISTED + 1]
    sources = Source.objects.select_related("publication").in_bulk(keys[:LISTED])
    counts = _overlooked(incident, {key: digests[key] for key in sources if key in digests})
    first = tuple(SheetBeside(sources[key], counts.get(key)) for key in keys[:LISTED])
    return SheetsBeside(first, len(keys) > LISTED)


def _read(incident: Incident) -> set[int]:
    """The database keys of the sources that a claim cites, or of whose texts something was left out."""
    cited = Citation.objects.filter(claim__incident=incident).order_by().values_list("source", flat=True)
    left = LeftOut.objects.filter(incident=incident).order_by().values_list("source", flat=True)
    return {*cited.distinct(), *left.distinct()}


def _overlooked(incident: Incident, digests: dict[int, str]) -> dict[int, int]:
    """How much is overlooked in each text; what was counted before is not counted again."""
    names = _names(incident, digests) if digests else {}
    counted = cache.get_many(names.values())
    missing = [source for source, name in names.items() if name not in counted]
    sheets = sheets_of(incident, newest_texts(missing)) if missing else {}
    found = {names[source]: sheet.overlooked for source, sheet in sheets.items()}
    if found:
        cache.set_many(found, A_DAY)
    return {source: (counted | found)[name] for source, name in names.items()}


def _names(incident: Incident, digests: dict[int, str]) -> dict[int, str]:
    """Under which name each count is kept: a digest of all that it rests on."""
    settled = [incident.place_id, *_places_of_attacks(incident)]
    parts: defaultdict[int, list[Any]] = defaultdict(lambda: [settled])
    for row in _rows(incident, digests):
        parts[row[0]].append(row[1:])
    return {source: _name(sha256, parts[source]) for source, sha256 in digests.items()}


def _places_of_attacks(incident: Incident) -> list[int | None]:
    attacks = Attack.objects.filter(incident=incident).order_by("number")
    return list(attacks.values_list("place", flat=True))


def _rows(incident: Incident, sources: Collection[int]) -> list[tuple[Any, ...]]:
    citations = Citation.objects.filter(claim__incident=incident, source__in=list(sources)).order_by("pk")
    left = LeftOut.objects.filter(incident=incident, source__in=list(sources)).order_by("pk")
    return [*citations.values_list(*OF_CLAIMS), *left.values_list(*OF_LEFT_OUT)]


def _name(sha256: str, parts: list[Any]) -> str:
    return f"overlooked-{hashlib.sha256(repr((sha256, parts)).encode()).hexdigest()}"
