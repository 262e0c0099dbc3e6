"""One row of ACLED as an entry, and the format itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from archive.record import Place, Publication, Source
from archive.vocabulary import (
    AttackType,
    Population,
    Property,
    PublicationKind,
    Qualifier,
    SourceKind,
    TargetType,
)
from archive.wording import date_text
from incidents.importers.formats.acled.codes import AGAINST_CIVILIANS, ATTACKS, VARIANTS, VIOLENT
from incidents.importers.formats.acled.reporters import publications_of
from incidents.importers.formats.acled.sides import add_sides
from incidents.importers.formats.acled.where import places_of
from incidents.importers.parsing.cells import code, count, day, required, text
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells, Entry, RowError
from incidents.importers.parsing.format import Format

EVENT = re.compile(r"[A-Z]{2,4}\d{1,10}")
#: What an event is called in a title, where its sub-event type says too little.
WEAK = ("", "Other")


def parse(cells: Cells, dataset: Dataset) -> Entry:
    """The entry of one row. Raises RowError, naming each column that cannot be read."""
    id = event_id(cells)
    publications = publications_of(cells)
    credited = [publication.key for publication in publications]
    draft = Draft(id, f"acled-{id.lower()}", _row(id, dataset), credited)
    draft.hold(dataset.publication, *publications)
    date, places = date_of(cells), places_of(cells)
    draft.hold(*places)
    _add_date_and_place(draft, cells, date, places[-1])
    settled = _add_kinds(draft, cells)
    _add_dead(draft, cells)
    add_sides(draft, cells)
    return _entry(draft, cells, date, places[-1], settled)


def event_id(cells: Cells) -> str:
    """The event's id, as “RUR101”. Raises RowError."""
    id = required(cells, "event_id_cnty").upper()
    if not EVENT.fullmatch(id):
        raise RowError(f"event_id_cnty: “{id[:80]}” is not ACLED's id of an event, such as “PAK1234”")
    return id


def deleted_id(cells: Cells) -> str:
    """The id of an event in ACLED's list of deleted events, of which one column alone is read.

    Raises RowError.
    """
    return event_id(cells)


def date_of(cells: Cells) -> str:
    """The EDTF of the row's date, by time_precision a day, about a day, or a month. Raises RowError."""
    found = day(cells, "event_date", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%B-%Y").isoformat()
    match code(cells, "time_precision"):
        case 2:
            return f"{found}~"
        case 3:
            return found[:7]
        case _:
            return found


def _row(id: str, dataset: Dataset) -> Source:
    return Source(
        key=f"{dataset.key}-{id.lower()}",
        kind=SourceKind.DATASET_ROW,
        description=f"ACLED, event {id}",
        publication=dataset.key,
        version=dataset.release,
    )


def _entry(draft: Draft, cells: Cells, date: str, place: Place, settled: Mapping[str, Any] | None) -> Entry:
    """Protests, agreements and the like have no attack."""
    kind = text(cells, "sub_event_type")
    what = text(cells, "event_type") if kind in WEAK else kind
    title = f"{what or 'Event'} in {place.name}, {date_text(date)}".replace(" in Near ", " near ")
    attack = {"number": 1, "label": place.name, "place": place.key, "date": date}
    attacks = [] if settled is None else [{**attack, **settled}]
    return draft.entry(title=title[:300], date=date, place=place.key, attacks=attacks)


def _add_date_and_place(draft: Draft, cells: Cells, date: str, place: Place) -> None:
    words = stated((name, cells.get(name, "")) for name in ("event_date", "time_precision"))
    draft.claim("date", Property.DATE, {"edtf": date}, stated=words)
    names = ("location", "admin3", "admin2", "admin1", "country", "geo_precision")
    words = stated((name, cells.get(name, "")) for name in names)
    draft.claim("place", Property.PLACE, {"place": place.key}, stated=words)


def _add_kinds(draft: Draft, cells: Cells) -> Mapping[str, Any] | None:
    """Claims about attack 1, and what it is settled as; None where the event is no attack."""
    event, kind = text(cells, "event_type"), text(cells, "sub_event_type")
    if kind not in ATTACKS and event not in VIOLENT:
        return None
    if kind not in ATTACKS:
        draft.flag(f"sub_event_type: “{kind[:80]}” is not among the types of the codebook")
    attack_type, weapon = ATTACKS.get(kind, (AttackType.UNKNOWN, None))
    aimed = event == AGAINST_CIVILIANS or bool(text(cells, "civilian_targeting"))
    found = {
        Property.ATTACK_TYPE: attack_type,
        Property.TARGET: TargetType.CIVILIANS if aimed else None,
        Property.WEAPON: weapon,
    }
    for property, term in found.items():
        if term is not None:
            _add_kind(draft, cells, property, {"type": term, "text": kind})
    return {"type": attack_type, "target": found[Property.TARGET], "weapon": weapon}


def _add_kind(draft: Draft, cells: Cells, property: Property, value: dict[str, Any]) -> None:
    names = ("event_type", "sub_event_type", "civilian_targeting", "actor1", "actor2", "tags")
    words = stated((name, cells.get(name, "")) for name in names)
    if property is Property.TARGET:
        value = value | {"text": text(cells, "actor2")}
    draft.claim(str(property), property, value, stated=words, about="attack", attack=1)


def _add_dead(draft: Draft, cells: Cells) -> None:
    """The fatalities; zero is a number. ACLED counts no injured."""
    number = count(cells, "fatalities")
    if number is not None:
        value = {"qualifier": Qualifier.EXACT, "best": number, "population": Population.ALL}
        words = f"fatalities {text(cells, 'fatalities')}"
        draft.claim("killed", Property.KILLED, value, stated=words)


def release_of(file: str) -> str:
    """“2024-02-07” of 2010-01-01-2024-02-07-Pakistan.csv: the last day that the file is of."""
    days = re.findall(r"\d{4}-\d\d-\d\d", file)
    return days[-1] if days else ""


ACLED = Format(
    name="acled",
    label="ACLED (CSV)",
    publication=Publication(
        key="acled",
        name="Armed Conflict Location & Event Data",
        kind=PublicationKind.DATASET,
        url="https://acleddata.com/",
        licence="ACLED’s terms of use: not to be passed on",
    ),
    redistributable=False,
    variants=VARIANTS,
    needed=frozenset({"event_id_cnty", "event_date", "event_type", "country", "fatalities"}),
    parse=parse,
    release_of=release_of,
    volatile=frozenset({"timestamp", "data_id"}),
)
