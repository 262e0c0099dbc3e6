"""Paths into an answer, such as “place.name”: what they hold by the answer's model, and how it is read.

A step into a list takes the whole list, “conflicts.name”, or its first item with these words,
“figures[measure=killed,population=all].low”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

#: An answer, or a part of one, as JSON holds it.
Document = Mapping[str, Any]
Read = Callable[[Any], Any]

STEP = re.compile(r"(?P<name>\w+)(?:\[(?P<words>[\w=,]+)\])?")
#: What stands between the values of a list where one cell holds them all.
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Step:
    """A field and, where it holds a list, the words by which one item of it is chosen."""

    name: str
    words: tuple[tuple[str, str], ...] = ()


def steps_of(path: str) -> tuple[Step, ...]:
    """Raises ValueError for a path that cannot be read."""
    return tuple(_step(text) for text in path.split("."))


def _step(text: str) -> Step:
    found = STEP.fullmatch(text)
    if found is None:
        raise ValueError(f"“{text}” is no step of a path")
    words = [word.split("=") for word in (found["words"] or "").split(",") if word]
    return Step(found["name"], tuple((name, value) for name, value in words))


def fields_along(path: str, model: type[BaseModel]) -> list[FieldInfo]:
    """The fields that the path passes. Raises KeyError where the model has no such field."""
    found: list[FieldInfo] = []
    for step in steps_of(path):
        field = model.model_fields[step.name]
        found.append(field)
        model = next((leaf for leaf in leaves(field.annotation) if issubclass(leaf, BaseModel)), model)
    return found


def leaves(annotation: Any) -> Iterator[type]:
    """The types that a field can hold, whether one of them or a list."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        yield type(inner[0])
    elif origin in (Annotated, tuple):
        yield from leaves(inner[0])
    elif origin in (Union, UnionType):
        for one in inner:
            yield from leaves(one)
    elif annotation is not NoneType:
        yield annotation


def is_list(annotation: Any) -> bool:
    """Whether the field holds any number of values."""
    return get_origin(annotation) is tuple


def reader(path: str, model: type[BaseModel]) -> Read:
    """What reads the value at the path; the values of a list become one text, and nothing stays nothing."""
    fields, steps = fields_along(path, model), steps_of(path)
    many = [is_list(field.annotation) and not step.words for field, step in zip(fields, steps, strict=True)]
    read = _reader(list(zip(steps, many, strict=True)))
    return _joined(read) if any(many) else read


def _reader(steps: list[tuple[Step, bool]]) -> Read:
    (step, many), further = steps[0], steps[1:]
    onward = _reader(further) if further else None
    if many:
        return _each(step.name, onward)
    if step.words:
        return _chosen(step, onward)
    return _within(step.name, onward) if onward else lambda holder: holder.get(step.name)


def _within(name: str, onward: Read) -> Read:
    def read(holder: Document) -> Any:
        value = holder.get(name)
        return None if value is None else onward(value)

    return read


def _each(name: str, onward: Read | None) -> Read:
    def read(holder: Document) -> Any:
        values = holder.get(name) or ()
        return [onward(value) for value in values] if onward else values

    return read


def _chosen(step: Step, onward: Read | None) -> Read:
    words = dict(step.words)
    told_by = itemgetter(*words)
    wanted = told_by(words)

    def read(holder: Document) -> Any:
        for value in holder.get(step.name) or ():
            if told_by(value) == wanted:
                return onward(value) if onward else value
        return None

    return read


def _joined(read: Read) -> Read:
    def joined(document: Document) -> str | None:
        return BETWEEN.join(str(value) for value in read(document) or () if value is not None) or None

    return joined
