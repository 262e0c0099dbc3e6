"""Making the whole catalogue anew, and proving that it is right.

Both compute every row and compare it with what is stored; the rebuild then stores what differs. So readers
see each incident either as it was or as it should be, and a rebuild that was stopped goes on where it left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import models, transaction
from django.db.models import Exists, OuterRef

from archive.answers import Composer
from archive.answers.texts import texts_of
from archive.bulk import Lines
from archive.catalogue.composing import composer, volume_of
from archive.catalogue.forwards import INCIDENTS, entity_forwards, forwards_of, lead_on, said
from archive.catalogue.indexing import BELONGS, discard, one_at_a_time, own_edition, store
from archive.catalogue.names import misnamed, without_holder
from archive.catalogue.rows import Rows, rows_of
from archive.catalogue.shared import ENTRIES, entries_of, renew
from archive.models import Edition, Forward, Holding, IncidentEntry, SharedEntry
from archive.record.links import Link

#: How each model's rows are found that an incident has.
WHERE: dict[type[models.Model], str] = {IncidentEntry: "key", **BELONGS}

#: Called with the number of incidents looked at and of all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Difference:
    """Something in the catalogue that is not as the editions demand: what, and what is wrong with it."""

    what: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.what}: {self.wrong}"


def check(progress: Progress | None = None) -> Iterator[Difference]:
    """Every way in which the catalogue differs from what the editions demand; nothing is stored."""
    yield from _incidents(progress, mend=False)
    yield from _entities(mend=False)


def reindex(progress: Progress | None = None) -> Iterator[Difference]:
    """Store anew whatever differs from what the editions demand, naming each difference when it is mended."""
    yield from _incidents(progress, mend=True)
    yield from _entities(mend=True)


def _incidents(progress: Progress | None, *, mend: bool) -> Iterator[Difference]:
    names = sorted({*_published(), *_stored()})
    for done, incident in enumerate(names, start=1):
        with transaction.atomic():
            if mend:
                one_at_a_time()
            yield from _incident(incident, mend=mend)
        if progress:
            progress(done, len(names))


def _published() -> Iterator[str]:
    """Every incident that was ever published: even a closed one may say what was merged into it."""
    return Edition.objects.current().values_list("incident", flat=True).iterator()


def _stored() -> Iterator[str]:
    yield from IncidentEntry.objects.values_list("key", flat=True)
    yield from Forward.objects.filter(kind=INCIDENTS).values_list("new", flat=True)


def _incident(incident: str, *, mend: bool) -> Iterator[Difference]:
    """What is wrong with the incident's rows, and with the ways of those that were merged into it."""
    yield from _compare_forwards(incident)
    for other in sorted(lead_on(incident)) if mend else ():
        yield from _incident(other, mend=True)
    edition = own_edition(incident)
    rows = _rows(edition) if edition else {}
    differences = list(_compare(incident, rows))
    if differences and mend:
        store([incident], rows) if rows else discard(incident)
    yield from differences


def _rows(edition: Edition) -> Rows:
    made = composer(volume_of(edition))
    return rows_of(edition, made, texts_of(made))


def _compare_forwards(incident: str) -> Iterator[Difference]:
    stored = {said(row) for row in Forward.objects.of_incident(incident)}
    if wrong := stored ^ {said(row) for row in forwards_of(incident)}:
        yield Difference(f"incident {incident}", f"{len(wrong)} × Forward missing, stale or too many")


def _compare(incident: str, rows: Rows) -> Iterator[Difference]:
    for model, path in WHERE.items():
        lines = rows.get(model) or Lines(("pk",), [])
        wanted = {tuple(row) for row in lines.rows}
        stored = set(model._default_manager.filter(**{path: incident}).values_list(*lines.columns))
        for wrong, found in (("missing or stale", wanted - stored), ("should not be there", stored - wanted)):
            if found:
                yield Difference(f"incident {incident}", f"{len(found)} × {model.__name__} {wrong}")


def _entities(*, mend: bool) -> Iterator[Difference]:
    for kind, model in ENTRIES.items():
        for edition, keys in _held_by_edition(kind).items():
            yield from _compare_entities(kind, edition, keys, mend=mend)
        yield from _strangers(kind, model, mend=mend)


def _held_by_edition(kind: str) -> dict[int, list[str]]:
    """Which entities of the kind each edition is the latest to hold."""
    rows = Holding.objects.filter(kind=kind).order_by("key", "-published_at", "-incident")
    found: dict[int, list[str]] = {}
    pairs = rows.values_list("key", "edition").iterator()
    for key, holders in groupby(pairs, key=lambda pair: pair[0]):
        found.setdefault(next(holders)[1], []).append(key)
    return found


def _compare_entities(kind: str, edition: int, keys: list[str], *, mend: bool) -> Iterator[Difference]:
    holder = Edition.objects.readable().filter(pk=edition).first()
    if holder is None:
        yield from (Difference(f"{kind} {key}", "held by a closed edition") for key in keys)
        return
    links: list[Link] = [(kind, key) for key in keys]
    made = composer(volume_of(holder))
    entries = list(entries_of(edition, made, links))
    stored = {values(row) for row in ENTRIES[kind]._default_manager.filter(key__in=keys)}
    stale = [entry.key for _, entry in entries if values(entry) not in stored]
    stale += _led_astray(kind, made, set(keys) - set(stale))
    stale += [entry.key for _, entry in misnamed(entries) if entry.key not in stale]
    if stale and mend:
        _mend(kind, stale)
    yield from (Difference(f"{kind} {key}", "missing or stale") for key in stale)


def _led_astray(kind: str, made: Composer, keys: set[str]) -> list[str]:
    """Those of the entities to which other addresses lead than the edition says."""
    stored = {said(row) for row in Forward.objects.leading_to(kind, *keys)}
    wanted = {said(row) for row in entity_forwards(made, [(kind, key) for key in keys])}
    return sorted({str(row[3]) for row in stored ^ wanted})


def _strangers(kind: str, model: type[SharedEntry], *, mend: bool) -> Iterator[Difference]:
    """Entries that no current edition holds, and addresses that lead to none."""
    holders = Holding.objects.filter(kind=kind, key=OuterRef("key"))
    aims = Holding.objects.filter(kind=kind, key=OuterRef("new"))
    lost = Forward.objects.filter(~Exists(aims), kind=kind).values_list("new", flat=True)
    strange = model._default_manager.filter(~Exists(holders)).values_list("key", flat=True)
    keys = sorted({*strange, *lost, *without_holder(kind)})
    if keys and mend:
        _mend(kind, keys)
    yield from (Difference(f"{kind} {key}", "should not be there") for key in keys)


def _mend(kind: str, keys: Iterable[str]) -> None:
    """Store the entries as they should be now: something may have been published since they were compared."""
    with transaction.atomic():
        one_at_a_time()
        renew([(kind, key) for key in keys], {}, anew=True)


def values(row: models.Model) -> tuple[object, ...]:
    """All that a row says, without the number that the database gave it."""
    fields = row._meta.concrete_fields
    return tuple(getattr(row, field.attname) for field in fields if field.name != "id")
