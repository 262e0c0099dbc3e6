"""What a claim states, as runs of text that may lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.addresses import actor_path, conflict_path, incident_path, place_path
from archive.pages.event.reading import Reading
from archive.record import (
    KindOfAttack,
    Motive,
    Name,
    PartOf,
    Quantity,
    Responsibility,
    SeeAlso,
    Target,
    Time,
    Weapon,
    When,
    Where,
)
from archive.record.entities import Part
from archive.vocabulary import AttackType, TargetType, WeaponType
from archive.wording import date_text, listed_out, quantity_text, time_text


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, with the address it leads to and its language where these are known."""

    text: str
    href: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A claim's value: `parts` are set out with commas; `of` is what a spelling is a spelling of."""

    parts: tuple[Piece, ...]
    of: Piece | None = None

    @property
    def text(self) -> str:
        return listed_out(part.text for part in self.parts)


def value_of(value: Part, reading: Reading) -> Value:
    """The value in words. A statement or an image has none: it is shown as it stands."""
    match value:
        case Name():
            return Value((Piece(value.text, lang=value.language or ""),), _named(value, reading))
        case Where():
            return Value(tuple(place_line(value.place, reading)))
        case _:
            piece = _piece(value, reading)
            return Value((piece,) if piece else ())


def _piece(value: Part, reading: Reading) -> Piece | None:
    match value:
        case Responsibility(actor=str(actor)):
            return Piece(reading.actors[actor].name, actor_path(actor))
        case PartOf():
            return Piece(reading.conflicts[value.conflict].name, conflict_path(value.conflict))
        case SeeAlso():
            return Piece(value.title, incident_path(value.incident) if value.incident else value.url or "")
    text = _text(value, reading)
    return Piece(text) if text else None


def _text(value: Part, reading: Reading) -> str:
    match value:
        case Quantity():
            return quantity_text(value)
        case When():
            return date_text(value.edtf)
        case Time():
            return time_text(value, reading.record.attacks)
        case Target() | Weapon() | KindOfAttack():
            return value.text or label_of(value.type)
        case Motive():
            return value.text
    return ""


def label_of(word: TargetType | WeaponType | AttackType) -> str:
    return word.label


def _named(name: Name, reading: Reading) -> Piece | None:
    if name.place:
        return Piece(reading.places[name.place].name, place_path(name.place))
    if name.actor:
        return Piece(reading.actors[name.actor].name, actor_path(name.actor))
    return None


def place_line(key: str, reading: Reading) -> Iterator[Piece]:
    """The place and those it lies in, the smallest first."""
    here: str | None = key
    while here is not None:
        place = reading.places[here]
        yield Piece(place.name, place_path(here))
        here = place.parent
