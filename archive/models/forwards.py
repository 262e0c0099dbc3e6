"""Addresses that lead on: what was merged into something else, as the current editions say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from archive.models.editions import Edition, EditionQuerySet
from archive.models.words import KEY_LENGTH, WORD_LENGTH


class ForwardQuerySet(models.QuerySet["Forward"]):
    def leading_from(self, kind: str, old: str, number: int = 0) -> Self:
        """Where this thing, or its claim or attack of this number, is now: the latest word first."""
        return self.filter(kind=kind, old=old, number=number).order_by("-published_at", "new")

    def leading_to(self, kind: str, *keys: str) -> Self:
        return self.filter(kind=kind, new__among=keys)

    def leading_to_any(self, keys: Mapping[str, Collection[str]]) -> Self:
        """Those to any of the keys that are given by their kind."""
        wanted = [Q(kind=kind, new__among=some) for kind, some in keys.items()]
        return self.filter(reduce(or_, wanted)) if wanted else self.none()

    def of_incident(self, *keys: str) -> Self:
        """What the incident's own edition says of incidents that were merged into it."""
        return self.filter(kind__in=("incidents", "claims", "attacks"), new__among=keys)

    def in_force(self) -> Self:
        """Without the word of editions after which the incident was published by itself again."""
        later = Edition.objects.filter(incident=OuterRef("old"), published_at__gte=OuterRef("published_at"))
        return self.exclude(Exists(later), kind="incidents")


class Forward(models.Model):
    """The incident or entity `old` was merged into `new`, says an edition of `published_at`.

    `kind` is incidents, or the record's list that holds the entity. Of claims and attacks, `number` within
    the incident `old` is `new_number` within `new`; both are 0 for a whole thing.
    """

    kind = models.CharField(max_length=WORD_LENGTH)
    old = models.CharField(max_length=KEY_LENGTH)
    number = models.PositiveIntegerField(default=0)
    new = models.CharField(max_length=KEY_LENGTH)
    new_number = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField()

    objects = ForwardQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "old", "number", "new"]
        indexes = [models.Index(fields=["kind", "new"], name="forward_target")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "old", "number", "new"], name="forward_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.old} → {self.new}"


def with_target(editions: EditionQuerySet) -> EditionQuerySet:
    """The editions with `target`: the incident that theirs was merged into, or None."""
    forwards = Forward.objects.in_force().leading_from("incidents", OuterRef("incident"))  # type: ignore[arg-type]
    return editions.annotate(target=Subquery(forwards.values("new")[:1]))
