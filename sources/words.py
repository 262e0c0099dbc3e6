"""The words by which the desk finds things: the same for what is stored and for what is typed.

Pure. Letters lose their case and their marks, and everything that is neither letter nor digit parts words,
so that “Qilā Saifullāh” is found by “qila saif”, and a web address by any piece of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

#: Longer words are cut: a database keeps only so much of one.
LONGEST_WORD = 60
#: The words of a text without marks are found at once.
ASCII_WORD = re.compile(r"[a-z0-9]+")
#: Words of every web address, which tell nothing apart.
ADDRESS_WORDS = frozenset({"http", "https", "www"})


def words_in(text: str) -> list[str]:
    """The words of the text, each once, in order."""
    if text.isascii():
        return _cut(ASCII_WORD.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(_kept(character) for character in unicodedata.normalize("NFKD", plain))
    return _cut(letters.split())


def _cut(words: list[str]) -> list[str]:
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in words if word not in ADDRESS_WORDS))


def _kept(character: str) -> str:
    if unicodedata.category(character) == "Mn":
        return ""
    return character if character.isalnum() else " "


def joined(texts: Iterable[str], longest: int = 2000) -> str:
    """The words of all the texts in one line of at most that many characters."""
    line = " ".join(words_in(" ".join(texts)))
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0]
