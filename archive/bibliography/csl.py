"""CSL-JSON: https://github.com/citation-style-language/schema (csl-data.json).

What its own fields do not say stands under `custom`, the schema's place for that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from archive.bibliography import days
from archive.bibliography.carrying import OWN, named, own_name
from archive.bibliography.doi import address_of
from archive.bibliography.format import Format
from archive.bibliography.reference import BibliographyError, Entry, Flat
from archive.vocabulary import SourceKind

TYPES: Mapping[str, str] = {
    SourceKind.ARTICLE: "article-newspaper",
    SourceKind.HEADLINE: "article-newspaper",
    SourceKind.ANALYSIS: "article-newspaper",
    SourceKind.ENCYCLOPEDIA: "entry-encyclopedia",
    SourceKind.STATEMENT: "speech",
    SourceKind.REPORT: "report",
    SourceKind.POST: "post",
    SourceKind.DATASET_ROW: "dataset",
    SourceKind.WEB_PAGE: "webpage",
}
KINDS: Mapping[str, SourceKind] = {
    "article-newspaper": SourceKind.ARTICLE,
    "article-magazine": SourceKind.ARTICLE,
    "broadcast": SourceKind.ARTICLE,
    "entry-encyclopedia": SourceKind.ENCYCLOPEDIA,
    "speech": SourceKind.STATEMENT,
    "post": SourceKind.POST,
    "post-weblog": SourceKind.POST,
    "dataset": SourceKind.DATASET_ROW,
    "webpage": SourceKind.WEB_PAGE,
}
#: The parts of a name, in the order in which they are read aloud.
NAME = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")


def parse(text: str) -> list[Entry]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BibliographyError([f"not JSON: {error}"]) from error
    items = data if isinstance(data, list) else [data]
    for position, item in enumerate(items, start=1):
        if not isinstance(item, dict) or not isinstance(item.get("type"), str):
            raise BibliographyError([f"entry {position}: is not an item of CSL-JSON, which has a “type”"])
    return items


def compose(entry: Entry) -> str:
    return re.sub("^", "  ", json.dumps(entry, ensure_ascii=False, indent=2), flags=re.MULTILINE)


def meaning(entry: Entry) -> Flat:
    return {
        "key": _text(entry.get("citation-key")) or _text(entry.get("id")),
        "kind": KINDS.get(entry["type"], SourceKind.REPORT),
        "title": _text(entry.get("title")),
        "language": _text(entry.get("language")),
        "version": _text(entry.get("version")),
        "url": _text(entry.get("URL")) or address_of(_text(entry.get("DOI"))),
        "published": _published(entry.get("issued")),
        "authors": _authors(entry.get("author")),
        "publication-name": _text(entry.get("container-title")) or _text(entry.get("publisher")),
    }


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _authors(names: object) -> str:
    if not isinstance(names, list):
        return ""
    people = [name for name in names if isinstance(name, dict)]
    read = [" ".join(filter(None, (_text(name.get(part)) for part in NAME))) for name in people]
    return "\n".join(filter(None, read))


def _published(date: object) -> str:
    if not isinstance(date, dict):
        return ""
    about = bool(date.get("circa"))
    ends = [days.joined(end, about) for end in _ends(date.get("date-parts"))]
    if ends and all(ends):
        return "/".join(ends)
    return _text(date.get("literal")) or _text(date.get("raw"))


def _ends(given: Any) -> list[list[int]]:
    try:
        return [[int(part) for part in end] for end in given][:2]
    except (TypeError, ValueError):
        return []


def entry(said: Flat) -> Entry:
    name = "publisher" if said["kind"] in (SourceKind.REPORT, SourceKind.DATASET_ROW) else "container-title"
    fields: dict[str, Any] = {
        "id": said["key"],
        "type": TYPES[said["kind"]],
        "title": said.get("title"),
        "author": [{"literal": author} for author in said.get("authors", "").split("\n") if author],
        name: said.get("publication-name"),
        "issued": _issued(said.get("published", "")),
        "language": said.get("language"),
        "version": said.get("version"),
        "URL": said.get("url"),
    }
    return {field: value for field, value in fields.items() if value}


def _issued(text: str) -> Mapping[str, Any]:
    ends = [days.parts(end) for end in text.split("/")] if text else []
    if not ends or not all(ends):
        return {"literal": text} if text else {}
    about = {"circa": True} if days.is_about(text) else {}
    return {"date-parts": ends} | about


def carried(entry: Entry) -> Flat:
    custom = entry.get("custom")
    given = custom if isinstance(custom, dict) else {}
    return dict(named((name, text) for name, text in given.items() if isinstance(text, str)))


def carry(entry: Entry, said: Flat) -> Entry:
    custom = entry.get("custom")
    kept = custom if isinstance(custom, dict) else {}
    others = {name: value for name, value in kept.items() if not name.lower().startswith(OWN)}
    whole = others | {own_name(name): text for name, text in said.items()}
    rest = {name: value for name, value in entry.items() if name != "custom"}
    return rest | ({"custom": whole} if whole else {})


CSL = Format(
    name="csl",
    label="CSL-JSON",
    endings=(".json", ".csljson"),
    id="id",
    fields={
        "key": ("id",),
        "kind": ("type",),
        "title": ("title",),
        "language": ("language",),
        "version": ("version",),
        "url": ("URL",),
        "published": ("issued",),
        "authors": ("author",),
        "publication-name": ("container-title", "publisher"),
    },
    parse=parse,
    compose=compose,
    meaning=meaning,
    entry=entry,
    carried=carried,
    carry=carry,
    frame=("[\n", ",\n", "\n]\n"),
)
