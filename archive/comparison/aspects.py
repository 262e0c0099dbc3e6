"""What can differ between two versions of one part, said by one table for each kind of part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from archive.comparison.changes import Change, Where, change
from archive.comparison.names import Names
from archive.language import gettext
from archive.record.entities import Part

#: The words for some fields of a part; empty where they say nothing.
Words = Callable[[Any, Names], str]


@dataclass(frozen=True)
class Aspect:
    """Fields of a part that are said together, and how."""

    name: str
    fields: tuple[str, ...]
    words: Words


@dataclass(frozen=True)
class Sides:
    """The names on either side of a comparison."""

    old: Names
    new: Names


def plain(name: str, field: str) -> Aspect:
    """A field that is text already, or nothing."""
    return Aspect(name, (field,), lambda part, names: str(getattr(part, field) or ""))


def term(name: str, field: str) -> Aspect:
    """A field that holds a word of a closed list, or nothing."""
    return Aspect(name, (field,), lambda part, names: getattr(getattr(part, field), "label", ""))


def differences(
    old: Part, new: Part, aspects: Sequence[Aspect], where: Where, subject: str, sides: Sides
) -> Iterator[Change]:
    """What differs between two versions of one part."""
    for aspect in aspects:
        before, after = (_raw(part, aspect) for part in (old, new))
        if before != after:
            words = aspect.words(old, sides.old), aspect.words(new, sides.new)
            if words[0] == words[1]:
                words = _apart(before, after)
            yield change(where, subject, gettext(aspect.name), *words)


def _raw(part: Part, aspect: Aspect) -> dict[str, Any]:
    return {field: getattr(part, field) for field in aspect.fields}


def _apart(before: dict[str, Any], after: dict[str, Any]) -> tuple[str, str]:
    """Values that read alike, by the fields in which they differ (two actors of one name, say)."""
    old, new = (dict(_leaves("", _data(raw))) for raw in (before, after))
    names = [name for name in sorted({**old, **new}) if old.get(name) != new.get(name)]
    return tuple(  # type: ignore[return-value]
        "; ".join(f"{name.replace('_', ' ')}: {side.get(name, 'none')}" for name in names)
        for side in (old, new)
    )


def _data(raw: dict[str, Any]) -> Any:
    return orjson.loads(orjson.dumps(raw, default=lambda part: part.model_dump(mode="json")))


def _leaves(name: str, data: Any) -> Iterator[tuple[str, str]]:
    """Every single value within plain data, by the path that leads to it; nothing for null."""
    if isinstance(data, dict):
        for field, value in data.items():
            yield from _leaves(f"{name} {field}".strip(), value)
    elif isinstance(data, list):
        for place, value in enumerate(data, start=1):
            yield from _leaves(f"{name} {place}".strip(), value)
    elif data is not None:
        yield name, str(data)
