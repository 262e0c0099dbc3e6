"""Chains of rows that must not come round to themselves."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models


def refuse_circle(row: models.Model, field: str) -> None:
    """Raise ValidationError on `field` if following it from `row` leads back to `row`.

    Reads one row for each step of the chain, up to the first row seen before.
    """
    attribute = f"{field}_id"
    here, seen = getattr(row, attribute), set()
    while here is not None and here not in seen:
        if here == row.pk:
            raise ValidationError({field: "This comes round to the entry itself: choose another one."})
        seen.add(here)
        rows = type(row)._default_manager.filter(pk=here)
        here = rows.values_list(attribute, flat=True).first()
