"""What parameters and their values are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.catalogue import KINDS
from archive.filters import IncidentFilters
from archive.filters.fields import KeysFilter, WordFilter, WordsFilter
from archive.language import gettext, marked
from archive.maps import BadBox, read_box
from archive.pages.called import called_here
from archive.wording.languages import language_name

#: The parameters whose values are chosen from those that the incidents have, in the order of the page.
TITLES: Mapping[str, str] = {
    "place": marked("Place"),
    "located": marked("Location"),
    "disputed": marked("Disagreement"),
    "origins": marked("Independence"),
    "finding": marked("Among its claims"),
    "actor": marked("Actor"),
    "attribution": marked("Responsibility"),
    "type": marked("Type of attack"),
    "target": marked("Target"),
    "weapon": marked("Weapon"),
    "publication": marked("Publication"),
    "source": marked("Source"),
    "language": marked("Language of a source"),
    "claimant_kind": marked("Said by"),
    "conflict": marked("Conflict"),
    "edition_kind": marked("Newest edition"),
}


def title_of(name: str) -> str:
    """What the parameter is called."""
    return gettext(TITLES[name])


def labels(name: str, values: Sequence[str]) -> Mapping[str, str]:
    """The label of each value that has one. For keys of entries, one query or two; none for words."""
    chosen_from = IncidentFilters.base_filters[name]
    if isinstance(chosen_from, WordsFilter | WordFilter):
        return {word.value: word.label for word in chosen_from.words}
    if isinstance(chosen_from, KeysFilter) and values:
        model = chosen_from.extra["model"]
        rows = model._default_manager.filter(pk__in=values).values_list("pk", "name")
        return {**dict(rows), **called_here(KINDS[model], values)}
    if name == "language":
        return {code: language_name(code) or code for code in values}
    return {}


def box_label(text: str) -> str:
    """“30.1° to 30.3° north, 66.9° to 67.1° east”; what names no box, as it stands."""
    try:
        west, south, east, north = read_box(text)
    except BadBox:
        return text
    latitudes = _degrees(south, north, gettext("north"), gettext("south"))
    longitudes = _degrees(west, east, gettext("east"), gettext("west"))
    return gettext(", ").join((latitudes, longitudes))


def _degrees(first: float, last: float, above: str, below: str) -> str:
    if first < 0 <= last:
        words = gettext("{first}° {below} to {last}° {above}")
        return words.format(first=f"{-first:.1f}", last=f"{last:.1f}", below=below, above=above)
    low, high = sorted((abs(first), abs(last)))
    words = gettext("{first}° to {last}° {side}")
    return words.format(first=f"{low:.1f}", last=f"{high:.1f}", side=above if last >= 0 else below)
