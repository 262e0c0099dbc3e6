"""Making anew what is searched in, from the stored answers alone: thousands of incidents in a second.

The rows of a stretch of keys are compared with what follows from its answers, and made equal, at once. So
readers find each incident as before or as it should be, and a run that was stopped goes through what is right
without a change. What is published meanwhile stays: answers that changed since they were read are read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, models, transaction

from archive.bulk import Lines
from archive.catalogue.apart import Shares, composing_apart
from archive.catalogue.comparing import Difference
from archive.catalogue.indexing import one_at_a_time
from archive.catalogue.rebuild import Progress
from archive.catalogue.settling import Stretch, settle
from archive.catalogue.shared import ENTRIES
from archive.collecting import collecting_later
from archive.models import IncidentEntry, NameEntry, SearchEntry, Spelling
from archive.models.search_index import bring_in_step, prepare_search
from archive.search import COLUMNS
from archive.search.stored import NameRows, Stored, incident_rows, name_rows

#: Answers of one stretch: another publication waits no longer than storing their rows takes.
SHARE = 500
#: With fewer incidents, other processes take longer to begin than they spare.
MANY = 20_000

#: The rows that stored answers demand, by model.
Demanded = Mapping[type[models.Model], Lines]


@dataclass(frozen=True)
class Shelf:
    """The answers of one kind. `title`: the column of their names; `make`: what each is found by.

    `rows`: all of that as rows, whose column `key` names whose they are, and `beside` what kind that is.
    """

    entries: type[models.Model]
    title: str
    make: Callable[[Sequence[Stored]], list[Any]]
    rows: Callable[[list[Any]], Demanded]
    key: str
    beside: Mapping[str, str]

    def keys(self, after: str, upto: str | None) -> models.QuerySet[Any]:
        found = self.entries._default_manager.filter(key__gt=after).order_by("key")
        return found if upto is None else found.filter(key__lte=upto)


class Reading(NamedTuple):
    """A stretch of answers as they were read, of which rows are being made. `etags`: of each answer."""

    shelf: Shelf
    after: str
    upto: str | None
    etags: Mapping[str, str]
    making: Shares[Stored, Any]


def reindex_search(progress: Progress | None = None) -> Iterator[Difference]:
    """Store anew whatever incidents and names are found by, naming what was mended."""
    prepare_search(apps.get_app_config("archive"))
    of = IncidentEntry.objects.count()
    with composing_apart() if of >= MANY else nullcontext():
        yield from _all_incidents(of, progress)
        for reading in (reading for kind in ENTRIES for reading in _one_ahead(_readings(_names(kind)))):
            yield from _mended(reading)
    yield from (Difference(table, "did not hold what its rows hold") for table in bring_in_step())


def _all_incidents(of: int, progress: Progress | None) -> Iterator[Difference]:
    done = 0
    for reading in _one_ahead(_readings(_incidents())):
        yield from _mended(reading)
        done += len(reading.etags)
        if progress and reading.etags:
            progress(done, of)


def _incidents() -> Shelf:
    make = partial(incident_rows, as_vectors=connection.vendor == "postgresql")
    return Shelf(IncidentEntry, "title", make, _of_incidents, "incident_id", {})


def _of_incidents(rows: list[tuple[str, ...]]) -> Demanded:
    return {SearchEntry: Lines(("incident_id", *COLUMNS), rows)}


def _names(kind: str) -> Shelf:
    make = partial(name_rows, kind=kind, as_vectors=connection.vendor == "postgresql")
    return Shelf(ENTRIES[kind], "name", make, _of_names, "key", {"kind": kind})


def _of_names(found: list[NameRows]) -> Demanded:
    words = [word for one in found for word in one.words]
    return {
        NameEntry: Lines(("kind", "key", "name", "terms"), [one.names for one in found]),
        Spelling: Lines(("kind", "key", "word", "hint"), words),
    }


def _readings(shelf: Shelf) -> Iterator[Reading]:
    """All answers, in stretches that follow one another; the last goes beyond the last key."""
    after: str | None = ""
    while after is not None:
        keys = list(shelf.keys(after, None).values_list("key", flat=True)[:SHARE])
        upto = keys[-1] if len(keys) == SHARE else None
        yield _read(shelf, after, upto)
        after = upto


def _read(shelf: Shelf, after: str, upto: str | None) -> Reading:
    columns = shelf.keys(after, upto).values_list("key", "etag", shelf.title, "body")
    found = list(columns)
    answers = [Stored(key, name, body) for key, _, name, body in found]
    making = Shares(len(answers), answers.__getitem__, shelf.make, lambda some: shelf.make(answers[some]))
    return Reading(shelf, after, upto, {key: etag for key, etag, *_ in found}, making)


def _one_ahead(readings: Iterator[Reading]) -> Iterator[Reading]:
    """The same, each when the next one has been begun: others make rows while this process stores some."""
    before = next(readings)
    for reading in readings:
        yield before
        before = reading
    yield before


def _mended(reading: Reading) -> list[Difference]:
    """What was wrong with the rows of a stretch, and is so no longer."""
    shelf, after, upto = reading[:3]
    with collecting_later():
        made = reading.making.results()
        with transaction.atomic():
            one_at_a_time()
            if dict(shelf.keys(after, upto).values_list("key", "etag")) != reading.etags:
                made = _read(shelf, after, upto).making.results()
            return list(_settled(shelf.rows(made), Stretch(shelf.key, after, upto, shelf.beside)))


def _settled(demanded: Demanded, stretch: Stretch) -> Iterator[Difference]:
    what = f"search of {stretch.beside.get('kind', 'incidents')}"
    for model, lines in demanded.items():
        settled = settle(model, lines, stretch)
        for wrong, number in (
            ("missing or stale", settled.missing),
            ("should not be there", settled.strange),
        ):
            if number:
                yield Difference(what, f"{number} × {model.__name__} {wrong}")
