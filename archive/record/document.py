"""The document itself, its one text, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self

import orjson
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from archive.record.claims import Claim
from archive.record.entities import (
    Actor,
    Attack,
    Conflict,
    Merged,
    Part,
    Place,
    Publication,
    Source,
)
from archive.record.links import problems_of
from archive.record.text import Edtf, Key, Label, Number, Total
from archive.vocabulary import About, LeftOutReason, Population, Property, Rule


class RecordError(ValueError):
    """A record that cannot be read: one line for each problem, each with its field."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class LeftOut(Part):
    """A claim on the measure that the figure does not use."""

    claim: Number
    """Its number."""
    reason: LeftOutReason
    """Why the rule leaves it out."""


class Figure(Part):
    """What follows from the claims on one measure under one rule.

    `low` and `high` are the smallest and the largest number stated by the claims used; both are empty where
    no claim used states one. `open_above`: a claim used has no upper bound ("at least 16"); `open_below`:
    one has no lower bound ("up to 10"). `is_sum`: added up from the attacks; `partial`: some attack had no
    number to add.
    """

    about: Literal[About.INCIDENT, About.ATTACK]
    """The incident or one of its attacks."""
    attack: Number | None = None
    """The number of the attack."""
    measure: Property
    """What is counted."""
    population: Population
    """Who is counted."""
    rule: Rule
    """By which rule it was made."""
    low: Total | None = None
    """The smallest number stated by the claims used."""
    best: Total | None = None
    """The number on which the claims that commit to one agree."""
    high: Total | None = None
    """The largest number stated by the claims used."""
    open_above: bool = False
    """Whether a claim used leaves room for more."""
    open_below: bool = False
    """Whether a claim used leaves room for fewer."""
    is_sum: bool = False
    """Whether it was added up from the attacks."""
    partial: bool = False
    """Whether some attack had no number to add."""
    used: tuple[Number, ...] = ()
    """The numbers of the claims that it rests on."""
    left_out: tuple[LeftOut, ...] = ()
    """The claims that it leaves out, and why."""


def _by_key(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(parts, key=lambda part: part.key))


def _by_number(attacks: tuple[Attack, ...]) -> tuple[Attack, ...]:
    return tuple(sorted(attacks, key=lambda attack: attack.number))


def _by_id(merged: tuple[Merged, ...]) -> tuple[Merged, ...]:
    return tuple(sorted(merged, key=lambda one: one.id))


def _schema_number(given: Any) -> Any:
    """YAML dossiers hold the number as text."""
    return int(given) if isinstance(given, str) and given.isdecimal() else given


InKeyOrder = AfterValidator(_by_key)


class Record(Part):
    """One incident with everything that its page, its answers and its files show.

    The lists of sources, publications, actors, places and conflicts hold what the claims refer to, whole:
    a place comes with its parents, an actor with those it is part of. They are kept in the order of their
    keys; claims are kept in the order of the page.
    """

    schema_: Annotated[Literal[1], BeforeValidator(_schema_number)] = Field(default=1, alias="schema")
    """The version of this schema."""
    id: Key
    """The incident's own, in addresses; never used again."""
    title: Label
    """The archive's own label."""
    date: Edtf | None = None
    """Settled: when it happened, as EDTF."""
    place: Key | None = None
    """Settled: where it happened, by key."""
    attacks: Annotated[tuple[Attack, ...], AfterValidator(_by_number)] = ()
    """Each physical attack, in the order of their numbers."""
    claims: tuple[Claim, ...] = ()
    """Everything that is said, in the order of the page."""
    sources: Annotated[tuple[Source, ...], InKeyOrder] = ()
    """Every source that a claim cites, and those on which it relies."""
    publications: Annotated[tuple[Publication, ...], InKeyOrder] = ()
    """Who issued them."""
    actors: Annotated[tuple[Actor, ...], InKeyOrder] = ()
    """Everybody whom a claim names, and those whom they are part of."""
    places: Annotated[tuple[Place, ...], InKeyOrder] = ()
    """Every place that is named, and those around it."""
    conflicts: Annotated[tuple[Conflict, ...], InKeyOrder] = ()
    """Every conflict that is named."""
    merged: Annotated[tuple[Merged, ...], AfterValidator(_by_id)] = ()
    """Incidents that were merged into this one."""
    figures: tuple[Figure, ...] = ()
    """The figures under the archive's rule; empty in a dossier, where they are yet to be computed."""

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if problems := list(problems_of(self)):
            raise ValueError("; ".join(problems))
        return self


def read_record(text: bytes | str) -> Record:
    """The record in a JSON text. Raises RecordError, naming every field that is wrong."""
    try:
        data = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise RecordError([f"not JSON: {error}"]) from error
    return make_record(data)


def make_record(data: Any) -> Record:
    """The record in plain data, as JSON or YAML hold it. Raises RecordError, naming every wrong field."""
    try:
        return Record.model_validate(data)
    except ValidationError as error:
        raise RecordError([_problem(detail, data) for detail in error.errors()]) from error


def canonical(record: Record) -> bytes:
    """The record's one text: UTF-8 JSON with sorted keys."""
    data = record.model_dump(mode="json", by_alias=True)
    return orjson.dumps(data, option=orjson.OPT_SORT_KEYS)


def _problem(detail: ErrorDetails, data: Any) -> str:
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "union_tag_invalid":
        message = f"“{detail['ctx']['tag']}” is not a property; there are: {', '.join(Property)}"
    place = _place(detail["loc"], data)
    return f"{place}: {message}" if place else message


def _place(path: Sequence[str | int], data: Any) -> str:
    """Where in the data an error lies, naming list items by their own number or key."""
    names: list[str] = []
    for step in path:
        inner = _step(data, step)
        if isinstance(step, int):
            names[-1] += f"[{_own_name(inner, step)}]"
        elif inner is not None or step == path[-1]:
            names.append(step)
        data = inner if inner is not None else data
    return ".".join(names)


def _step(data: Any, step: str | int) -> Any:
    if isinstance(data, Mapping):
        return data.get(step)
    return data[step] if isinstance(data, Sequence) and isinstance(step, int) else None


def _own_name(item: Any, index: int) -> str:
    if isinstance(item, Mapping):
        return str(item.get("number") or item.get("key") or f"item {index + 1}")
    return f"item {index + 1}"
