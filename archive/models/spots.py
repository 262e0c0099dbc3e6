"""Where incidents stand on a map: short rows, so that very many are gathered into circles at once."""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import Any, Self

from django.db import models
from django.db.models import F, FloatField, Q
from django.db.models.functions import Cast, Cos, Exp

from archive.maps import RADIUS_KM, WORLD, Box, Middle, Vicinity, boxes_around, frame_of
from archive.models.links import IncidentLink
from archive.models.words import WORD_LENGTH
from archive.vocabulary import Located

#: As what an incident may stand on a map.
SHOWN = [word.value for word in Located if word is not Located.NOWHERE]
#: How far a point may lie from where it is stored, which is in whole units.
ROUNDED_KM = 0.002


class SpotQuerySet(models.QuerySet["IncidentSpot"]):
    def located(self, *words: str, box: Box | None = None, vicinity: Vicinity | None = None) -> Self:
        """Those that stand as one of these, and within the box and the vicinity; nothing given means any."""
        found = self.filter(located__in=words) if words else self
        found = found if box is None else found.filter(_within(box))
        return found if vicinity is None else found._near(vicinity)

    def _near(self, vicinity: Vicinity) -> Self:
        """Those within the vicinity, over the surface of the earth: first by boxes, which an index knows."""
        boxes = Q()
        for box in boxes_around(vicinity):
            boxes |= _within(box)
        angle = min((vicinity.kilometres + ROUNDED_KM) / RADIUS_KM, pi)
        return self.filter(boxes).alias(cosine=_cosine(vicinity.middle)).filter(cosine__gte=cos(angle))


def _within(box: Box) -> Q:
    left, top, right, bottom = frame_of(box)
    return Q(x__gte=left, x__lte=right, y__gte=top, y__lte=bottom)


def _cosine(middle: Middle) -> Any:
    """Of the angle between the point and the middle, seen from the centre of the earth.

    In Web Mercator, sine and cosine of a latitude are the hyperbolic tangent and secant of the height:
    https://en.wikipedia.org/wiki/Gudermannian_function
    """
    north = Exp(pi - Cast(F("y"), FloatField()) * (2 * pi / WORLD))
    east = Cast(F("x"), FloatField()) * (2 * pi / WORLD) - pi
    sine, cosine = (north - 1 / north) / (north + 1 / north), 2 / (north + 1 / north)
    latitude, longitude = radians(middle.latitude), radians(middle.longitude)
    return sine * sin(latitude) + cosine * Cos(east - longitude) * cos(latitude)


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
