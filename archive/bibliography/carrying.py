"""Texts under the archive's own names, in formats whose values lose blanks, braces or lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from archive.bibliography.reference import NAMES, Flat

#: What the archive's own names begin with.
OWN = "archive-"
#: What some format would not give back: blanks that are not single, and what its grammar uses.
FRAGILE = re.compile(r"[%\\{}\"@]|[^\S ]| (?= )")


def wrapped(text: str) -> str:
    """The text with what is fragile as in a web address (“%7B” for “{”)."""
    return FRAGILE.sub(lambda found: quote(found[0], safe=""), text)


def unwrapped(text: str) -> str:
    return unquote(text)


def own_name(name: str) -> str:
    """“archive-published” of “published”."""
    return f"{OWN}{name.replace('_', '-')}"


def named(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of (own name, text): those of the archive's, with the names of what they say."""
    known = {own_name(name): name for name in NAMES}
    return ((known[own.lower()], text) for own, text in pairs if own.lower() in known)


def lines(said: Flat) -> list[str]:
    """“archive-kind: analysis”, one line for each thing said."""
    return [f"{own_name(name)}: {wrapped(text)}".rstrip() for name, text in said.items()]


def said_in(texts: Iterable[str]) -> Flat:
    """What such lines say; any other line says nothing."""
    pairs = (text.partition(":")[::2] for text in texts)
    return {name: unwrapped(text.strip()) for name, text in named(pairs)}


def is_own(text: str) -> bool:
    """Whether the line is one of the archive's."""
    return bool(said_in([text])) or any(True for _ in named([text.partition(":")[::2]]))
