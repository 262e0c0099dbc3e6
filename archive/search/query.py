"""What a reader typed: words, “phrases” and -exclusions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.language import gettext
from archive.search.words import Word, words_of

LONGEST = 500
MOST_NEEDLES = 24
#: All that quotation marks look like; within a phrase, any of them ends it.
QUOTES = '"“”„«»'
PIECE = re.compile(
    rf"(?P<minus>-?)(?:[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]|(?P<plain>[^\s{QUOTES}]+))"
)
STRAY = re.compile(f"[{QUOTES}]")

#: Words that stand in every text and tell nothing; “IS”, “is” and “it” are not among them.
LITTLE = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


class BadQuery(ValueError):
    """What was typed cannot be looked for; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Needle:
    """Words that follow one another in a text; a single one, unless it is a phrase or holds hyphens."""

    words: tuple[Word, ...]
    is_phrase: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(word.term for word in self.words)

    @property
    def is_little(self) -> bool:
        return not self.is_phrase and all(word.folded in LITTLE for word in self.words)


@dataclass(frozen=True, slots=True)
class Query:
    """An incident is found if it holds each needle that is wanted, anywhere, and none that is unwanted.

    `text` is what was typed; the words of the needles tell where in it they stand.
    """

    text: str
    wanted: tuple[Needle, ...]
    unwanted: tuple[Needle, ...] = ()

    def marked(self, mark: str) -> Query:
        """The same, of what holds this mark besides."""
        return replace(self, wanted=(Needle((Word(mark, mark, 0, 0),)), *self.wanted))


def parsed(text: str) -> Query:
    """The query in a text. Raises BadQuery."""
    if len(text) > LONGEST:
        raise BadQuery(gettext("Write at most {number} characters.").format(number=LONGEST))
    wanted, unwanted = _needles(text)
    if not wanted and unwanted:
        raise BadQuery(gettext("Write a word to look for, too: a search cannot leave out words only."))
    if not wanted:
        raise BadQuery(gettext("Write a word to look for: there is no letter and no digit in this."))
    if len(wanted) + len(unwanted) > MOST_NEEDLES:
        raise BadQuery(gettext("Write at most {number} words and phrases.").format(number=MOST_NEEDLES))
    telling = tuple(needle for needle in wanted if not needle.is_little)
    return Query(text, telling or wanted, unwanted)


def _needles(text: str) -> tuple[tuple[Needle, ...], tuple[Needle, ...]]:
    """The needles that are wanted and those that are not. Raises BadQuery for a phrase without an end."""
    found: dict[bool, list[Needle]] = {True: [], False: []}
    for match in PIECE.finditer(text):
        found[not match["minus"]].extend(_needle(match, text))
    if STRAY.search(PIECE.sub("", text)):
        raise BadQuery(
            gettext("Close the phrase: a quotation mark stands alone. Write “two words”, or no mark.")
        )
    return tuple(found[True]), tuple(found[False])


def _needle(match: re.Match[str], text: str) -> Iterator[Needle]:
    """The needle of one piece of the text; none if it is made of signs."""
    group = "plain" if match["phrase"] is None else "phrase"
    start, end = match.span(group)
    within = tuple(
        word._replace(start=start + word.start, end=start + word.end) for word in words_of(text[start:end])
    )
    if within:
        yield Needle(within, group == "phrase")
