"""What can be read in plain words about a source: a title in quotation marks, a day, an address. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.dates import DateError, bounds
from incidents.importers.parsing.written import written_date
from sources.addresses import canonical

#: A text with more characters than this is taken for the source's own.
LONGEST_WORDS = 600
#: Characters of a title, and how many names are looked for.
LONGEST_TITLE, MOST_NAMES = 2000, 30
#: Characters of a long text in which its day and names are looked for.
HEAD = 1000
QUOTED = re.compile(r"“([^“”\n]{3,500})”|\"([^\"\n]{3,500})\"|«([^«»\n]{3,500})»|„([^„“”\n]{3,500})[“”]")
ADDRESS = re.compile(r"https?://[^\s<>\"“”]{3,1900}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
FIGURES = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
DAYS = (
    re.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])"),
    re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}\b"),
    re.compile(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, ?\d{{4}}\b"),
    re.compile(rf"\b{_MONTH},? \d{{4}}\b"),
    re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])"),
)
NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]{0,30}(?: (?:of |the |and )?[A-ZÀ-Þ][\w’'.-]{0,30}){0,4}")


@dataclass(frozen=True)
class Words:
    """What was read; empty where it is not there. `names` may be those of a publication.

    `text` is the source's own text, where that was given; `description` the words where they are few and
    hold no title.
    """

    title: str = ""
    description: str = ""
    published: str = ""
    address: str = ""
    names: tuple[str, ...] = ()
    text: str = ""


def read_words(text: str) -> Words:
    """What the words seem to say of a source."""
    text = text.strip()
    is_whole = len(text) > LONGEST_WORDS
    title = _heading(text) if is_whole else _quoted(text)
    address = next((canonical(_bare(found[0])) for found in ADDRESS.finditer(text[:HEAD])), "")
    rest = ADDRESS.sub(" ", text[:HEAD])
    outside = rest if is_whole or not title else rest.replace(title, " ")
    description = "" if title or is_whole else " ".join(rest.split())
    return Words(title, description, _day(outside), address, _names(outside), text if is_whole else "")


def shared_address(text: str) -> str:
    """The one address among a few words, as people share it; empty where there is none, or more than one."""
    found = [_bare(one[0]) for one in ADDRESS.finditer(text)] if len(text) <= LONGEST_WORDS else []
    return found[0] if len(found) == 1 else ""


def _bare(address: str) -> str:
    return address.rstrip(".,;:)]")


def _quoted(text: str) -> str:
    """The longest of the titles in quotation marks."""
    titles = ["".join(found.groups(default="")) for found in QUOTED.finditer(text)]
    return " ".join(max(titles, key=len, default="").split())


def _heading(text: str) -> str:
    """The first line of a whole text, where it may be a title."""
    line = " ".join(text.partition("\n")[0].split())
    return line if len(line) <= LONGEST_WORDS // 2 else ""


def _day(text: str) -> str:
    for form in DAYS:
        for found in form.finditer(text):
            if day := _edtf(found[0]):
                return day
    return ""


def _edtf(words: str) -> str:
    """EDTF of a day in figures or in words; empty where there is no such day."""
    if not FIGURES.fullmatch(words):
        return written_date(words) or ""
    try:
        bounds(words)
    except DateError:
        return ""
    return words


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_pieces(text)))[:MOST_NAMES]


def _pieces(text: str) -> Iterator[str]:
    """What stands between commas and the like, and what is written with capitals."""
    for piece in re.split(r"[,;:()\n|–—]|\. | - ", text):
        if 1 < len(piece.strip()) <= 60:
            yield piece.strip()
    for found in NAME.finditer(text):
        yield found[0].rstrip(".,’'")
