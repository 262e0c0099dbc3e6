"""Pairs of parameters that must not cross."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form

#: The lower and the upper parameter of each pair.
PAIRS = (("date_from", "date_to"), ("killed_min", "killed_max"), ("injured_min", "injured_max"))


class OrderedForm(Form):
    """Refuses a lower bound above its upper bound."""

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        for lower, upper in PAIRS:
            low, high = asked.get(lower), asked.get(upper)
            if low is not None and high is not None and low > high:
                self.add_error(
                    lower, ValidationError(f"{low} lies above {upper} ({high}); nothing can match.")
                )
        return asked
