"""One row of UCDP GED as an entry, and the format itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from archive.record import Publication, Relation, Source
from archive.vocabulary import (
    ActorKind,
    Attribution,
    Property,
    PublicationKind,
    Reliance,
    SourceKind,
    TargetType,
)
from archive.wording import date_text
from incidents.importers.formats.ucdp.articles import articles_of, shortened
from incidents.importers.formats.ucdp.columns import CIVILIANS, COLUMNS, COLUMNS_WITH_ISO, ONE_SIDED
from incidents.importers.formats.ucdp.counts import add_counts, is_state
from incidents.importers.formats.ucdp.where import places_of
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import code, day, required, text
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.days import between
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells, Entry, RowError
from incidents.importers.parsing.format import Format


def parse(cells: Cells, dataset: Dataset) -> Entry:
    """The entry of one row. Raises RowError, naming each column that cannot be read."""
    id = required(cells, "id")
    if not re.fullmatch(r"\d{1,12}", id):
        raise RowError(f"id: “{id[:80]}” is not UCDP's number of an event")
    articles = list(articles_of(cells))
    draft = Draft(id, f"ucdp-{id}", _row(id, cells, articles, dataset))
    draft.hold(dataset.publication, *(part for article in articles for part in article))
    date = between(_day(cells, "date_start"), _day(cells, "date_end"))
    places = places_of(cells)
    draft.hold(*places)
    name, place = places[-1].name, places[-1].key
    _add_settled(draft, cells, date, place)
    add_counts(draft, cells)
    _add_sides(draft, cells)
    what = "Attack on civilians" if code(cells, "type_of_violence") == ONE_SIDED else "Violence"
    target = TargetType.CIVILIANS if code(cells, "type_of_violence") == ONE_SIDED else None
    attack = {"number": 1, "label": name, "place": place, "date": date, "target": target}
    title = f"{what} in {name}, {date_text(date)}"
    title = title.replace(" in Near ", " near ").replace(" in Between ", " between ")
    return draft.entry(title=title[:300], date=date, place=place, attacks=[attack])


def _day(cells: Cells, column: str) -> Any:
    return day(cells, column, "%Y-%m-%d %H:%M:%S.%f", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y")


def _row(id: str, cells: Cells, articles: Sequence[tuple[Any, Source]], dataset: Dataset) -> Source:
    """The row as a source. What it rests on is its articles, or stands in the note as UCDP gives it."""
    rests = "" if articles else text(cells, "source_article")
    return Source(
        key=f"{dataset.key}-{id}",
        kind=SourceKind.DATASET_ROW,
        description=f"UCDP GED, event {id}",
        publication=dataset.key,
        version=dataset.release,
        relies_on=tuple(
            Relation(how=Reliance.SUMMARISES, source=source.key)
            for source in {source.key: source for _, source in articles}.values()
        ),
        note=shortened(f"Rests on: {rests}") if rests else "",
    )


def _add_settled(draft: Draft, cells: Cells, date: str, place: str) -> None:
    """The day, the place and the target, each as the row states it."""
    words = stated((name, cells.get(name, "")) for name in ("date_start", "date_end", "date_prec"))
    draft.claim("date", Property.DATE, {"edtf": date}, stated=words)
    words = stated(
        (name, cells.get(name, ""))
        for name in ("where_coordinates", "where_description", "adm_2", "adm_1", "where_prec")
    )
    draft.claim("place", Property.PLACE, {"place": place}, stated=words)
    if code(cells, "type_of_violence") == ONE_SIDED:
        value = {"type": TargetType.CIVILIANS}
        draft.claim(
            "target",
            Property.TARGET,
            value,
            stated="type_of_violence 3 (one-sided)",
            about="attack",
            attack=1,
        )


def _add_sides(draft: Draft, cells: Cells) -> None:
    """Who fought, under the names that UCDP gives them, and in which conflict.

    One-sided violence is attributed to its side A; of a fight between two, UCDP holds neither responsible.
    """
    for side in ("a", "b"):
        name = text(cells, f"side_{side}")[:300]
        if not name or name == CIVILIANS:
            continue
        kind = ActorKind.GOVERNMENT if is_state(name) else ActorKind.ARMED_GROUP
        actor = draft.hold(naming.actor(name, kind))
        draft.claim(f"side:{side}", Property.NAME, {"text": name, "actor": actor}, locator=f"side_{side}")
        if side == "a" and code(cells, "type_of_violence") == ONE_SIDED:
            value = {"actor": actor, "attribution": Attribution.ATTRIBUTED}
            draft.claim("responsibility", Property.RESPONSIBILITY, value, stated=f"side_a {name}")
    if name := text(cells, "conflict_name")[:300]:
        value = {"conflict": draft.hold(naming.conflict(name))}
        draft.claim("part_of", Property.PART_OF, value, stated=f"conflict_name {name}")


def release_of(file: str) -> str:
    """“22.1” of GEDEvent_v22_1.csv or ged221-csv.zip; “22.0.3” of GEDEvent_v22_0_3.csv, a Candidate."""
    if found := re.search(r"v(\d\d)_(\d{1,2})(?:_(\d{1,2}))?", file):
        return ".".join(part for part in found.groups() if part)
    found = re.search(r"ged(\d\d)(\d)", file)
    return ".".join(found.groups()) if found else ""


UCDP = Format(
    name="ucdp",
    label="UCDP Georeferenced Event Dataset (CSV)",
    publication=Publication(
        key="ucdp-ged",
        name="UCDP Georeferenced Event Dataset",
        kind=PublicationKind.DATASET,
        url="https://ucdp.uu.se/downloads/",
        licence="CC BY 4.0, Uppsala Conflict Data Program",
    ),
    redistributable=True,
    variants=(COLUMNS.split(), COLUMNS_WITH_ISO.split()),
    needed=frozenset({"id", "country", "date_start", "date_end", "best", "low", "high"}),
    parse=parse,
    release_of=release_of,
)
