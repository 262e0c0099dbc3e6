"""The values of claims in words that leave nothing out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archive.comparison.names import Names
from archive.language import gettext
from archive.record import (
    Image,
    KindOfAttack,
    Motive,
    Name,
    PartOf,
    Quantity,
    Responsibility,
    SeeAlso,
    Statement,
    Target,
    Time,
    Weapon,
    When,
    Where,
)
from archive.record.entities import Part
from archive.vocabulary import Population
from archive.wording import count_text, date_text, time_text


def value_text(value: Part, names: Names) -> str:
    """The value in words, entities by the names that the record gives them."""
    return WORDS[type(value)](value, names)


def joined(*words: str) -> str:
    return gettext(", ").join(word for word in words if word)


def headed(heading: str, words: str) -> str:
    """“bombing: two bombings”; a translation sets the words of the record apart, which run their own way."""
    if not heading or not words:
        return heading or words
    return gettext("{heading}: {words}").format(heading=heading, words=words)


def _quantity(value: Quantity, names: Names) -> str:
    count = count_text(value)
    return count if value.population is Population.UNSTATED else f"{count} ({value.population.label})"


def _responsibility(value: Responsibility, names: Names) -> str:
    return joined(names.actor(value.actor), value.attribution.label)


def _name(value: Name, names: Names) -> str:
    of = names.place(value.place) or names.actor(value.actor)
    return joined(value.text, value.language or "", of and gettext("a spelling of {name}").format(name=of))


def _time(value: Time, names: Names) -> str:
    return time_text(value, names.record.attacks)


def _typed(value: Target | Weapon | KindOfAttack, names: Names) -> str:
    return headed(value.type.label, value.text)


def _image(value: Image, names: Names) -> str:
    date = date_text(value.date) if value.date else ""
    credit = gettext("credit: {credit}").format(credit=value.credit)
    rights = gettext("rights: {rights}").format(rights=value.rights)
    return joined(value.caption, value.place, date, credit, rights)


def _see_also(value: SeeAlso, names: Names) -> str:
    return joined(value.title, value.incident or "", value.url or "")


def _statement(value: Statement, names: Names) -> str:
    group = value.group.label if value.group else ""
    return headed(joined(value.section.label, group), value.text)


WORDS: Mapping[type[Part], Callable[[Any, Names], str]] = {
    Quantity: _quantity,
    Responsibility: _responsibility,
    Name: _name,
    PartOf: lambda value, names: names.conflict(value.conflict),
    When: lambda value, names: date_text(value.edtf),
    Time: _time,
    Where: lambda value, names: names.place(value.place),
    Target: _typed,
    Weapon: _typed,
    KindOfAttack: _typed,
    Motive: lambda value, names: value.text,
    Image: _image,
    SeeAlso: _see_also,
    Statement: _statement,
}
