"""The kinds of parameters that name a part of the earth."""

from __future__ import annotations

from math import floor
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy
from django_filters import Filter

from archive.filters.fields import ReadFilter
from archive.maps import FURTHEST_KM, BadBox, BadPlace, read_box, read_point


class BoxFilter(ReadFilter):
    """Degrees of west, south, east and north: `60.5,23,77.8,37.1`."""

    read, bad = staticmethod(read_box), BadBox


class PointFilter(ReadFilter):
    """Degrees of latitude and longitude: `30.7,66.6`."""

    read, bad = staticmethod(read_point), BadPlace


class KilometresField(forms.FloatField):
    """A distance that is more than none."""

    def clean(self, value: Any) -> float | None:
        """Raises ValidationError."""
        kilometres: float | None = super().clean(value)
        if kilometres is not None and kilometres <= 0:
            raise ValidationError(self.error_messages["invalid"])
        return kilometres


class KilometresFilter(Filter):  # type: ignore[misc]
    """Kilometres: `50`."""

    field_class = KilometresField
    FURTHEST = floor(FURTHEST_KM)

    def __init__(self, says: str) -> None:
        refusal = {
            "invalid": gettext_lazy("Give a number of kilometres above 0."),
            "max_value": format_lazy(gettext_lazy("Give a number up to {number}."), number=self.FURTHEST),
        }
        super().__init__(max_value=self.FURTHEST, label=says, error_messages=refusal)
