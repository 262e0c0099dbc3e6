"""What a later release of a dataset changes in an incident that editors may have worked on since. Pure.

Three versions meet: what the row said before, what the desk has of it now, and what the row says. What the
editors left as the row had it follows the row; what they changed, added or deleted stays theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.record import BaseClaim, Record
from archive.record.entities import Part
from archive.record.links import ENTITIES, held, reached
from archive.vocabulary import About
from incidents.importers.parsing.entry import Entry

#: What a claim of a dataset says; rank, supersession and withholding are the editors' word on it.
SAID = ("property", "value", "about", "attack", "stated", "claimant", "claimed_on")


@dataclass(frozen=True, slots=True)
class Revision:
    """The incident as it becomes, where each slot's claim is now, and what the editors' changes kept back.

    The record comes without figures, which are yet to be computed.
    """

    record: Record
    numbers: Mapping[str, int]
    kept: tuple[str, ...] = ()


@dataclass
class _Claims:
    """The incident's claims while they are revised."""

    claims: list[BaseClaim]
    next_number: int
    numbers: dict[str, int] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    def at(self, number: int) -> BaseClaim | None:
        return next((claim for claim in self.claims if claim.number == number), None)

    def replace(self, old: BaseClaim, new: BaseClaim | None) -> None:
        place = self.claims.index(old)
        self.claims[place : place + 1] = [new] if new else []

    def is_newer(self, number: int) -> bool:
        """Whether another claim is out of date by this one."""
        return any(claim.superseded_by == number for claim in self.claims)

    def add(self, slot: str, claim: BaseClaim) -> None:
        self.claims.append(claim.model_copy(update={"number": self.next_number}))
        self.numbers[slot] = self.next_number
        self.next_number += 1


def joined(desk: Record, new: Entry, next_number: int) -> Revision:
    """The incident with the row's claims beside its own; nothing else of it is changed."""
    return _revised(desk, None, new, {}, next_number, own=False)


def revised(
    desk: Record, old: Entry | None, new: Entry, numbers: Mapping[str, int], next_number: int, *, own: bool
) -> Revision:
    """The incident after the row changed from `old` (None where it can no longer be read) to `new`.

    `numbers`: which claim each slot of the old row became; `next_number` is the first that is free. `own`:
    the incident was made for the row, so that its title, date, place and attack follow the row too.
    """
    return _revised(desk, old, new, numbers, next_number, own=own)


def _revised(
    desk: Record, old: Entry | None, new: Entry, numbers: Mapping[str, int], next_number: int, *, own: bool
) -> Revision:
    state = _Claims(list(desk.claims), next_number)
    before, now = _by_slot(old), _by_slot(new)
    for slot, claim in now.items():
        if slot in numbers:
            _revise(state, slot, numbers[slot], before.get(slot), claim, own=own)
        else:
            state.add(slot, claim if own else _fitted(claim, desk))
    for slot in sorted(numbers.keys() - now.keys()):
        _drop(state, slot, numbers[slot], before.get(slot), own=own)
    settled = dict(_settled(desk, old, new, state.kept)) if own else {}
    record = _with_entities(desk.model_copy(update={"claims": tuple(state.claims), **settled}), new.record)
    return Revision(record, state.numbers, tuple(state.kept))


def _by_slot(entry: Entry | None) -> dict[str, BaseClaim]:
    return dict(zip(entry.slots, entry.record.claims, strict=True)) if entry else {}


def _fitted(claim: BaseClaim, desk: Record) -> BaseClaim:
    """What the row says of its attack, said of the incident's only one, or else of the whole incident."""
    if claim.attack is None:
        return claim
    if len(desk.attacks) == 1:
        return claim.model_copy(update={"attack": desk.attacks[0].number})
    return claim.model_copy(update={"about": About.INCIDENT, "attack": None})


def _revise(
    state: _Claims, slot: str, number: int, old: BaseClaim | None, new: BaseClaim, *, own: bool
) -> None:
    """Let the claim follow the row, if it still says what the row said before."""
    state.numbers[slot] = number
    now = state.at(number)
    if now is None:
        if old is None or _said(old) != _said(new):
            state.kept.append(f"{slot}: an editor deleted its claim, and the row has changed")
        return
    old, new = _put_old(now, old, own=own), _put(now, new, own=own)
    if old is not None and _said(now) == _said(old):
        state.replace(now, _following(now, old, new))
    elif _said(now) != _said(new) and (old is None or _said(old) != _said(new)):
        state.kept.append(f"{slot}: an editor worked on claim {number}, and the row has changed")


def _put_old(now: BaseClaim, old: BaseClaim | None, *, own: bool) -> BaseClaim | None:
    return None if old is None else _put(now, old, own=own)


def _put(now: BaseClaim, claim: BaseClaim, *, own: bool) -> BaseClaim:
    """The row's claim about what it is about at the desk: what it joined is for the editors to say."""
    return claim if own else claim.model_copy(update={"about": now.about, "attack": now.attack})


def _following(now: BaseClaim, old: BaseClaim, new: BaseClaim) -> BaseClaim:
    """The claim as the row has it, with the editors' rank, and the citations that they added or changed."""
    theirs = [citation for citation in now.citations if citation not in old.citations]
    rows = new.citations if len(theirs) < len(now.citations) else ()
    said: dict[str, Any] = {name: getattr(new, name) for name in SAID}
    return now.model_copy(update=said | {"citations": (*rows, *theirs)})


def _drop(state: _Claims, slot: str, number: int, old: BaseClaim | None, *, own: bool) -> None:
    """Take out what the row no longer says, unless an editor has made something of it."""
    now = state.at(number)
    old = _put_old(now, old, own=own) if now else old
    if now is not None and old is not None and _is_untouched(now, old) and not state.is_newer(number):
        state.replace(now, None)
        return
    state.numbers[slot] = number
    if now is not None:
        state.kept.append(f"{slot}: the row no longer says it, but an editor worked on claim {number}")


def _is_untouched(now: BaseClaim, old: BaseClaim) -> bool:
    plain = now.rank == old.rank and now.superseded_by is None and not now.withheld
    return plain and _said(now) == _said(old) and now.citations == old.citations


def _said(claim: BaseClaim) -> tuple[object, ...]:
    return tuple(getattr(claim, name) for name in SAID)


def _settled(desk: Record, old: Entry | None, new: Entry, kept: list[str]) -> Iterator[tuple[str, Any]]:
    """The title, date, place and attacks that follow the row, since the editors left them as it had them."""
    for name in ("title", "date", "place", "attacks"):
        now, said = getattr(desk, name), getattr(new.record, name)
        before = getattr(old.record, name) if old else None
        if old and now == before:
            yield name, said
        elif said not in (now, before):
            kept.append(f"{name}: an editor changed it, and the row has changed")


def _with_entities(record: Record, other: Record) -> Record:
    """The record with whatever its parts name, from its own lists or else from the other's."""
    known: dict[tuple[str, str], Part] = held(record) | held(other)
    needed = reached(record, known) & known.keys()
    lists: dict[str, Any] = {
        name: tuple(known[link] for link in sorted(needed) if link[0] == name) for name in ENTITIES
    }
    return record.model_copy(update=lists | {"figures": ()})
