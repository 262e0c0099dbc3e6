"""What can be read in plain words about a source: a title in quotation marks, a day, an address. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.dates import DateError, bounds
from incidents.adding.bylines import names_in_bylines
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


PARTS = re.compile(r"[,;:()\n|–—]|\. | - ")
#: What stands around a name or a day that stands apart.
BEFORE, BEHIND = r"(?:^|\s*[,;:|(–—]\s*|\s-\s)", r"(?=\s*(?:[,;:|()–—.]|-\s|$))\)?"
#: What a name is that can only be a publication's.
ISSUERS = (
    r"Agency|Chronicle|Daily|Express|Gazette|Guardian|Herald|Independent|Journal|Mail|Mirror|News|Observer|Post"
    r"|Press|Radio|Review|Standard|Star|Telegraph|Television|Times|Tribune|TV|Weekly"
)
ISSUER = re.compile(rf"(?=The |.*\b(?:{ISSUERS})\b){NAME.pattern}")


@dataclass(frozen=True)
class Words:
    """What was read; empty where it is not there. `names` may be those of a publication.

    `text` is the source's own text, where that was given; `description` the words where they are few and
    hold no title. `newcomer` can only be a publication's name; `dated` are the words of the day.
    """

    title: str = ""
    description: str = ""
    published: str = ""
    address: str = ""
    names: tuple[str, ...] = ()
    text: str = ""
    newcomer: str = ""
    dated: str = ""

    def rest(self, name: str) -> str:
        """The description without the publication's name and the day, where they stand apart in it."""
        rest = self.description
        for taken in filter(None, (name, self.dated)):
            rest = re.sub(rf"{BEFORE}{re.escape(taken)}{BEHIND}", "", rest)
        return rest.strip(" ,;:|–—-") or self.description


def read_words(text: str) -> Words:
    """What the words seem to say of a source."""
    text = text.strip()
    is_whole = len(text) > LONGEST_WORDS
    title = _heading(text) if is_whole else _quoted(text)
    address = next((canonical(_bare(found[0])) for found in ADDRESS.finditer(text[:HEAD])), "")
    rest = ADDRESS.sub(" ", text[:HEAD])
    outside = rest if is_whole or not title else rest.replace(title, " ")
    description = "" if title or is_whole else " ".join(rest.split())
    dated, day = _day(outside)
    names = names_in_bylines(text) if is_whole else _names(outside)
    newcomer = "" if is_whole else _newcomer(outside)
    return Words(title, description, day, address, names, text if is_whole else "", newcomer, dated)


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


def _day(text: str) -> tuple[str, str]:
    """The words of the first day that is surely one, and its EDTF."""
    for form in DAYS:
        for found in form.finditer(text):
            if day := _edtf(found[0]):
                return found[0], day
    return "", ""


def _edtf(words: str) -> str:
    """EDTF of a day in figures or in words; empty where there is no such day."""
    if not FIGURES.fullmatch(words):
        return written_date(words) or ""
    try:
        bounds(words)
    except DateError:
        return ""
    return words


def _newcomer(text: str) -> str:
    """The first name behind the first words that can only be a publication's."""
    parts = [part.strip() for part in PARTS.split(text)[1:]]
    return next((part for part in parts if ISSUER.fullmatch(part)), "")


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_pieces(text)))[:MOST_NAMES]


def _pieces(text: str) -> Iterator[str]:
    """What stands between commas and the like, and what is written with capitals."""
    for piece in PARTS.split(text):
        if 1 < len(piece.strip()) <= 60:
            yield piece.strip()
    for found in NAME.finditer(text):
        yield found[0].rstrip(".,’'")
