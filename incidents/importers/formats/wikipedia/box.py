"""The summary box of an article: its parameters under one name each. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode

from incidents.importers.formats.wikipedia.markup import name_of
from incidents.importers.parsing.entry import RowError

BOXES = frozenset(
    {
        "infobox civilian attack",
        "infobox terrorist attack",
        "infobox event",
        "infobox bombing",
        "infobox shooting",
    }
)
#: The names that boxes use for one and the same thing, by the one used here.
NAMES: Mapping[str, str] = {
    "event_name": "title",
    "name": "title",
    "event name": "title",
    "deaths": "fatalities",
    "reported_deaths": "fatalities",
    "reported deaths": "fatalities",
    "reported_injuries": "injuries",
    "reported injuries": "injuries",
    "reported_missing": "missing",
    "reported missing": "missing",
    "place": "location",
    "perpetrator": "perps",
    "perpetrators": "perps",
    "perp": "perps",
    "susperp": "susperps",
    "suspects": "susperps",
    "weapon": "weapons",
    "motives": "motive",
    "coords": "coordinates",
    "time-begin": "time",
    "date-begin": "date",
}

Box = Mapping[str, Wikicode]


def box_of(article: Wikicode) -> Box:
    """The box's parameters that say something. Raises RowError where there is no box of an event."""
    for template in article.filter_templates():
        if name_of(template) in BOXES:
            return _parameters(template)
    raise RowError(
        "text: has no summary box of an attack or event (Infobox civilian attack, terrorist attack or "
        "event); enter the article at the desk by hand"
    )


def _parameters(template: Template) -> Box:
    found: dict[str, Wikicode] = {}
    for parameter in template.params:
        name = str(parameter.name).strip().lower()
        if str(parameter.value).strip():
            found.setdefault(NAMES.get(name, name), parameter.value)
    return found
