"""Within lines that differ, the words that do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from sources.captures.differing import Change, pairs_of

#: Words of one change that are compared; words, and pairs of equal ones, that all changes together may take.
MOST_WORDS = 2_000
EFFORT = 60_000
#: The part of the words that must be the same: what has less in common is other text altogether.
IN_COMMON = 0.5
#: Characters that are shown of words that changed, and on either side of a change of those that did not.
SHOWN, AROUND = 600, 120


class Piece(NamedTuple):
    words: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A change in pieces: together, and with what is left out as “…”, they make up its lines."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


def marked(changes: Sequence[Change]) -> Iterator[Marked]:
    """Each change with the words marked that differ; all of them where to compare them would take long."""
    effort = EFFORT
    for change in changes:
        old, new = _words(change.old), _words(change.new)
        needed = len(old) + len(new) + pairs_of(_bare(old), _bare(new))
        if max(len(old), len(new)) > MOST_WORDS or needed > effort:
            yield Marked(_whole(old), _whole(new))
        else:
            effort -= needed
            yield _marked(old, new)


def _marked(old: list[str], new: list[str]) -> Marked:
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    if matcher.ratio() < IN_COMMON:
        return Marked(_whole(old), _whole(new))
    found = matcher.get_opcodes()
    return Marked(
        tuple(piece for kind, begun, ended, _, _ in found for piece in _pieces(old[begun:ended], kind)),
        tuple(piece for kind, _, _, start, end in found for piece in _pieces(new[start:end], kind)),
    )


def _whole(words: list[str]) -> tuple[Piece, ...]:
    return tuple(_pieces(words, "replace"))


def _pieces(words: list[str], kind: str) -> Iterator[Piece]:
    """The words as one piece; the white space behind words that changed is not marked with them."""
    text = "".join(words)
    if kind == "equal":
        yield Piece(_around(text), False)
        return
    if changed := text.rstrip():
        yield Piece(changed if len(changed) <= SHOWN else f"{changed[:SHOWN]}…", True)
    if space := text[len(changed) :]:
        yield Piece(space, False)


def _around(text: str) -> str:
    """What stands beside changes, without the middle where it is long."""
    if len(text) <= 3 * AROUND:
        return text
    before, after = text[:AROUND], text[-AROUND:]
    return f"{before.rpartition(' ')[0] or before} … {after.partition(' ')[2] or after}"


def _words(lines: Sequence[str]) -> list[str]:
    """Each word with the white space behind it."""
    return re.findall(r"\S+\s*", "\n".join(lines))


def _bare(words: list[str]) -> list[str]:
    return [word.rstrip() for word in words]
