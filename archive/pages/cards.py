"""Incidents in lists: what a card says of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from archive.answers import Entity, Headline, IncidentBrief
from archive.models import FigureEntry, IncidentEntry
from archive.pages.called import called_here
from archive.pages.found import Found, found_in
from archive.record.links import Link
from archive.search import Query
from archive.vocabulary import Population, Property, Rule


@dataclass(frozen=True, slots=True)
class Card:
    """An incident in short.

    `stated`: the killed by everything that was stated, superseded or not. `here`: the names of places and
    actors in the language of the page, by kind and key, where they have one. `found`: where a search found
    it.
    """

    slug: str
    brief: IncidentBrief
    stated: FigureEntry | None
    here: Mapping[Link, str] = field(default_factory=dict)
    found: Found | None = None

    @property
    def place(self) -> str:
        """What its place is called; empty where no place is settled."""
        return self._called("places", self.brief.place) if self.brief.place else ""

    @property
    def killed(self) -> Headline | None:
        return self._headline(Property.KILLED)

    @property
    def injured(self) -> Headline | None:
        return self._headline(Property.INJURED)

    @property
    def sources_disagree(self) -> bool:
        """Whether more numbers of killed were ever stated than one."""
        return self.stated is not None and self.stated.low != self.stated.high

    @property
    def held(self) -> Mapping[str, Sequence[str]]:
        """How each actor is held responsible, by its name; under no name: that nobody was named."""
        found: dict[str, list[str]] = {}
        for each in self.brief.responsibility:
            name = self._called("actors", each.actor) if each.actor else ""
            found.setdefault(name, []).append(each.attribution.label)
        return found

    def _called(self, kind: str, entity: Entity) -> str:
        return self.here.get((kind, entity.key), entity.name)

    def _headline(self, measure: Property) -> Headline | None:
        for figure in self.brief.figures:
            if figure.measure is measure and figure.population is Population.ALL and figure.low is not None:
                return figure
        return None


def cards(entries: Iterable[IncidentEntry], query: Query | None = None) -> Sequence[Card]:
    """A card for each incident, in the order given.

    One query for all their figures, one for where the query is found in them, and in a language other than
    English two for names.
    """
    listed = list(entries)
    found = found_in(listed, query)
    stated = {figure.incident_id: figure for figure in _stated(listed)}
    briefs = [IncidentBrief.model_validate_json(entry.brief) for entry in listed]
    here = _names_here(briefs)
    return [
        Card(entry.slug, brief, stated.get(entry.pk), here, found.get(entry.pk))
        for entry, brief in zip(listed, briefs, strict=True)
    ]


def _names_here(briefs: Iterable[IncidentBrief]) -> Mapping[Link, str]:
    keys: dict[str, set[str]] = {"places": set(), "actors": set()}
    for brief in briefs:
        keys["places"] |= {brief.place.key} if brief.place else set()
        keys["actors"] |= {each.actor.key for each in brief.responsibility if each.actor}
    return {(kind, key): name for kind in keys for key, name in called_here(kind, keys[kind]).items()}


def _stated(entries: Sequence[IncidentEntry]) -> Iterable[FigureEntry]:
    return FigureEntry.objects.filter(
        incident__in=[entry.pk for entry in entries],
        attack=None,
        rule=Rule.SPAN,
        measure=Property.KILLED,
        population=Population.ALL,
        low__isnull=False,
    )
