"""Where incidents stand on a map: short rows, so that very many are gathered into circles at once."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from archive.maps import WORLD, Box, frame_of
from archive.models.links import IncidentLink
from archive.models.words import WORD_LENGTH
from archive.vocabulary import Located

#: As what an incident may stand on a map.
SHOWN = [word.value for word in Located if word is not Located.NOWHERE]


class SpotQuerySet(models.QuerySet["IncidentSpot"]):
    def located(self, *words: str, box: Box | None = None) -> Self:
        """Those that stand as one of these, and within the box; nothing given means any."""
        found = self.filter(located__in=words) if words else self
        if box is None:
            return found
        left, top, right, bottom = frame_of(box)
        return found.filter(x__gte=left, x__lte=right, y__gte=top, y__lte=bottom)


class IncidentSpot(IncidentLink):
    """Where an attack of the incident happened, by the coordinates of a place (`key`).

    `x`, `y`: in units of `archive.maps`. Attacks in one place, as exactly located, share a row.
    """

    x = models.PositiveIntegerField()
    y = models.PositiveIntegerField()
    located = models.CharField(max_length=WORD_LENGTH)

    objects = SpotQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["x", "y"], name="incident_spot_point")]
        constraints = [
            models.UniqueConstraint(fields=["key", "incident", "located"], name="incident_spot_once"),
            models.CheckConstraint(condition=Q(located__in=SHOWN), name="incident_spot_shown"),
            models.CheckConstraint(condition=Q(x__lt=WORLD, y__lt=WORLD), name="incident_spot_in_world"),
        ]
