"""BibTeX and BibLaTeX, read by pybtex: https://www.bibtex.org/Format/, https://ctan.org/pkg/biblatex.

An entry holds its fields as they stand, LaTeX included, beside its type and key. What the usual fields do
not say stands in fields of the archive's own, which BibTeX passes over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from pybtex.bibtex.utils import split_name_list
from pybtex.database import BibliographyData, Person
from pybtex.database import Entry as PybtexEntry
from pybtex.database.input.bibtex import Parser
from pybtex.database.output.bibtex import Writer
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from archive.bibliography import days
from archive.bibliography.carrying import OWN, named, own_name, unwrapped, wrapped
from archive.bibliography.doi import address_of
from archive.bibliography.format import Format
from archive.bibliography.reference import BibliographyError, Entry, Flat
from archive.vocabulary import SourceKind

TYPE, KEY = "entry type", "entry key"
TYPES: Mapping[str, str] = {
    SourceKind.ARTICLE: "article",
    SourceKind.HEADLINE: "article",
    SourceKind.ANALYSIS: "article",
    SourceKind.ENCYCLOPEDIA: "inreference",
    SourceKind.STATEMENT: "unpublished",
    SourceKind.REPORT: "techreport",
    SourceKind.POST: "misc",
    SourceKind.DATASET_ROW: "dataset",
    SourceKind.WEB_PAGE: "online",
}
KINDS: Mapping[str, SourceKind] = {
    "article": SourceKind.ARTICLE,
    "inreference": SourceKind.ENCYCLOPEDIA,
    "unpublished": SourceKind.STATEMENT,
    "dataset": SourceKind.DATASET_ROW,
    "online": SourceKind.WEB_PAGE,
    "electronic": SourceKind.WEB_PAGE,
    "www": SourceKind.WEB_PAGE,
    "misc": SourceKind.WEB_PAGE,
}
#: The fields in which each thing is said, the one that is written first.
FIELDS: Mapping[str, Sequence[str]] = {
    "key": (KEY,),
    "kind": (TYPE,),
    "title": ("title",),
    "authors": ("author",),
    "publication-name": ("journal", "journaltitle", "booktitle", "institution", "organization", "publisher"),
    "published": ("date", "year", "month", "day"),
    "language": ("language", "langid"),
    "version": ("version",),
    "url": ("url",),
}
LANGUAGES = {
    "arabic": "ar",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "persian": "fa",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "urdu": "ur",
}
#: How LaTeX writes what it would take for a command.
ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
MONTHS = {name: name for name in days.MONTHS}
SIMPLE = re.compile(r"[\d~/-]+")


class Plain(Writer):  # type: ignore[misc]
    """Writes fields as they are, within braces; a month by its name, which styles translate."""

    def _encode(self, text: str) -> str:
        return text

    def quote(self, text: str) -> str:
        self.check_braces(text)
        return text if text in MONTHS else f"{{{text}}}"


def parse(text: str) -> list[Entry]:
    try:
        data = Parser(person_fields=(), macros=MONTHS).parse_string(text)
    except (PybtexError, RecursionError) as error:
        raise BibliographyError([f"not BibTeX: {' '.join(str(error).split())}"]) from error
    if not data.entries:
        raise BibliographyError(["holds no entry of BibTeX, such as “@article{…}”"])
    return [
        {TYPE: entry.original_type, KEY: key} | {name.lower(): value for name, value in entry.fields.items()}
        for key, entry in data.entries.items()
    ]


def compose(entry: Entry) -> str:
    fields = [(name, text) for name, text in entry.items() if name not in (TYPE, KEY)]
    text = StringIO()
    data = BibliographyData({entry[KEY]: PybtexEntry(entry[TYPE], fields=fields)})
    Plain(encoding="UTF-8").write_stream(data, text)
    return text.getvalue()


def plain(latex: str) -> str:
    """The text of a field; as it stands where it is no LaTeX that can be read."""
    try:
        text = str(Text.from_latex(latex))
    except (PybtexError, ValueError):
        text = latex
    return " ".join(text.split())


def latex(text: str) -> str:
    return "".join(ESCAPED.get(character, character) for character in " ".join(text.split()))


def meaning(entry: Entry) -> Flat:
    said = {name: plain(_first(entry, FIELDS[name])) for name in ("title", "publication-name", "version")}
    language = plain(_first(entry, FIELDS["language"]))
    return said | {
        "key": entry[KEY],
        "kind": _kind(entry),
        "authors": "\n".join(_names(entry.get("author", ""))),
        "published": _published(entry),
        "language": LANGUAGES.get(language.lower(), language),
        "url": _bare(entry, "url") or address_of(_bare(entry, "doi")),
    }


def _kind(entry: Entry) -> SourceKind:
    """An article with a volume or a DOI is a journal's, so no news."""
    if entry[TYPE].lower() == "article" and (entry.get("volume") or entry.get("doi")):
        return SourceKind.REPORT
    return KINDS.get(entry[TYPE].lower(), SourceKind.REPORT)


