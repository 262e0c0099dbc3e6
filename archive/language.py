"""The language in which words are said, and the direction in which a text runs. Pure.

Words are English unless a page is being made in another language. Code marks them with the functions of
gettext: https://docs.python.org/3/library/gettext.html. What is stored, or fetched as a file, is always
English: whatever makes it is decorated `in_english`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from gettext import NullTranslations
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

ENGLISH = NullTranslations()
_spoken: ContextVar[NullTranslations] = ContextVar("spoken", default=ENGLISH)

#: Which way the characters of each bidirectional class run that have a direction of their own.
DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@contextmanager
def speaking(translations: NullTranslations) -> Iterator[None]:
    """Whatever is said within is said in the language of these translations."""
    before = _spoken.set(translations)
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """The code of the language at hand, such as “ur”."""
    return _spoken.get().info().get("language", "en")


def in_english(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """A function that says all its words in English, whatever page is being made."""

    @wraps(make)
    def made(*given: Given.args, **named: Given.kwargs) -> Made:
        with speaking(ENGLISH):
            return make(*given, **named)

    return made


def marked(text: str) -> str:
    """The text as it is; it is translated where it is said."""
    return text


def gettext(text: str) -> str:
    """The text in the language at hand; as it is where there is no translation of it."""
    return _spoken.get().gettext(text)


def ngettext(one: str, several: str, number: int) -> str:
    """The text for so many things."""
    return _spoken.get().ngettext(one, several, number)


def pgettext(context: str, text: str) -> str:
    """The text as it is meant in that context."""
    return _spoken.get().pgettext(context, text)


def direction_of(text: str) -> str:
    """“ltr” or “rtl”, as the first letter runs; empty where there is no letter."""
    for each in text:
        if direction := DIRECTIONS.get(unicodedata.bidirectional(each)):
            return direction
    return ""
