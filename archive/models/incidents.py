"""Catalogue rows of incidents: columns to filter and sort on, and ready answers.

Rows are derived from the current editions by `archive.catalogue`, and by nothing else. A row exists exactly
while its incident is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import TruncWeek

from archive.maps import Box, Vicinity
from archive.models.attacks import AttackEntry
from archive.models.claims import ClaimEntry
from archive.models.days import overlapping
from archive.models.editions import Edition
from archive.models.entities import SourceEntry
from archive.models.figures import FigureEntry
from archive.models.gists import IncidentGist
from archive.models.links import (
    IncidentActor,
    IncidentConflict,
    IncidentFinding,
    IncidentPlace,
    IncidentSource,
)
from archive.models.search import SearchEntry
from archive.models.spots import IncidentSpot
from archive.models.words import KEY_LENGTH
from archive.search import COLUMNS, Query
from archive.statistics import Interval
from archive.vocabulary import Located, Population, Property, Rule


class IncidentQuerySet(models.QuerySet["IncidentEntry"]):
    """Published incidents. Several keys mean any of them; calls that follow one another narrow the choice."""

    def published(self) -> Self:
        """Incidents that everybody may read: every row of the catalogue."""
        return self.all()

    def in_brief(self) -> Self:
        """Without the answers in full, which can be long."""
        return self.defer("body")

    def overlapping(self, start: date | None, end: date | None) -> Self:
        """Incidents that may lie between the two days; an undated one is never known to."""
        return self.filter(overlapping(start, end))

    def within(self, first: date, last: date) -> Self:
        """Incidents whose dates lie wholly between the two days."""
        return self.filter(earliest__gte=first, latest__lte=last)

    def wider_than(self, interval: Interval) -> Self:
        """Incidents whose dates no single one of these intervals holds, the undated ones among them."""
        if interval is not Interval.WEEK:
            return self.filter(pk__in=IncidentGist.objects.wider_than(interval).values("incident"))
        found = self.filter(pk__in=IncidentGist.objects.wider_than(Interval.DAY).values("incident"))
        weeks = found.alias(first=TruncWeek("earliest"), last=TruncWeek("latest"))
        return weeks.filter(Q(earliest=None) | ~Q(first=F("last")))

    def for_place(self, *keys: str) -> Self:
        """Incidents at one of the places, or within one."""
        return self.filter(_linked(IncidentPlace, key__in=keys))

    def for_actor(self, *keys: str, attributions: Iterable[str] = ()) -> Self:
        """Incidents that name one of the actors, or a part of it.

        With `attributions`: those that hold it responsible in one of these ways. Without keys: those that
        hold anybody, or (none_named) nobody, responsible so.
        """
        wanted: dict[str, object] = {"key__in": keys} if keys else {}
        wanted |= {"attribution__in": list(attributions)} if attributions else {}
        return self.filter(_linked(IncidentActor, **wanted))

    def for_source(self, *keys: str) -> Self:
        """Incidents that cite one of the sources."""
        return self.filter(_linked(IncidentSource, key__in=keys, direct=True))

    def for_publication(self, *keys: str) -> Self:
        """Incidents that cite a source issued by one of the publications."""
        return self.filter(_linked(IncidentSource, publication__in=keys, direct=True))

    def in_language(self, *languages: str) -> Self:
        """Incidents that cite a source in one of the languages."""
        sources = SourceEntry.objects.filter(language__in=languages)
        return self.filter(_linked(IncidentSource, key__in=sources.values("pk"), direct=True))

    def said_by(self, *kinds: str) -> Self:
        """Incidents of which one of these kinds of claimants says something."""
        return self.filter(pk__in=ClaimEntry.objects.said_by(*kinds).values("incident"))

    def at_edition(self, *kinds: str) -> Self:
        """Incidents whose newest edition is of one of these kinds."""
        return self.filter(edition__kind__in=kinds)

    def updated_since(self, moment: datetime) -> Self:
        return self.filter(updated_at__gte=moment)

    def for_conflict(self, *keys: str) -> Self:
        return self.filter(_linked(IncidentConflict, key__in=keys))

    def located(self, *words: str, box: Box | None = None, vicinity: Vicinity | None = None) -> Self:
        """Incidents that stand on a map as one of these, and there; nothing given means any."""
        spots = IncidentSpot.objects.located(*words, box=box, vicinity=vicinity)
        found = Q(pk__in=spots.values("incident"))
        if Located.NOWHERE in words and box is None and vicinity is None:
            found |= ~Q(pk__in=IncidentSpot.objects.values("incident"))
        return self.filter(found)

    def matching(self, query: Query) -> Self:
        """Incidents in whose texts the query is found. One query, which tells whether they are few."""
        return self._matching(query, len(COLUMNS), first=False)

    def first_matching(self, query: Query, depth: int) -> Self:
        """Incidents in whose first `depth` columns of texts it is found, and not in fewer. One query."""
        return self._matching(query, depth, first=True)

    def _matching(self, query: Query, depth: int, *, first: bool) -> Self:
        few = SearchEntry.objects.few("incident", query, depth, first=first)
        if few is not None:
            return self.filter(pk__in=few)
        rows = SearchEntry.objects.filter(incident=OuterRef("pk"))
        return self.filter(Exists(rows.matching(query, depth, first=first)))

    def disputed(self, *words: str) -> Self:
        """Incidents on which sources disagree in one of these ways."""
        return self.filter(pk__in=IncidentGist.objects.disputed(words).values("incident"))

    def with_finding(self, *codes: str) -> Self:
        """Incidents of which the audit finds one of these."""
        return self.filter(_linked(IncidentFinding, code__in=codes))

    def resting_on(self, *words: str) -> Self:
        """Incidents that rest on so many independent origins as one of the words says."""
        return self.filter(pk__in=IncidentGist.objects.resting_on(words).values("incident"))

    def resting_on_at_least(self, number: int) -> Self:
        """Incidents that rest on so many independent origins, or more."""
        return self.filter(pk__in=IncidentGist.objects.filter(origins__gte=number).values("incident"))

    def with_attack(
        self, types: Iterable[str] = (), targets: Iterable[str] = (), weapons: Iterable[str] = ()
    ) -> Self:
        """Incidents with one attack that is of a type, on a target and with a weapon of those given."""
        attacks = AttackEntry.objects.of_kind(types, targets, weapons)
        return self.filter(pk__in=attacks.values("incident"))

    def with_figure(
        self,
        measure: Property,
        minimum: int | None = None,
        maximum: int | None = None,
        *,
        rule: Rule = Rule.ARCHIVE,
        certain: bool = False,
    ) -> Self:
        """Incidents whose figure may lie between the two numbers; `certain`: lies there as a whole."""
        figures = FigureEntry.objects.headline(measure, rule)
        if minimum is not None:
            figures = figures.reaching(minimum, certain=certain)
        if maximum is not None:
            figures = figures.within(maximum, certain=certain)
        return self.filter(pk__in=figures.values("incident"))

    def with_number(self, measure: Property, rule: Rule) -> Self:
        """Incidents whose figure holds numbers, with the `low` and `high` of it."""
        of_figure = {"attack": None, "measure": measure, "rule": rule, "population": Population.ALL}
        headline = {f"figures__{name}": value for name, value in of_figure.items()}
        found = self.filter(**headline, figures__high__isnull=False)
        return found.annotate(low=F("figures__low"), high=F("figures__high"))

    def without_number(self, measure: Property, rule: Rule) -> Self:
        """The other incidents."""
        figures = FigureEntry.objects.headline(measure, rule).filter(high__isnull=False)
        return self.filter(~Exists(figures.filter(incident=OuterRef("pk"))))


def _linked(link: type[models.Model], **wanted: object) -> Q:
    """Incidents among those of some links; a set that is found once, whatever the list's order and length."""
    return Q(pk__in=link._default_manager.filter(**wanted).values("incident"))


class IncidentEntry(models.Model):
    """One published incident.

    `earliest` and `latest`: the days between which it lies, both empty when undated; an open end is the
    calendar's first or last day. `position`: newest first when read downwards, unique. `updated_at`: the last
    edition that is not mere maintenance. `body` and `brief`: the answers, ready; `etag`: of the body.
    """

    key = models.CharField(max_length=KEY_LENGTH, primary_key=True)
    slug = models.CharField(max_length=KEY_LENGTH, blank=True)
    title = models.CharField(max_length=300)
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="entry")
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    position = models.CharField(max_length=KEY_LENGTH + 12, unique=True)
    first_published_at = models.DateTimeField()
    updated_at = models.DateTimeField(db_index=True)
    body = models.TextField()
    brief = models.TextField()
    etag = models.CharField(max_length=64)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = ["-position"]
        indexes = [models.Index(fields=["latest", "earliest"], name="incident_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(earliest__isnull=True, latest__isnull=True)
                | Q(earliest__isnull=False, latest__isnull=False, earliest__lte=models.F("latest")),
                name="incident_days_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.title
