"""What a row says, or an incident, in the few words by which an editor tells one event from another."""

from __future__ import annotations

import orjson

from archive.figures import figure
from archive.record import Record
from archive.vocabulary import Property
from archive.wording import figure_text
from incidents.importers.parsing.cells import text
from incidents.importers.running.forms import form_of
from incidents.importers.running.rows import parse_again
from incidents.models import DatasetRow


def told(record: Record) -> dict[str, str]:
    """Title, date, place and the number killed; each empty where the record does not say."""
    return {
        "title": record.title,
        "date": record.date or "",
        "place": place_words(record),
        "killed": figure_text(figure(record, Property.KILLED)),
    }


def said_by(row: DatasetRow) -> dict[str, str]:
    """What a row that was kept says, in its own names of things; nothing where it can no longer be read."""
    form = form_of(row.seen)
    entry = parse_again(row, form) if form else None
    return told(entry.record) if entry else {}


def title_of(row: DatasetRow) -> str:
    """The title alone: where a column says it, the row need not be read for it."""
    form = form_of(row.seen)
    if form is None or not form.title:
        return said_by(row).get("title", "")
    return text(orjson.loads(row.raw), form.title)


def place_words(record: Record) -> str:
    """The place and those around it: “Strelsau, Strelsau district, Elphberg province”."""
    places = {place.key: place for place in record.places}
    found: list[str] = []
    here = places.get(record.place or "")
    while here is not None and len(found) < 3:
        found.append(here.name)
        here = places.get(here.parent or "")
    return ", ".join(found)
