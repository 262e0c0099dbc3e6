"""Incidents in lists: what a card says of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.answers import Headline, IncidentBrief
from archive.models import FigureEntry, IncidentEntry
from archive.pages.found import Found, found_in
from archive.search import Query
from archive.vocabulary import Population, Property, Rule


@dataclass(frozen=True, slots=True)
class Card:
    """An incident in short.

    `stated`: the killed by everything that was stated, superseded or not. `found`: where a search found it.
    """

    slug: str
    brief: IncidentBrief
    stated: FigureEntry | None
    found: Found | None = None

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
            found.setdefault(each.actor.name if each.actor else "", []).append(each.attribution.label)
        return found

    def _headline(self, measure: Property) -> Headline | None:
        for figure in self.brief.figures:
            if figure.measure is measure and figure.population is Population.ALL and figure.low is not None:
                return figure
        return None


def cards(entries: Iterable[IncidentEntry], query: Query | None = None) -> Sequence[Card]:
    """A card for each incident, in the order given.

    One query for all their figures, and one for where the query is found in them.
    """
    listed = list(entries)
    found = found_in(listed, query)
    stated = {figure.incident_id: figure for figure in _stated(listed)}
    return [
        Card(
            entry.slug,
            IncidentBrief.model_validate_json(entry.brief),
            stated.get(entry.pk),
            found.get(entry.pk),
        )
        for entry in listed
    ]


def _stated(entries: Sequence[IncidentEntry]) -> Iterable[FigureEntry]:
    return FigureEntry.objects.filter(
        incident__in=[entry.pk for entry in entries],
        attack=None,
        rule=Rule.SPAN,
        measure=Property.KILLED,
        population=Population.ALL,
        low__isnull=False,
    )
