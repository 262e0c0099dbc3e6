"""Pairs of parameters that must not cross."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form

from archive.language import gettext

#: The lower and the upper parameter of each pair.
PAIRS = (("date_from", "date_to"), ("killed_min", "killed_max"), ("injured_min", "injured_max"))


class OrderedForm(Form):
    """Refuses a lower bound above its upper bound."""

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        for lower, upper in PAIRS:
            low, high = asked.get(lower), asked.get(upper)
            if low is not None and high is not None and low > high:
                refusal = gettext("{low} lies above {name} ({high}); nothing can match.")
                self.add_error(lower, ValidationError(refusal.format(low=low, name=upper, high=high)))
        return asked
