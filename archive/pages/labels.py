"""What parameters and their values are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.filters import IncidentFilters
from archive.filters.fields import KeysFilter, WordFilter, WordsFilter
from archive.maps import BadBox, read_box

#: The parameters whose values are chosen from those that the incidents have, in the order of the page.
TITLES: Mapping[str, str] = {
    "place": "Place",
    "located": "Location",
    "disputed": "Disagreement",
    "origins": "Independence",
    "actor": "Actor",
    "attribution": "Responsibility",
    "type": "Type of attack",
    "target": "Target",
    "weapon": "Weapon",
    "publication": "Publication",
    "source": "Source",
    "conflict": "Conflict",
}


def labels(name: str, values: Sequence[str]) -> Mapping[str, str]:
    """The label of each value that has one. For keys of entries, one query; none for words."""
    chosen_from = IncidentFilters.base_filters[name]
    if isinstance(chosen_from, WordsFilter | WordFilter):
        return {word.value: word.label for word in chosen_from.words}
    if isinstance(chosen_from, KeysFilter) and values:
        rows = chosen_from.extra["model"]._default_manager.filter(pk__in=values)
        return dict(rows.values_list("pk", "name"))
    return {}


def box_label(text: str) -> str:
    """“30.1° to 30.3° north, 66.9° to 67.1° east”; what names no box, as it stands."""
    try:
        west, south, east, north = read_box(text)
    except BadBox:
        return text
    return f"{_degrees(south, north, 'north', 'south')}, {_degrees(west, east, 'east', 'west')}"


def _degrees(first: float, last: float, above: str, below: str) -> str:
    if first < 0 <= last:
        return f"{-first:.1f}° {below} to {last:.1f}° {above}"
    low, high = sorted((abs(first), abs(last)))
    return f"{low:.1f}° to {high:.1f}° {above if last >= 0 else below}"