def _bare(entry: Entry, field: str) -> str:
    """The field without the marks that LaTeX needs before some letters."""
    return re.sub(r"\\([&%$#_{}~])", r"\1", entry.get(field, "")).strip()


def _first(entry: Entry, fields: Sequence[str]) -> str:
    return next((entry[field] for field in fields if entry.get(field)), "")


def _names(text: str) -> Iterator[str]:
    for name in split_name_list(text):
        yield plain(name) if re.fullmatch(r"\{.*\}", name) else _read_aloud(Person(name))


def _read_aloud(person: Person) -> str:
    kinds = ("first_names", "middle_names", "prelast_names", "last_names", "lineage_names")
    return " ".join(plain(name) for kind in kinds for name in getattr(person, kind))


def _published(entry: Entry) -> str:
    date = plain(entry.get("date", ""))
    if date or not entry.get("year"):
        return date
    year = plain(entry["year"])
    numbers = [int(year) if year.isdecimal() else 0, days.month(plain(entry.get("month", "")))]
    day = plain(entry.get("day", ""))
    return days.joined([*numbers, int(day) if day.isdecimal() and numbers[1] else 0]) or year


def entry(said: Flat) -> Entry:
    fields = {
        TYPE: TYPES[said["kind"]],
        KEY: said["key"],
        "title": f"{{{latex(said['title'])}}}" if "title" in said else "",
        "author": " and ".join(f"{{{latex(name)}}}" for name in said.get("authors", "").split("\n") if name),
        _place(said["kind"]): latex(said.get("publication-name", "")),
        "language": said.get("language", ""),
        "version": latex(said.get("version", "")),
        "url": said.get("url", ""),
        **_dates(said.get("published", "")),
    }
    return {field: value for field, value in fields.items() if value}


def _place(kind: str) -> str:
    places = {
        SourceKind.ENCYCLOPEDIA: "booktitle",
        SourceKind.REPORT: "institution",
        SourceKind.DATASET_ROW: "publisher",
    }
    return places.get(SourceKind(kind), "journal")


def _dates(text: str) -> dict[str, str]:
    if not text:
        return {}
    numbers = days.parts(text) or ()
    return {
        "date": text if SIMPLE.fullmatch(text) else "",
        "year": days.year(text),
        "month": days.MONTHS[numbers[1] - 1] if len(numbers) > 1 else "",
    }


def carried(entry: Entry) -> Flat:
    return {name: unwrapped(text) for name, text in named(entry.items())}


def carry(entry: Entry, said: Flat) -> Entry:
    rest = {name: text for name, text in entry.items() if not name.startswith(OWN)}
    return rest | {own_name(name): wrapped(text) for name, text in said.items()}


BIBTEX = Format(
    name="bibtex",
    label="BibTeX",
    endings=(".bib", ".bibtex"),
    id=KEY,
    fields=FIELDS,
    parse=parse,
    compose=compose,
    meaning=meaning,
    entry=entry,
    carried=carried,
    carry=carry,
)
