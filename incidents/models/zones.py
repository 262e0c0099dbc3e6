"""Time zones by their names in the IANA database."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError

from archive.wording import listed


@cache
def zones() -> frozenset[str]:
    return frozenset(available_timezones())


def refuse_unknown_zone(name: str) -> None:
    """Raise ValidationError on `time_zone` where there is no such zone, with the names that come near."""
    if name and name not in zones():
        raise ValidationError({"time_zone": f"There is no time zone “{name}”. {_suggestion(name)}"})


def _suggestion(name: str) -> str:
    if near := _near(name):
        return f"Did you mean {listed(near, 'or')}?"
    return "Write it as Area/City, such as Asia/Karachi."


def _near(name: str) -> list[str]:
    """Up to three zones, compared without regard to case or area, so that “karachi” finds Asia/Karachi."""
    typed = name.casefold().replace(" ", "_")
    by_city = {zone.casefold(): zone for zone in sorted(zones())}
    by_city |= {zone.rpartition("/")[2].casefold(): zone for zone in sorted(zones())}
    return list(dict.fromkeys(by_city[word] for word in get_close_matches(typed, by_city, n=3, cutoff=0.75)))
