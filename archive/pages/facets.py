"""The facets beside a list: of each parameter, the values that most incidents have, as links that narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from archive.filters import Counted, Narrowing, counted
from archive.pages import asking
from archive.pages.labels import TITLES, labels, title_of
from archive.pages.places import place_facet

#: How many values a facet shows before it leads on to all of them.
SHOWN = 8

#: Chosen elsewhere: sources are too many and too alike to choose among here, and have their own pages; how
#: exactly incidents are located is chosen on the map; the others, by addresses that are written.
ELSEWHERE = ("source", "located", "language", "claimant_kind", "edition_kind")
FACETS = [name for name in TITLES if name not in ELSEWHERE]


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose, of how many incidents; for one that is chosen, the link takes it back."""

    value: str
    label: str
    incidents: int
    href: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """`path`: of a place, those around it, each a link that widens, and `anywhere` beyond them.

    `more`: the address of all values.
    """

    name: str
    title: str
    options: Sequence[Option]
    more: str = ""
    path: Sequence[Option] = ()
    anywhere: str = ""

    @property
    def is_used(self) -> bool:
        return bool(self.path) or any(option.is_chosen for option in self.options)


def facets(asked: QueryDict, narrowing: Narrowing) -> Sequence[Facet]:
    """Those that have values. A fixed number of queries, but for the depth of a place that is chosen."""
    found = [_facet(name, asked, narrowing) for name in FACETS]
    return [facet for facet in found if facet.options or facet.path]


def _facet(name: str, asked: QueryDict, narrowing: Narrowing) -> Facet:
    if name == "place":
        return _of_places(asked, narrowing)
    found = counted(name, narrowing, SHOWN + 1)
    return Facet(
        name,
        title_of(name),
        options(name, found[:SHOWN], asked),
        more=f"/incidents/by/{name}/{asking.without(asked)}" if len(found) > SHOWN else "",
    )


def options(name: str, found: Sequence[Counted], asked: QueryDict) -> Sequence[Option]:
    """The values with their labels, each with the address that chooses it too or takes it back."""
    named, chosen = labels(name, [each.value for each in found]), asked.getlist(name)
    return [
        Option(
            each.value,
            named.get(each.value, each.value),
            each.incidents,
            _address(name, each.value, asked, chosen),
            each.value in chosen,
        )
        for each in found
    ]


def _address(name: str, value: str, asked: QueryDict, chosen: Iterable[str]) -> str:
    if value in chosen:
        return asking.without_value(asked, name, value)
    # Of places one at a time is chosen, on the way down from countries to districts.
    return asking.with_one(asked, place=value) if name == "place" else asking.with_value(asked, name, value)


def _of_places(asked: QueryDict, narrowing: Narrowing) -> Facet:
    """The places within the one that is chosen, one level at a time; another choice takes its place."""
    level = place_facet(narrowing, SHOWN + 1)
    return Facet(
        "place",
        title_of("place"),
        [
            Option(one.key, one.name, one.incidents, asking.with_one(asked, place=one.key), one.is_chosen)
            for one in level.places[:SHOWN]
        ],
        more=f"/incidents/by/place/{asking.without(asked)}" if len(level.places) > SHOWN else "",
        path=[
            Option(one.key, one.name, 0, asking.with_one(asked, place=one.key), one.is_chosen)
            for one in level.path
        ],
        anywhere=asking.without(asked, "place"),
    )
