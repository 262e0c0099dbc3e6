"""Making the whole catalogue anew, and proving that it is right.

Both compute every row and compare it with what is stored; the rebuild then stores what differs. So readers
see each incident either as it was or as it should be, and a rebuild that was stopped goes on where it left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from django.db import models, transaction
from django.db.models import Exists, OuterRef

from archive.answers import Composer
from archive.catalogue.apart import Composing
from archive.catalogue.comparing import Difference, differences
from archive.catalogue.composing import composer, volumes_of
from archive.catalogue.forwards import INCIDENTS, entity_forwards, forwards_of, lead_on, said
from archive.catalogue.indexing import discard, gathered, one_at_a_time, own_edition, store
from archive.catalogue.names import misnamed, without_holder
from archive.catalogue.rows import Rows, rows_of
from archive.catalogue.shared import ENTRIES, entries_of, renew
from archive.collecting import collecting_later
from archive.models import Edition, Forward, Holding, IncidentEntry, SharedEntry
from archive.record.links import Link

#: Incidents of one transaction: another publication waits no longer than these take.
SHARE = 100

#: Called with the number of incidents looked at and of all.
Progress = Callable[[int, int], None]


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
    for first in range(0, len(names), SHARE):
        some = names[first : first + SHARE]
        with collecting_later(), transaction.atomic():
            if mend:
                one_at_a_time()
            found = list(_share(some, mend=mend))
        yield from found
        if progress:
            progress(first + len(some), len(names))


def _share(incidents: Sequence[str], *, mend: bool) -> Iterator[Difference]:
    """What is wrong with the rows of some incidents: a few queries for all that have no part in a merge."""
    editions = _unmerged(incidents)
    merging = sorted(set(incidents) - editions.keys())
    for incident in merging:
        yield from _incident(incident, mend=mend)
    editions = _unmerged(sorted(editions)) if merging else editions
    yield from _compare(dict(zip(editions, _rows(list(editions.values())), strict=True)), mend=mend)


def _unmerged(incidents: Sequence[str]) -> dict[str, Edition]:
    """The current editions of those that are shown and had nothing to do with a merge, in order."""
    stored = Forward.objects.of_incident(*incidents).values_list("new", flat=True)
    gone = Forward.objects.filter(kind=INCIDENTS, old__among=incidents).values_list("old", flat=True)
    merging, open_ones = {*stored, *gone}, Edition.objects.current().readable()
    editions = open_ones.filter(incident__among=incidents).order_by("incident")
    return {one.incident: one for one in editions if not (one.incident in merging or one.record.merged)}


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
    yield from _compare({incident: _rows([edition])[0] if edition else {}}, mend=mend)


def _rows(editions: Sequence[Edition]) -> list[Rows]:
    composing = Composing(volumes_of(editions))
    return list(map(rows_of, editions, composing.made, composing.results()))


def _compare(wanted: Mapping[str, Rows], *, mend: bool) -> Iterator[Difference]:
    """What is wrong with the rows of these incidents, which should be those given."""
    found = {incident: wrong for incident, wrong in differences(wanted).items() if wrong}
    shown = [incident for incident in found if wanted[incident]]
    if mend:
        store(shown, gathered(wanted[incident] for incident in shown))
        for incident in found.keys() - set(shown):
            discard(incident)
    yield from (difference for wrong in found.values() for difference in wrong)


def _compare_forwards(incident: str) -> Iterator[Difference]:
    stored = {said(row) for row in Forward.objects.of_incident(incident)}
    if wrong := stored ^ {said(row) for row in forwards_of(incident)}:
        yield Difference(f"incident {incident}", f"{len(wrong)} × Forward missing, stale or too many")


def _entities(*, mend: bool) -> Iterator[Difference]:
    for kind, model in ENTRIES.items():
        held = list(_held_by_edition(kind).items())
        for first in range(0, len(held), SHARE):
            with collecting_later():
                found = list(_compare_entities(kind, dict(held[first : first + SHARE]), mend=mend))
            yield from found
        yield from _strangers(kind, model, mend=mend)


def _held_by_edition(kind: str) -> dict[int, list[str]]:
    """Which entities of the kind each edition is the latest to hold."""
    rows = Holding.objects.filter(kind=kind).order_by("key", "-published_at", "-incident")
    found: dict[int, list[str]] = {}
    pairs = rows.values_list("key", "edition").iterator()
    for key, holders in groupby(pairs, key=lambda pair: pair[0]):
        found.setdefault(next(holders)[1], []).append(key)
    return found


def _compare_entities(kind: str, held: Mapping[int, list[str]], *, mend: bool) -> Iterator[Difference]:
    """What is wrong with the entries of the entities that these editions hold: a few queries for all."""
    holders = list(Edition.objects.readable().filter(pk__among=held))
    closed = held.keys() - {holder.pk for holder in holders}
    yield from (Difference(f"{kind} {key}", "held by a closed edition") for pk in closed for key in held[pk])
    made = {volume.edition.pk: composer(volume) for volume in volumes_of(holders)}
    stale = list(dict.fromkeys(_stale(kind, made, held)))
    if stale and mend:
        _mend(kind, stale)
    yield from (Difference(f"{kind} {key}", "missing or stale") for key in stale)


def _stale(kind: str, made: Mapping[int, Composer], held: Mapping[int, list[str]]) -> Iterator[str]:
    """The keys of those whose entries, names or former addresses are not as the editions say."""
    wanted: dict[int, list[Link]] = {pk: [(kind, key) for key in held[pk]] for pk in made}
    entries = [entry for pk, links in wanted.items() for entry in entries_of(pk, made[pk], links)]
    keys = [entry.key for _, entry in entries]
    stored = {values(row) for row in ENTRIES[kind]._default_manager.filter(key__among=keys)}
    yield from (entry.key for _, entry in entries if values(entry) not in stored)
    yield from _led_astray(kind, keys, [row for pk in made for row in entity_forwards(made[pk], wanted[pk])])
    yield from (entry.key for _, entry in misnamed(entries))


def _led_astray(kind: str, keys: Sequence[str], forwards: Iterable[Forward]) -> list[str]:
    """Those of the entities to which other addresses lead than the editions say."""
    stored = {said(row) for row in Forward.objects.leading_to(kind, *keys)}
    return sorted({str(row[3]) for row in stored ^ {said(row) for row in forwards}})


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
