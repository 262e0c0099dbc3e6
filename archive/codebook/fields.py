"""The fields of a part of the record, as its JSON Schema describes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: What claims are called whatever they carry; the schema tells one from another.
CLAIM = "Claim"

Node = Mapping[str, Any]

#: What texts of a pattern are called; of other texts the schema says no more than how long they may be.
PATTERNS = {
    "^[a-z0-9]": "key: small letters, digits, hyphens",
    "^[a-z]{2,3}": "language: a code such as en or ur-PK",
    "^https?": "address of a page",
    "^([01]": "time of day: hours and minutes",
}
BASIC = {"boolean": "yes or no", "number": "number", "integer": "whole number", "string": "text"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it may hold, in words, and `of`, the name of the part or list that it holds.

    `is_list`: it holds any number of these. `required`: it is never left out. `words`: the only ones of a
    longer list that may stand here.
    """

    name: str
    holds: str
    of: str
    is_list: bool
    required: bool
    meaning: str
    words: tuple[str, ...] = ()


def fields_of(part: Node) -> Iterator[Field]:
    """In the schema's order."""
    required = part.get("required", ())
    for name, node in part["properties"].items():
        yield _field(name, node, name in required)


def named_in(node: Node) -> list[str]:
    """The names of the parts and lists that a field may hold; claims of every kind are one."""
    found = [_name(node["$ref"])] if "$ref" in node else []
    for inner in (*node.get("anyOf", ()), *node.get("oneOf", ()), *filter(None, [node.get("items")])):
        found += named_in(inner)
    return list(dict.fromkeys(found))


def _name(reference: str) -> str:
    name = reference.rsplit("/", 1)[1]
    return CLAIM if name.endswith(CLAIM) else name


def _field(name: str, node: Node, required: bool) -> Field:
    within = node.get("items") or _given(node)
    names = named_in(within)
    return Field(
        name,
        holds="" if names else _words(within),
        of=names[0] if len(names) == 1 else "",
        is_list="items" in node,
        required=required,
        meaning=node.get("description", ""),
        words=tuple(within.get("enum", [within["const"]] if "const" in within else [])),
    )


def _given(node: Node) -> Node:
    """What the field holds where it is not empty."""
    choices = [inner for inner in node.get("anyOf", ()) if inner.get("type") != "null"]
    return choices[0] if choices else node


def _words(node: Node) -> str:
    if "enum" in node or "const" in node:
        return "one of these"
    for start, words in PATTERNS.items():
        if node.get("pattern", "").startswith(start):
            return words
    return f"{BASIC[node['type']]}{_bounds(node)}"


def _bounds(node: Node) -> str:
    if "maxLength" in node:
        return f", up to {node['maxLength']:,} characters"
    ends = [node.get("minimum"), node.get("maximum")]
    if ends[1] is not None:
        return f", from {ends[0]:,} to {ends[1]:,}"
    return f", {ends[0]:,} or more" if ends[0] is not None else ""
