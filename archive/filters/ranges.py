"""Pairs of parameters that must not cross, or that are given together."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form

from archive.language import gettext

#: The lower and the upper parameter of each pair.
PAIRS = (("date_from", "date_to"), ("killed_min", "killed_max"), ("injured_min", "injured_max"))
#: Parameters of which neither means anything without the other.
TOGETHER = (("near", "within_km"),)


class OrderedForm(Form):
    """Refuses a lower bound above its upper bound, and one of two parameters that are given together."""

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        for lower, upper in PAIRS:
            low, high = asked.get(lower), asked.get(upper)
            if low is not None and high is not None and low > high:
                refusal = gettext("{low} lies above {name} ({high}); nothing can match.")
                self.add_error(lower, ValidationError(refusal.format(low=low, name=upper, high=high)))
        for one, other in TOGETHER:
            self._demand(asked, one, other)
            self._demand(asked, other, one)
        return asked

    def _demand(self, asked: dict[str, Any], given: str, missing: str) -> None:
        """Refuse one of the two without the other; a value that is wrong was refused before."""
        if given in asked and missing in asked and asked[given] is not None and asked[missing] is None:
            refusal = gettext("Give {name} too.")
            self.add_error(given, ValidationError(refusal.format(name=missing)))
