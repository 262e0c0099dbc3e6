"""What the texts of an incident's sources are read beside: its days and places, and who is named in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from archive.dates import Bounds
from archive.vocabulary import About, Property
from incidents.models import Attack, Claim, Incident, Place
from incidents.proposals import Setting
from sources.models import Source

#: Of a claim, whom and which places it names.
NAMED = ("actor", "claimant", "place", "attack__place", "property", "about")


@dataclass(frozen=True)
class Own:
    """Database keys: of the actors and places that the incident's claims name, and of its own places.

    `settled` are the places of the incident and of its attacks; `its` also those that claims give it, and
    none while one of several attacks has no place: any place that a text names may be that one’s.
    """

    actors: set[int]
    named: set[int]
    settled: set[int]
    its: set[int]
    days: Bounds


def own_of(incident: Incident) -> Own:
    """Two queries."""
    attacks = list(Attack.objects.filter(incident=incident).order_by("pk"))
    claims = set(Claim.objects.filter(incident=incident).order_by().values_list(*NAMED).distinct())
    settled = {incident.place_id, *(attack.place_id for attack in attacks)}
    given = {row[2] for row in claims if row[4] == Property.PLACE and row[5] != About.CONTEXT}
    is_open = len(attacks) > 1 and any(attack.place_id is None for attack in attacks)
    return Own(
        actors=_keys(key for row in claims for key in row[:2]),
        named=_keys([*settled, *(key for row in claims for key in row[2:4])]),
        settled=_keys(settled),
        its=set() if is_open else _keys([*settled, *given]),
        days=_span([incident, *attacks]),
    )


def _keys(keys: Iterable[int | None]) -> set[int]:
    return {key for key in keys if key is not None}


def _span(dated: Iterable[Incident | Attack]) -> Bounds:
    """From the first day that is known to the last one."""
    days = [(row.date_earliest, row.date_latest) for row in dated]
    return Bounds(
        min((first for first, _ in days if first), default=None),
        max((last for _, last in days if last), default=None),
    )


@dataclass(frozen=True)
class Above:
    """Of places by their database keys: the key of each, and the keys of all that it lies within."""

    keys: Mapping[int, str]
    parents: Mapping[int, int | None]

    def of(self, place: int) -> frozenset[str]:
        found: list[int] = []
        here = self.parents.get(place)
        while here is not None and here not in found:
            found.append(here)
            here = self.parents.get(here)
        return frozenset(self.keys[each] for each in found if each in self.keys)


def above(places: Collection[int]) -> Above:
    """One query for each step up, for any number of places."""
    keys: dict[int, str] = {}
    parents: dict[int, int | None] = {}
    waiting = set(places)
    while waiting:
        rows = list(Place.objects.filter(pk__in=waiting).order_by().values_list("pk", "key", "parent"))
        keys |= {pk: key for pk, key, _ in rows}
        parents |= {pk: parent for pk, _, parent in rows}
        waiting = _keys(parent for _, _, parent in rows) - keys.keys()
    return Above(keys, parents)


def settings_of(own: Own, places: Above, sources: Collection[int]) -> dict[int, Setting]:
    """What each source's text is read beside. One query."""
    its = frozenset(places.keys[each] for each in own.its)
    lines = {key: places.of(pk) for pk, key in places.keys.items()}
    published = _published(sources)
    return {source: Setting(published.get(source), own.days, its, lines) for source in sources}


def _published(sources: Collection[int]) -> dict[int, date]:
    """Of the sources of which it is known to the day."""
    rows = Source.objects.filter(pk__in=list(sources)).order_by()
    days = rows.values_list("pk", "published_earliest", "published_latest")
    return {pk: first for pk, first, last in days if first is not None and first == last}
