"""From the library to references, with the entries that they were once taken from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import Q

from archive.bibliography import Reference
from archive.bibliography.format import Format
from archive.vocabulary import SourceKind
from incidents.library import parts_of
from sources.models import BibliographyEntry, Source

#: How many sources are read at once.
BATCH = 500


class UnknownSource(Exception):
    """Keys that no source has; the message names them."""


def references_of(keys: Sequence[str], form: Format) -> Iterator[Reference]:
    """The sources with these keys, in the order of their keys; all of the library without any.

    Rows of datasets whose licence forbids to pass them on stay at the desk. Raises UnknownSource.
    """
    closed = Q(kind=SourceKind.DATASET_ROW, publication__dataset__redistributable=False)
    rows = Source.objects.exclude(closed).order_by("key").values_list("key", flat=True)
    if not keys:
        return _read(rows.iterator(), form)
    found = list(rows.filter(key__in=keys))
    if missing := sorted(set(keys) - set(found)):
        raise UnknownSource(f"There is no source “{'”, “'.join(missing)}” that may be given out.")
    return _read(found, form)


def _read(keys: Iterable[str], form: Format) -> Iterator[Reference]:
    waiting = iter(keys)
    while batch := list(islice(waiting, BATCH)):
        sources: dict[str, Any] = parts_of("sources", batch)
        whose = {source.publication for source in sources.values() if source.publication}
        publications: dict[str, Any] = parts_of("publications", whose)
        entries = _entries(batch, form)
        for source in (sources[key] for key in batch):
            yield Reference(source, publications.get(source.publication), form.name, entries.get(source.key))


def _entries(keys: Sequence[str], form: Format) -> dict[str, Any]:
    rows = BibliographyEntry.objects.filter(source__key__in=keys, format=form.name)
    return {key: json.loads(text) for key, text in rows.values_list("source__key", "entry")}
