"""Catalogue rows that lists are counted by: short, so that many are read at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, Q

from archive.models.words import WORD_LENGTH
from archive.statistics import Interval
from archive.vocabulary import Disputed, Origins, Unit

DAY_LENGTH = 10

#: Which origins each word means.
ORIGINS = {Origins.ONE: Q(origins=1), Origins.SEVERAL: Q(origins__gt=1)}
#: In which of these an incident lies that one such interval holds.
WITHIN = {
    Interval.DAY: [Unit.DAY],
    Interval.MONTH: [Unit.DAY, Unit.MONTH],
    Interval.YEAR: [Unit.DAY, Unit.MONTH, Unit.YEAR],
}
#: Which column tells that sources disagree.
DISPUTED = {Disputed.KILLED: Q(killed_disputed=True), Disputed.INJURED: Q(injured_disputed=True)}


class GistQuerySet(models.QuerySet["IncidentGist"]):
    def disputed(self, words: Iterable[str]) -> Self:
        """Those on which sources disagree in one of these ways."""
        return self.filter(_any(DISPUTED[Disputed(word)] for word in words))

    def resting_on(self, words: Iterable[str]) -> Self:
        """Those that rest on so many independent origins as one of the words says."""
        return self.filter(_any(ORIGINS[Origins(word)] for word in words))

    def wider_than(self, interval: Interval) -> Self:
        """Those whose dates no single one of these intervals holds; of weeks they do not tell."""
        return self.exclude(unit__in=WITHIN[interval])


def _any(conditions: Iterable[Q]) -> Q:
    found = Q()
    for condition in conditions:
        found |= condition
    return found


class IncidentGist(models.Model):
    """The gist of one incident; the columns are those of `archive.gist.Gist`."""

    incident = models.OneToOneField(
        "archive.IncidentEntry", on_delete=models.CASCADE, primary_key=True, related_name="gist"
    )
    day = models.CharField(max_length=DAY_LENGTH, blank=True)
    unit = models.CharField(max_length=WORD_LENGTH, blank=True)
    killed_low = models.PositiveBigIntegerField(null=True)
    killed_high = models.PositiveBigIntegerField(null=True)
    killed_open = models.BooleanField()
    origins = models.PositiveIntegerField()
    killed_disputed = models.BooleanField()
    injured_disputed = models.BooleanField()

    objects = GistQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["origins"], name="gist_origins"),
            models.Index(fields=["incident"], condition=Q(killed_disputed=True), name="gist_killed_disputed"),
            models.Index(
                fields=["incident"], condition=Q(injured_disputed=True), name="gist_injured_disputed"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(day="", unit="") | (~Q(day="") & Q(unit__in=[unit.value for unit in Unit])),
                name="gist_day_with_unit",
            ),
            models.CheckConstraint(
                condition=Q(killed_low__isnull=True, killed_high__isnull=True)
                | Q(killed_low__isnull=False, killed_high__isnull=False, killed_low__lte=F("killed_high")),
                name="gist_killed_in_order",
            ),
        ]

    def __str__(self) -> str:
        return str(self.incident_id)
