"""The format that a mapping file describes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import partial

from pydantic import BaseModel

from archive.keys import DIGEST, LONGEST_KEY, key_of
from archive.record import Place, Publication, Relation, Source
from archive.vocabulary import AttackType, Property, PublicationKind, Reliance, SourceKind, Term
from archive.wording import date_text
from incidents.importers.formats.mapped.claims import add_blame, add_counts, add_kinds, add_names
from incidents.importers.formats.mapped.reader import Reader
from incidents.importers.formats.mapped.reports import reports_of
from incidents.importers.formats.mapped.when import clock_of, date_of
from incidents.importers.formats.mapped.where import places_of
from incidents.importers.formats.mapping.model import Issuer, Mapping
from incidents.importers.parsing.cells import required
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.draft import Draft
from incidents.importers.parsing.entry import Cells, Entry, RowError
from incidents.importers.parsing.format import Format

#: As long as an id within a dataset may be.
LONGEST_ID = 100
#: The fields of the mapping that hold the name of a column as it is.
COLUMN_FIELDS = (
    *("id", "time", "column", "first", "last", "year", "month", "day"),
    *("latitude", "longitude", "low", "best", "high", "published"),
)
IN_BRACES = re.compile(r"\{([^{}]+)\}")
#: What a title's braces may hold beside the names of columns.
TITLE_WORDS = ("what", "place", "date")
#: What a title calls an attack of no known type.
NAMELESS = (None, AttackType.OTHER, AttackType.UNKNOWN)


def format_of(mapping: Mapping) -> Format:
    """The format by which a file of the dataset is imported."""
    named = (name for name in IN_BRACES.findall(mapping.title) if name not in TITLE_WORDS)
    used = list(dict.fromkeys([*columns_of(mapping), *named]))
    return Format(
        name=mapping.dataset.key,
        label=mapping.dataset.name,
        publication=_publication(mapping.dataset),
        redistributable=mapping.dataset.redistributable,
        variants=(used,),
        needed=frozenset(used),
        parse=partial(_parse, mapping),
        release_of=lambda file: mapping.dataset.release,
    )


def columns_of(node: BaseModel) -> Iterator[str]:
    """The columns that any part of a mapping names."""
    for name, value in node:
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from columns_of(part)
            elif name in COLUMN_FIELDS and part is not None:
                yield part


def _publication(issuer: Issuer) -> Publication:
    return Publication(
        key=issuer.key,
        name=issuer.name,
        kind=PublicationKind.DATASET,
        url=issuer.url,
        licence=issuer.licence,
    )


def _parse(mapping: Mapping, cells: Cells, dataset: Dataset) -> Entry:
    reader = Reader(mapping, cells)
    id = _id(reader)
    reports = list(reports_of(reader))
    incident = _incident(mapping, id)
    draft = Draft(id, incident, _row(id, incident, [source for _, source in reports], dataset))
    draft.hold(dataset.publication, *(part for report in reports for part in report if part))
    date, places = date_of(reader), places_of(reader)
    _add_when_and_where(draft, reader, date, places)
    kinds = add_kinds(draft, reader)
    add_counts(draft, reader)
    add_blame(draft, reader)
    add_names(draft, reader)
    place = places[-1] if places else None
    where = {"label": place.name, "place": place.key} if place else {"label": "Attack"}
    return draft.entry(
        title=_title(reader, place, date, kinds.get("type")),
        date=date,
        place=place.key if place else None,
        attacks=[{"number": 1, **where, "date": date, **kinds}],
    )


def _id(reader: Reader) -> str:
    id = "-".join(required(reader.cells, column) for column in reader.mapping.id)
    if len(id) > LONGEST_ID:
        raise RowError(f"{reader.mapping.id[0]}: an id of {len(id)} characters is too long")
    return id


def _incident(mapping: Mapping, id: str) -> str:
    """The incident's key. Ids of other signs than letters, digits and hyphens are told apart by a digest."""
    key = key_of(mapping.dataset.key, id)
    if key == f"{mapping.dataset.key}-{id.lower()}":
        return key
    digest = hashlib.sha256(id.encode()).hexdigest()[:DIGEST]
    return f"{key[: LONGEST_KEY - DIGEST - 1].rstrip('-')}-{digest}"


def _row(id: str, incident: str, reports: Sequence[Source], dataset: Dataset) -> Source:
    return Source(
        key=incident,
        kind=SourceKind.DATASET_ROW,
        description=f"{dataset.publication.name}, row {id}",
        publication=dataset.key,
        version=dataset.release,
        relies_on=tuple(
            Relation(how=Reliance.SUMMARISES, source=key)
            for key in dict.fromkeys(source.key for source in reports)
        ),
    )


def _add_when_and_where(draft: Draft, reader: Reader, date: str | None, places: Sequence[Place]) -> None:
    draft.hold(*places)
    if date and (given := reader.mapping.date):
        draft.claim("date", Property.DATE, {"edtf": date}, stated=reader.stated(columns_of(given)))
    if clock := clock_of(reader):
        words = reader.stated([reader.mapping.time])
        draft.claim("time", Property.TIME, {"clock": clock}, stated=words)
    if places:
        words = reader.stated(columns_of(reader.mapping.place))
        draft.claim("place", Property.PLACE, {"place": places[-1].key}, stated=words)


def _title(reader: Reader, place: Place | None, date: str | None, kind: Term | None) -> str:
    """The mapping's own form of titles, its names in braces filled in."""
    what = "Attack" if kind is None or kind in NAMELESS else kind.label.capitalize()
    where, when = place.name if place else "an unknown place", date_text(date) if date else "day unknown"
    known = dict(zip(TITLE_WORDS, (what, where, when), strict=True))
    title = IN_BRACES.sub(lambda found: known.get(found[1]) or reader.text(found[1]), reader.mapping.title)
    return " ".join(title.split())[:300]
