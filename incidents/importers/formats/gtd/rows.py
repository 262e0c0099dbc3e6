"""One row of GTD as an entry, and the format itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from archive.record import Place, Publication, Relation, Source
from archive.vocabulary import AttackType, Property, PublicationKind, Reliance, SourceKind
from archive.wording import date_text
from incidents.importers.formats.gtd.citations import Report, reports_of
from incidents.importers.formats.gtd.codes import COLUMNS, YES
from incidents.importers.formats.gtd.counts import add_counts
from incidents.importers.formats.gtd.groups import add_groups
from incidents.importers.formats.gtd.kinds import add_kinds
from incidents.importers.formats.gtd.when import date_of
from incidents.importers.formats.gtd.where import places_of
from incidents.importers.parsing.cells import code, listed, required, text
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells, Entry, RowError
from incidents.importers.parsing.format import Format

EVENT = re.compile(r"[12]\d{11}")
CRITERIA = ("crit1", "crit2", "crit3")
#: Types of attack that name nothing which a title could say.
NAMELESS = (None, AttackType.OTHER, AttackType.UNKNOWN)


def parse(cells: Cells, dataset: Dataset) -> Entry:
    """The entry of one row. Raises RowError, naming each column that cannot be read."""
    id = event_id(required(cells, "eventid"))
    reports = reports_of(cells)
    draft = Draft(id, f"gtd-{id}", _row(id, reports, dataset))
    draft.hold(dataset.publication, *(part for report in reports for part in report if part))
    date, places = date_of(cells, draft), places_of(cells, draft)
    draft.hold(*places)
    _add_date_and_place(draft, cells, date, places[-1])
    settled = add_kinds(draft, cells)
    add_counts(draft, cells)
    add_groups(draft, cells)
    _add_related(draft, cells)
    draft.flag(*_doubts(cells))
    return _entry(draft, date, places[-1], settled)


def _entry(draft: Draft, date: str, place: Place, settled: Mapping[str, Any]) -> Entry:
    attack = {"number": 1, "label": place.name, "place": place.key, "date": date, **settled}
    title = f"{_what(settled['type'])} in {place.name}, {date_text(date)}".replace(" in Near ", " near ")
    return draft.entry(title=title[:300], date=date, place=place.key, attacks=[attack])


def _what(kind: AttackType | None) -> str:
    return "Attack" if kind is None or kind in NAMELESS else kind.label.capitalize()


def event_id(cell: str) -> str:
    """The twelve digits of an event's id, which a spreadsheet may have made a number of. Raises RowError."""
    try:
        number = Decimal(cell)
        id = f"{number:.0f}" if number == number.to_integral_value() else cell
    except (InvalidOperation, ValueError):
        id = cell
    if not EVENT.fullmatch(id):
        raise RowError(f"eventid: “{cell[:80]}” is not GTD's number of an event, which has twelve digits")
    if id.endswith("0000"):
        raise RowError(f"eventid: “{cell[:80]}” has lost its last digits in a spreadsheet; keep it as text")
    return id


def _row(id: str, reports: Sequence[Report], dataset: Dataset) -> Source:
    return Source(
        key=f"{dataset.key}-{id}",
        kind=SourceKind.DATASET_ROW,
        description=f"GTD, event {id}",
        publication=dataset.key,
        version=dataset.release,
        relies_on=tuple(Relation(how=Reliance.SUMMARISES, source=source.key) for _, source in reports),
    )


def _add_date_and_place(draft: Draft, cells: Cells, date: str, place: Place) -> None:
    names = ("iyear", "imonth", "iday", "approxdate", "extended", "resolution")
    words = stated((name, cells.get(name, "")) for name in names)
    draft.claim("date", Property.DATE, {"edtf": date}, stated=words)
    words = stated(
        (name, cells.get(name, ""))
        for name in ("city", "vicinity", "provstate", "country_txt", "specificity")
    )
    draft.claim("place", Property.PLACE, {"place": place.key}, stated=words)


def _add_related(draft: Draft, cells: Cells) -> None:
    """The events that the row calls related, by their titles: the archive may not hold them."""
    for id in listed(cells, "related", ","):
        if EVENT.fullmatch(id) and id != draft.external_id:
            draft.claim(f"related:{id}", Property.SEE_ALSO, {"title": f"GTD event {id}"}, locator="related")


def _doubts(cells: Cells) -> Iterator[str]:
    if code(cells, "doubtterr") == YES:
        other = text(cells, "alternative_txt")[:80]
        yield "GTD doubts that this was terrorism (doubtterr 1)" + (f"; perhaps “{other}”" if other else "")
    for column in CRITERIA:
        if code(cells, column) == 0:
            yield f"does not meet GTD's criterion {column[-1]} ({column} 0)"


def release_of(file: str) -> str:
    """“0522” of globalterrorismdb_0522dist.xlsx, and the months that …_2021Jan-June_1222dist.xlsx is of."""
    if found := re.search(r"globalterrorismdb_(?:(\d{4})Jan-June_)?(\d{4})dist", file):
        return f"{found[2]}, {found[1]} January to June" if found[1] else found[2]
    return ""


GTD = Format(
    name="gtd",
    label="Global Terrorism Database",
    publication=Publication(
        key="gtd",
        name="Global Terrorism Database",
        kind=PublicationKind.DATASET,
        url="https://www.start.umd.edu/gtd/",
        licence="START, University of Maryland: not to be passed on",
    ),
    redistributable=False,
    variants=(COLUMNS.split(),),
    needed=frozenset({"eventid", "iyear", "imonth", "iday", "country_txt"}),
    parse=parse,
    release_of=release_of,
)
