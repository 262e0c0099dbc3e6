"""From references to the library, through the one loader: all of them or none."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from archive.bibliography import BibliographyError, Reference
from archive.record import RecordError, Source
from archive.record.entities import Part
from incidents.bibliographies.matching import known_publication, known_source
from incidents.history import hold, keep, keep_before, part_now
from incidents.load.entities import store_entity
from sources import models

Tell = Callable[[str], None]


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FOUND = "in the library already"


def take(references: Iterable[Reference], *, what: str, tell: Tell, dry_run: bool = False) -> list[Outcome]:
    """Make the library hold these sources; what became of each, which `tell` also gets a line about.

    A source of the same key is changed to what the reference says; one that is the same document by its
    address, or by title, publication and date, is only given what it lacks. `what` was done, in words for the
    history. Raises BibliographyError; then, and in a dry run, nothing is kept.
    """
    with transaction.atomic():
        taken: set[int] = set()
        outcomes = [_take(one, what, tell, taken) for one in references]
        if dry_run:
            transaction.set_rollback(True)
    return outcomes


def _take(reference: Reference, what: str, tell: Tell, taken: set[int]) -> Outcome:
    try:
        row, outcome = _stored(reference, what, taken)
    except (RecordError, ValidationError) as error:
        problems = error.problems if isinstance(error, RecordError) else error.messages
        raise BibliographyError([f"{reference.source.key}: {problem}" for problem in problems]) from error
    taken.add(row.pk)
    as_given = "" if row.key == reference.source.key else f" (in the file: {reference.source.key})"
    tell(f"{row.key}: {outcome}{as_given}")
    for flag in reference.flags:
        tell(f"  {flag}")
    return outcome


def _stored(reference: Reference, what: str, taken: Collection[int]) -> tuple[models.Source, Outcome]:
    """The source's row, and what became of it; no two entries of one file are taken for one document."""
    whose = _publication(reference, what)
    source = reference.source.model_copy(update={"publication": whose})
    found = known_source(source, reference.publication, taken)
    row, outcome = _added(source, what) if found is None else _brought_up(found, source, what)
    _keep_entry(row, reference)
    return row, outcome


def _added(source: Source, what: str) -> tuple[models.Source, Outcome]:
    return _store("sources", source, what), Outcome.NEW


def _brought_up(row: models.Source, source: Source, what: str) -> tuple[models.Source, Outcome]:
    before = part_now(row)
    same = row.key == source.key
    wanted = _said_over(before, source) if same else _filled_up(before, source)
    if wanted == before:
        return row, Outcome.UNCHANGED if same else Outcome.FOUND
    return _store("sources", wanted, what, row), Outcome.CHANGED


def _publication(reference: Reference, what: str) -> str | None:
    """The key of the library's publication, which is made where there is none yet."""
    publication = reference.publication
    if publication is None:
        return None
    row = known_publication(publication)
    if row is None:
        return str(_store("publications", publication, what).key)
    found = part_now(row)
    if (wanted := _filled_up(found, publication)) != found:
        _store("publications", wanted, what, row)
    return row.key


def _store(name: str, part: Part, what: str, row: Any = None) -> Any:
    if row is not None:
        hold(row)
        keep_before(row)
    stored = store_entity(name, part)
    keep(stored, by=None, what=what)
    return stored


def _said_over(found: Part, given: Part) -> Part:
    """The entity, changed to what is given; what is not given stays."""
    said = {name: value for name, value in given if value and name != "key"}
    return found.model_copy(update=said)


def _filled_up(found: Part, given: Part) -> Part:
    """The entity with what it lacks and the other has."""
    lacking = {name: value for name, value in given if value and not getattr(found, name)}
    return found.model_copy(update=lacking)


def _keep_entry(row: models.Source, reference: Reference) -> None:
    if reference.entry is not None:
        models.BibliographyEntry.objects.update_or_create(
            source=row,
            format=reference.format,
            defaults={"entry": json.dumps(reference.entry, ensure_ascii=False)},
        )
