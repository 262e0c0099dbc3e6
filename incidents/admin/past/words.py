"""States of the desk in words: a table of an entity, and what differs between two states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.comparison import compare
from archive.record import Alias, Record, Relation
from archive.record.entities import Part
from archive.vocabulary import Term
from incidents.history import part_of, record_of
from incidents.models import Snapshot, Subject

DELETED = "It was deleted."

Row = tuple[str, str]


def rows_of(part: Part) -> list[Row]:
    """Each field of an entity that holds something, with what it holds in words."""
    fields = ((name.replace("_", " "), in_words(getattr(part, name))) for name in type(part).model_fields)
    return [(name, words) for name, words in fields if words]


def in_words(value: Any) -> str:
    """One value of an entity; those of a list on lines of their own."""
    match value:
        case None:
            return ""
        case tuple():
            return "\n".join(in_words(each) for each in value)
        case Term():
            return value.label
        case Alias():
            return ", ".join(filter(None, [value.text, value.language, value.kind.label]))
        case Relation():
            return f"{value.how.label} {value.source or value.publication}"
    return str(value)


def differences(old: Snapshot, new: Snapshot) -> list[str]:
    """What differs between two states of one thing, a sentence each. Raises RecordError."""
    if not (old.text and new.text):
        return [] if old.text == new.text else [DELETED if old.text else "It was brought back."]
    if old.subject == Subject.INCIDENTS:
        return between_records(record_of(old), record_of(new))
    return between_parts(part_of(old), part_of(new))


def between_records(old: Record, new: Record) -> list[str]:
    return [change.sentence for change in compare(old, new)]


def between_parts(old: Part, new: Part) -> list[str]:
    return list(_changed(dict(rows_of(old)), dict(rows_of(new))))


def _changed(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    for name in dict.fromkeys([*old, *new]):
        before, after = (_on_one_line(side.get(name, "")) for side in (old, new))
        if before and after and before != after:
            yield f"{name.capitalize()} changed from “{before}” to “{after}”."
        elif before != after:
            yield f"{name.capitalize()} {'removed' if before else 'added'}: “{before or after}”."


def _on_one_line(words: str) -> str:
    return words.replace("\n", "; ")
