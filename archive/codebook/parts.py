"""The parts of which a record is made, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.codebook.fields import CLAIM, Field, Node, fields_of, named_in
from archive.codebook.lists import LISTS
from archive.record.claims import BaseClaim

RECORD = "Record"


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part of the record. `paths`: where it stands, such as “claims[].citations[]”; none for the record.

    `values`: of a claim, what it carries by what it is about: a property and the name of a part.
    """

    name: str
    meaning: str
    paths: tuple[str, ...]
    fields: tuple[Field, ...]
    values: tuple[tuple[str, str], ...] = ()


def parts_of(schema: Node) -> Iterator[PartEntry]:
    """The record first, then what it is made of, from the outside inwards."""
    nodes = {RECORD: schema, **_as_one_claim(schema["$defs"])}
    for name, paths in _places(nodes).items():
        node = nodes[name]
        values = tuple(_values(schema)) if name == CLAIM else ()
        yield PartEntry(name, node.get("description", ""), tuple(paths), tuple(fields_of(node)), values)


def _as_one_claim(parts: Mapping[str, Node]) -> Mapping[str, Node]:
    """The parts by name, with one claim for the many that differ in their value alone."""
    kinds = [name for name in parts if name.endswith(CLAIM)]
    rest = {name: node for name, node in parts.items() if name not in kinds and name not in LISTS}
    common = BaseClaim.model_json_schema(mode="serialization")
    carried = {"oneOf": [_value(parts[kind]) for kind in kinds]}
    value = {**carried, "description": _value(common).get("description", "")}
    return {**rest, CLAIM: {**common, "properties": {**common["properties"], "value": value}}}


def _value(claim: Node) -> Node:
    value: Node = claim["properties"]["value"]
    return value


def _values(schema: Node) -> Iterator[tuple[str, str]]:
    kinds = schema["properties"]["claims"]["items"]["discriminator"]["mapping"]
    for word in LISTS["Property"]:
        claim = schema["$defs"][kinds[word].rsplit("/", 1)[1]]
        yield word.value, named_in(_value(claim))[0]


def _places(nodes: Mapping[str, Node]) -> Mapping[str, list[str]]:
    """Where each part stands, those nearer to the record first."""
    found: dict[str, list[str]] = {RECORD: []}
    waiting = [(RECORD, "")]
    for name, path in waiting:
        for field, node in nodes[name]["properties"].items():
            here = f"{path}{field}{'[]' if 'items' in node else ''}"
            for inner in named_in(node):
                if inner in nodes and here not in found.setdefault(inner, []):
                    found[inner].append(here)
                    waiting.append((inner, f"{here}."))
    return found
