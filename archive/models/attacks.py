"""Catalogue rows of attacks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models

from archive.models.days import overlapping
from archive.models.links import AttackPlace
from archive.models.words import KEY_LENGTH, WORD_LENGTH


class AttackQuerySet(models.QuerySet["AttackEntry"]):
    def overlapping(self, start: date | None, end: date | None) -> Self:
        """Attacks that may lie between the two days; an undated one is never known to."""
        return self.filter(overlapping(start, end))

    def for_place(self, *keys: str) -> Self:
        """Attacks at one of the places, or within one."""
        return self.filter(pk__in=AttackPlace.objects.filter(key__in=keys).values("attack"))

    def of_kind(
        self, types: Iterable[str] = (), targets: Iterable[str] = (), weapons: Iterable[str] = ()
    ) -> Self:
        """Attacks of one of the types, on one of the targets and with one of the weapons that are given."""
        given = {"type__in": list(types), "target__in": list(targets), "weapon__in": list(weapons)}
        return self.filter(**{column: words for column, words in given.items() if words})


class AttackEntry(models.Model):
    """One attack of a published incident; where it has no date of its own, its days are the incident's.

    `key`: the incident and the number. `position`: newest first when read downwards, unique.
    """

    key = models.CharField(max_length=KEY_LENGTH + 10, primary_key=True)
    incident = models.ForeignKey("archive.IncidentEntry", on_delete=models.CASCADE, related_name="attacks")
    number = models.PositiveIntegerField()
    place = models.CharField(max_length=KEY_LENGTH, blank=True)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    position = models.CharField(max_length=KEY_LENGTH + 24, unique=True)
    type = models.CharField(max_length=WORD_LENGTH, blank=True)
    target = models.CharField(max_length=WORD_LENGTH, blank=True)
    weapon = models.CharField(max_length=WORD_LENGTH, blank=True)
    body = models.TextField()
    etag = models.CharField(max_length=64)

    objects = AttackQuerySet.as_manager()

    class Meta:
        ordering = ["-position"]
        indexes = [
            models.Index(fields=["latest", "earliest"], name="attack_days"),
            models.Index(fields=["place"], name="attack_place"),
            models.Index(fields=["type", "incident"], name="attack_type"),
            models.Index(fields=["target", "incident"], name="attack_target"),
            models.Index(fields=["weapon", "incident"], name="attack_weapon"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["incident", "number"], name="attack_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.incident_id}, attack {self.number}"
