"""Every settled column must be backed by a claim that is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.audit.findings import Fault, Finding, blocks
from archive.dates import bounds
from archive.record import Attack, BaseClaim, KindOfAttack, Place, Record, Target, Weapon, When, Where
from archive.record.entities import Part
from archive.vocabulary import About, Rank
from archive.wording import date_text


@dataclass(frozen=True, slots=True)
class Settled:
    """One settled value: in which column, in the reader's words, of which attack (or the incident)."""

    column: str
    value: str
    shown: str
    attack: Attack | None = None


def unbacked(record: Record) -> Iterator[Finding]:
    """A claim about the incident backs any column; one about an attack backs its own and the incident's."""
    places = {place.key: place for place in record.places}
    in_force = [claim for claim in record.claims if _in_force(claim)]
    for settled in _settled(record, places):
        if not any(_concerns(claim, settled) and _backs(claim.value, settled, places) for claim in in_force):
            yield _finding(settled)


def _settled(record: Record, places: dict[str, Place]) -> Iterator[Settled]:
    yield from _dates_and_places(record, None, places)
    for attack in record.attacks:
        yield from _dates_and_places(attack, attack, places)
        for column in ("type", "target", "weapon"):
            if value := getattr(attack, column):
                yield Settled(column, value, value.label, attack)


def _dates_and_places(
    of: Record | Attack, attack: Attack | None, places: dict[str, Place]
) -> Iterator[Settled]:
    if of.date:
        yield Settled("date", of.date, date_text(of.date), attack)
    if of.place:
        yield Settled("place", of.place, places[of.place].name, attack)


def _in_force(claim: BaseClaim) -> bool:
    return claim.rank is not Rank.DEPRECATED and claim.about is not About.CONTEXT


def _concerns(claim: BaseClaim, settled: Settled) -> bool:
    return settled.attack is None or claim.attack in (None, settled.attack.number)


def _backs(value: Part, settled: Settled, places: dict[str, Place]) -> bool:
    match settled.column, value:
        case "date", When():
            return bounds(value.edtf).contains(bounds(settled.value))
        case "place", Where():
            within = settled.value in _line(value.place, places)
            return within or value.place in _line(settled.value, places)
        case ("type", KindOfAttack()) | ("target", Target()) | ("weapon", Weapon()):
            return bool(getattr(value, "type") == settled.value)  # noqa: B009 (three classes, one field)
    return False


def _line(key: str | None, places: dict[str, Place]) -> Iterator[str]:
    """The place and all that it lies in, upwards."""
    while key is not None:
        yield key
        key = places[key].parent


def _finding(settled: Settled) -> Finding:
    attack = settled.attack
    owner = "the incident" if attack is None else f"attack {attack.number} ({attack.label})"
    return blocks(
        Fault.UNBACKED,
        f"The {settled.column} of {owner} is settled as “{settled.shown}”, but no claim in force backs it: "
        "enter the claim, or leave the field empty.",
        attack=attack.number if attack else None,
    )
