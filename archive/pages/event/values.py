"""What a claim states, as runs of text that may lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.addresses import actor_path, conflict_path, incident_path, place_path
from archive.language import language
from archive.pages.event.reading import Reading
from archive.record import (
    Actor,
    Alias,
    KindOfAttack,
    Motive,
    Name,
    PartOf,
    Place,
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
from archive.wording import date_text, listed_out, name_in_language, quantity_text, time_text


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, with the address it leads to and its language where these are known.

    `beside`: what the record calls it first, where the text is its name in the language of the page.
    """

    text: str
    href: str = ""
    lang: str = ""
    beside: str = ""


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
            return actor_named(reading.actors[actor])
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
        return place_named(reading.places[name.place])
    if name.actor:
        return actor_named(reading.actors[name.actor])
    return None


def actor_named(actor: Actor) -> Piece:
    return _named_here(actor.name, actor.aliases, actor_path(actor.key))


def place_named(place: Place) -> Piece:
    return _named_here(place.name, place.names, place_path(place.key))


def _named_here(name: str, others: Iterable[Alias], href: str) -> Piece:
    """By its name in the language of the page, if the record has one."""
    own = name_in_language(others)
    return Piece(own, href, language(), beside=name) if own else Piece(name, href)


def place_line(key: str, reading: Reading) -> Iterator[Piece]:
    """The place and those it lies in, the smallest first."""
    here: str | None = key
    while here is not None:
        place = reading.places[here]
        yield place_named(place)
        here = place.parent
