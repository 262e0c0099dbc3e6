"""A mapping file: which columns of a dataset say what, so that a country's list of incidents needs no code.

It is YAML in the words of the record. Where it names a column, `{constant: words}` may stand instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from archive.record import Key, Label, Line, Url
from archive.vocabulary import (
    ActorKind,
    AttackType,
    Attribution,
    Population,
    Precision,
    PublicationKind,
    TargetType,
    WeaponType,
)


class Node(BaseModel):
    """Any part of a mapping file: immutable, and refusing fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cell(Node):
    """Where words come from: a column, or the file itself for every row."""

    column: Label | None = None
    constant: Label | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.column is None) == (self.constant is None):
            raise ValueError("give a column, or {constant: words}")
        return self


class Choice(Cell):
    """A cell whose words stand for words of a closed list; `others` is for those that are not among them."""

    words: dict[str, str] = {}
    others: str | None = None


def _column(given: Any) -> Any:
    return {"column": given} if isinstance(given, str) else given


def _many(given: Any) -> Any:
    return given if isinstance(given, list | tuple) else [given]


FromCell = Annotated[Cell, BeforeValidator(_column)]
FromChoice = Annotated[Choice, BeforeValidator(_column)]


class Issuer(Node):
    """The dataset itself."""

    key: Key
    name: Label
    licence: Line = ""
    redistributable: bool = False
    """Whether the licence lets the archive publish what the rows say."""
    release: Line = ""
    url: Url | None = None


class Day(Node):
    """A column with the day, one with the first and one with the last day, or year, month and day apart."""

    column: Label | None = None
    first: Label | None = None
    last: Label | None = None
    year: Label | None = None
    month: Label | None = None
    day: Label | None = None

    @model_validator(mode="after")
    def _is_one_of_three(self) -> Self:
        given = frozenset(self.model_dump(exclude_none=True))
        if given not in DAYS:
            raise ValueError("give a column; or first and last; or year, with or without month and day")
        return self


DAYS = {
    frozenset(names.split()) for names in ("column", "first last", "year", "year month", "year month day")
}


class Levels(Node):
    """The places around the incident, from the widest, and the coordinates of the narrowest that is known."""

    country: FromCell | None = None
    province: FromCell | None = None
    division: FromCell | None = None
    district: FromCell | None = None
    subdistrict: FromCell | None = None
    settlement: FromCell | None = None
    site: FromCell | None = None
    latitude: Label | None = None
    longitude: Label | None = None
    precision: Precision = Precision.EXACT

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        if not any(isinstance(value, Cell) for _, value in self):
            raise ValueError("name at least one place, such as country: {constant: Pakistan}")
        return self


class Numbers(Node):
    """A number of people: `best` alone; `low`, `high` or both; or all of them, as an estimate."""

    low: Label | None = None
    best: Label | None = None
    high: Label | None = None
    population: Population = Population.UNSTATED

    @model_validator(mode="after")
    def _is_a_number(self) -> Self:
        if not self.columns():
            raise ValueError("name the column of at least one of low, best, high")
        return self

    def columns(self) -> dict[str, str]:
        named = {"low": self.low, "best": self.best, "high": self.high}
        return {name: column for name, column in named.items() if column is not None}


class Blame(Node):
    """Who is held responsible. A cell that names nobody is no claim."""

    actor: FromCell
    attribution: Attribution = Attribution.ATTRIBUTED
    kind: ActorKind = ActorKind.ARMED_GROUP

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.attribution is Attribution.NONE_NAMED:
            raise ValueError("attribution none_named names no actor; leave responsibility out")
        return self


class Report(Node):
    """A report that the row rests on: at least its title or its address."""

    title: FromCell | None = None
    url: FromCell | None = None
    publication: FromCell | None = None
    kind: PublicationKind = PublicationKind.NEWSPAPER
    published: Label | None = None

    @model_validator(mode="after")
    def _can_be_named(self) -> Self:
        if self.title is None and self.url is None:
            raise ValueError("name the column of its title or its url")
        return self


Counted = Annotated[tuple[Numbers, ...], BeforeValidator(_many)]


class Mapping(Node):
    """A mapping file. Its fields are named after the properties of claims."""

    dataset: Issuer
    id: Annotated[tuple[Label, ...], BeforeValidator(_many), Field(min_length=1)]
    """The columns that tell one row from all others, in this release and the next."""
    unknown: tuple[str, ...] = ()
    """What stands in a cell of which nothing is known."""
    date_forms: tuple[str, ...] = ()
    """How days are written, in the signs of Python's strptime; ISO 8601 needs none."""
    title: Label = "{what} in {place}, {date}"
    """`{what}`, `{place}`, `{date}`, or `{a column}`."""
    date: Annotated[Day, BeforeValidator(_column)] | None = None
    time: Label | None = None
    place: Levels
    name: FromCell | None = None
    killed: Counted = ()
    injured: Counted = ()
    killed_or_injured: Counted = ()
    missing: Counted = ()
    detained: Counted = ()
    responsibility: Annotated[tuple[Blame, ...], BeforeValidator(_many)] = ()
    attack_type: FromChoice | None = None
    target: FromChoice | None = None
    weapon: FromChoice | None = None
    part_of: FromCell | None = None
    claimant: FromCell | None = None
    """Who said it, in words, such as police."""
    source: Annotated[tuple[Report, ...], BeforeValidator(_many)] = ()

    @model_validator(mode="after")
    def _words_are_known(self) -> Self:
        problems = [problem for name, terms in TERMS.items() for problem in _strange(self, name, terms)]
        if problems:
            raise ValueError("; ".join(problems))
        return self


TERMS = {"attack_type": AttackType, "target": TargetType, "weapon": WeaponType}


def _strange(mapping: Mapping, name: str, terms: Any) -> Iterator[str]:
    choice: Choice | None = getattr(mapping, name)
    given = [] if choice is None else [*choice.words.values(), choice.others, choice.constant]
    for word in given:
        if word is not None and word not in list(terms):
            yield f"{name}: “{word}” is not one of {', '.join(terms)}"
