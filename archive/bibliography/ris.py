"""RIS, read by rispy: https://en.wikipedia.org/wiki/RIS_(file_format).

An entry holds the list of values under each of its tags. What its own tags do not say stands in notes (N1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import rispy

from archive.bibliography import days
from archive.bibliography.carrying import is_own, lines, said_in
from archive.bibliography.doi import address_of
from archive.bibliography.format import Format
from archive.bibliography.reference import BibliographyError, Entry, Flat
from archive.vocabulary import SourceKind

TYPES: Mapping[str, str] = {
    SourceKind.ARTICLE: "NEWS",
    SourceKind.HEADLINE: "NEWS",
    SourceKind.ANALYSIS: "NEWS",
    SourceKind.ENCYCLOPEDIA: "ENCYC",
    SourceKind.STATEMENT: "PAMP",
    SourceKind.REPORT: "RPRT",
    SourceKind.POST: "BLOG",
    SourceKind.DATASET_ROW: "DATA",
    SourceKind.WEB_PAGE: "ELEC",
}
KINDS: Mapping[str, SourceKind] = {
    "NEWS": SourceKind.ARTICLE,
    "MGZN": SourceKind.ARTICLE,
    "ENCYC": SourceKind.ENCYCLOPEDIA,
    "PAMP": SourceKind.STATEMENT,
    "BLOG": SourceKind.POST,
    "ICOMM": SourceKind.POST,
    "DATA": SourceKind.DATASET_ROW,
    "ELEC": SourceKind.WEB_PAGE,
}
#: The tags in which each thing is said, the one that is written first.
FIELDS: Mapping[str, Sequence[str]] = {
    "key": ("ID",),
    "kind": ("TY",),
    "title": ("TI", "T1", "CT"),
    "authors": ("AU", "A1"),
    "published": ("DA", "Y1", "PY"),
    "publication-name": ("T2", "JF", "JO", "BT", "PB"),
    "language": ("LA",),
    "version": ("ET",),
    "url": ("UR",),
}
NOTE, DOI = "N1", ("DO",)


class Tags(dict[str, str]):
    """Every tag is known, by itself."""

    def __missing__(self, tag: str) -> str:
        return tag


class Parser(rispy.RisParser):  # type: ignore[misc]
    """Keeps every value of every tag, and the lines within a value."""

    def _add_tag(self, record: Any, tag: str | None, content: str, extend_multiline: bool = False) -> None:
        if not extend_multiline:
            record.setdefault(tag, []).append(content)
        elif tag in record:
            record[tag][-1] += f"\n{content}"


def parse(text: str) -> list[Entry]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    found = Parser(mapping=Tags()).parse(plain)
    begun = sum(line.startswith("TY  -") for line in plain.split("\n"))
    if not found or begun != len(found):
        raise BibliographyError(
            [f"entry {len(found) + 1}: does not run from a line “TY  - ” to a line “ER  - ”"]
        )
    return [_tidied(entry) for entry in found]


def _tidied(found: Mapping[str, Any]) -> Entry:
    """Lists of values alone, without the empty lines after each."""
    values = {tag: [value.rstrip("\n") for value in given] for tag, given in found.items() if tag != "TY"}
    return {"TY": [found["TY"]], **values}


def compose(entry: Entry) -> str:
    return "".join(f"{line}\n" for line in _lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    yield f"TY  - {entry['TY'][0]}"
    for tag, values in entry.items():
        if tag != "TY":
            yield from (f"{tag}  - {value}" for value in values)
    yield "ER  - "


def meaning(entry: Entry) -> Flat:
    said = {name: _first(entry, tags) for name, tags in FIELDS.items()}
    names = [_name(name) for tag in FIELDS["authors"] for name in entry.get(tag, [])]
    return said | {
        "kind": KINDS.get(said["kind"], SourceKind.REPORT),
        "url": said["url"] or address_of(_first(entry, DOI)),
        "published": days.from_slashes(said["published"]),
        "authors": "\n".join(filter(None, names)),
    }


def _first(entry: Entry, tags: Sequence[str]) -> str:
    values = (value for tag in tags for value in entry.get(tag, []) if value)
    return " ".join(next(values, "").split())


def _name(text: str) -> str:
    """“Asif Khan” of “Khan, Asif”."""
    family, _, rest = (part.strip() for part in text.partition(","))
    given, _, suffix = (part.strip() for part in rest.partition(","))
    return " ".join(filter(None, (given, family, suffix)))


def entry(said: Flat) -> Entry:
    date = said.get("published", "")
    values = {FIELDS[name][0]: [said.get(name, "")] for name in FIELDS} | {
        "TY": [TYPES[said["kind"]]],
        "AU": said.get("authors", "").split("\n"),
        "DA": [days.to_slashes(date)],
        "PY": [days.year(date) if date else ""],
    }
    filled = {tag: [value for value in given if value] for tag, given in values.items()}
    return {tag: given for tag, given in filled.items() if given}


def carried(entry: Entry) -> Flat:
    return said_in(entry.get(NOTE, []))


def carry(entry: Entry, said: Flat) -> Entry:
    notes = [*(note for note in entry.get(NOTE, []) if not is_own(note)), *lines(said)]
    rest = {tag: values for tag, values in entry.items() if tag != NOTE}
    return rest | ({NOTE: notes} if notes else {})


RIS = Format(
    name="ris",
    label="RIS",
    endings=(".ris",),
    id="ID",
    fields=FIELDS,
    parse=parse,
    compose=compose,
    meaning=meaning,
    entry=entry,
    carried=carried,
    carry=carry,
)
