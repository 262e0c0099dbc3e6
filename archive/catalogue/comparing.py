"""How the stored rows of incidents differ from those that follow from their editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F

from archive.catalogue.indexing import BELONGS
from archive.catalogue.rows import Rows
from archive.models import IncidentEntry

#: How the incident is named of which each model's rows are.
WHERE: dict[type[models.Model], str] = {IncidentEntry: "key", **BELONGS}

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Difference:
    """Something in the catalogue that is not as the editions demand: what, and what is wrong with it."""

    what: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.what}: {self.wrong}"


def differences(wanted: Mapping[str, Rows]) -> Mapping[str, Sequence[Difference]]:
    """What is wrong with the rows of each incident, given those that it should have: none, to have none.

    A query for each model, however many incidents.
    """
    found: dict[str, list[Difference]] = {incident: [] for incident in wanted}
    for model, path in WHERE.items():
        columns = next((rows[model].columns for rows in wanted.values() if model in rows), ("pk",))
        stored = _stored(model, path, columns, wanted)
        for incident, rows in wanted.items():
            due = set(map(tuple, rows[model].rows)) if model in rows else set()
            found[incident] += _between(f"incident {incident}", model, due, stored[incident])
    return found


def _stored(
    model: type[models.Model], path: str, columns: Sequence[str], incidents: Collection[str]
) -> Mapping[str, set[Row]]:
    named = "key" if path == "key" else f"{path}__pk"
    rows = model._default_manager.filter(**{f"{named}__among": incidents}).annotate(of=F(path))
    found: dict[str, set[Row]] = defaultdict(set)
    for incident, *row in rows.order_by().values_list("of", *columns):
        found[incident].add(tuple(row))
    return found


def _between(what: str, model: type[models.Model], due: set[Row], stored: set[Row]) -> Iterator[Difference]:
    for wrong, rows in (("missing or stale", due - stored), ("should not be there", stored - due)):
        if rows:
            yield Difference(what, f"{len(rows)} × {model.__name__} {wrong}")
