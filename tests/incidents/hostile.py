"""A record with a payload in every text that it has, and what makes an answer dangerous."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, get_args, get_type_hints
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from archive.record import Alias, Citation, Claimant, Record, make_record
from archive.record.entities import Part
from archive.record.text import Label, Line, Prose
from archive.vocabulary import Rank
from tests.builders import (
    actor,
    attack,
    count,
    exactly,
    happened_at,
    place,
    publication,
    record,
    responsible,
    source,
    statement,
)

OVERRIDE = "\u202e"
#: What only markup could make of it: an element, an attribute.
MARK = "xss-mark"
#: Begins as a formula does; ends a script, an attribute, an entry, a header; turns what follows around.
PAYLOAD = (
    f'=1+1|\'!A0 </script><script>{MARK}</script><svg onload={MARK}><{MARK}> "\'` {MARK}="1" '
    f"onclick='{MARK}' javascript:{MARK} --> ]]> }} @book{{x}} \\ %0d%0aSet-Cookie:%20{MARK}=1 {OVERRIDE}x"
)
LINES = f"{PAYLOAD}\n\nSet-Cookie: {MARK}=1\nER  - \nTY  - {MARK}\n@book{{{MARK}, title={{x}}}}\n"
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
#: Texts that are looked up somewhere, and so are none that somebody writes freely.
LOOKED_UP = {"time_zone"}


SPOT = {"latitude": 30.2, "longitude": 67.0, "precision": "exact"}
CITED = [{"source": "s1", "locator": PAYLOAD, "quote": LINES}]
#: A claim of every kind that the record below lacks, by its property.
MORE: dict[str, dict[str, Any]] = {
    "image": {"caption": LINES, "credit": PAYLOAD, "rights": PAYLOAD, "place": PAYLOAD},
    "see_also": {"title": PAYLOAD},
    "motive": {"text": PAYLOAD},
    "name": {"text": PAYLOAD},
    "weapon": {"type": "firearms", "text": PAYLOAD},
    "target": {"type": "police", "text": PAYLOAD},
    "attack_type": {"type": "bombing", "text": PAYLOAD},
    "part_of": {"conflict": "c1"},
}


def hostile_record() -> Record:
    """A record with a claim of every kind, and payloads in place of all words."""
    said: dict[str, Any] = {
        "claimant": Claimant(actor="a1", role="somebody"),
        "citations": (Citation(source="s1", locator="a place", quote="some words", reported_via=("p1",)),),
    }
    base = record(
        statement(1, "Prose", **said),
        count(2, exactly(3), attack=1, rank=Rank.DEPRECATED, rank_reason="A reason.", **said),
        count(3, exactly(4), superseded_by=4, superseded_reason="A reason.", **said),
        count(4, exactly(5), **said),
        responsible(5, "a1", **said),
        happened_at(6, "place", **said),
        attacks=[attack(1)],
        entities=[
            actor("a1", aliases=(Alias(text="Another name"),)),
            place("place", names=(Alias(text="Another name"),), **SPOT),
            publication("p1", kind="dataset", licence="Free"),
            source("s1", "2024-02-07", publication="p1", authors=("Somebody",)),
        ],
    )
    made = _filled(base)
    made["conflicts"] = [{"key": "c1", "name": PAYLOAD}]
    made["claims"] += [
        {
            "number": number,
            "property": name,
            "value": value,
            "stated": PAYLOAD,
            "citations": CITED,
        }
        for number, (name, value) in enumerate(MORE.items(), 7)
    ]
    return make_record(made)


def _filled(part: Part) -> dict[str, Any]:
    hints = get_type_hints(type(part), include_extras=True)
    plain = part.model_dump(mode="json", by_alias=True)
    for name, field in type(part).model_fields.items():
        key = field.alias or name
        words = _in_place_of(getattr(part, name), hints.get(name), plain.get(key), name)
        plain |= {} if words is None else {key: words}
    return plain


def _in_place_of(value: Any, hint: Any, plain: Any, name: str) -> Any:
    if isinstance(value, Part):
        return _filled(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return [_filled(each) for each in value]
    if name in LOOKED_UP:
        return plain
    if hint == tuple[Label, ...]:
        return [PAYLOAD]
    if hint in (Line, Label):
        return PAYLOAD
    of_prose = get_args(Prose)[1:]
    return LINES if get_args(hint)[1:][: len(of_prose)] == of_prose else plain


class Seen(HTMLParser):
    """What is dangerous about a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.dangers: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.open.append((tag, tag in ("bdi", "title", "textarea", "option", "script") or "dir" in given))
        self.dangers += [f"<{tag} {name}={value}>" for name, value in given.items() if _bad(tag, name, value)]
        if MARK in tag or (tag == "script" and not given.get("src") and "json" not in given.get("type", "")):
            self.dangers.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        within = [tag for tag, _ in self.open]
        if "script" in within:
            # One that is fetched has nothing but white space in it.
            self.dangers += _no_json(data)
        elif OVERRIDE in data and not any(apart for _, apart in self.open):
            self.dangers.append(f"turns around what follows: {within[-3:]} {data[-60:]!r}")


def _no_json(text: str) -> list[str]:
    try:
        json.loads(text.strip() or "0")
    except ValueError:
        return [f"a script that is no data: {text[:80]!r}"]
    return []


def _bad(tag: str, name: str, value: str) -> bool:
    leads = name in ("href", "src", "action", "formaction", "poster", "data", "xlink:href")
    script = re.match(r"[\s\x00-\x1f]*(javascript|vbscript|data:text)", value, re.IGNORECASE)
    return name.startswith("on") or MARK in name or name == "style" or bool(leads and script)


def dangers(headers: Mapping[str, str], body: bytes) -> list[str]:
    """What is dangerous about an answer, whatever it is."""
    kind = headers.get("Content-Type", "").partition(";")[0]
    found = [f"{name}: {value}" for name, value in headers.items() if MARK in name or f"{MARK}=" in value]
    if kind == "application/vnd.apache.parquet":
        return found
    text = body.decode()
    if kind == "text/html":
        return found + Seen(text).dangers
    return found + (_KINDS[kind](text) if kind in _KINDS else list(_of_json(kind, text)))


def _of_json(kind: str, text: str) -> Iterator[str]:
    """Of a document that does not parse, json says what is wrong."""
    if kind.endswith("json"):
        json.loads(text)
    elif kind not in ("text/plain", "application/x-ndjson"):
        yield f"nobody looked at {kind}"
    for line in text.splitlines() if kind == "application/x-ndjson" else ():
        json.loads(line)


def _of_xml(text: str) -> list[str]:
    root: Element = fromstring(text)
    marked = [each.tag for each in root.iter() if MARK in f"{each.tag}{[*each.attrib]}"]
    inner = [
        Seen(each.text).dangers for each in root.iter() if each.attrib.get("type") == "html" and each.text
    ]
    return marked + [danger for dangers in inner for danger in dangers if not danger.startswith("turns")]


def _of_csv(text: str) -> list[str]:
    """Of those for spreadsheets, which begin with a mark of the encoding."""
    sheet = text.removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(sheet)) for cell in row]
    return (
        [cell for cell in cells if cell.startswith(FORMULAS) and not _is_number(cell)]
        if sheet != text
        else []
    )


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[\d.]+", cell))


def _of_ris(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    odd = [line for line in lines if not re.match(r"[A-Z][A-Z0-9]  - ?", line)]
    begun, ended = (sum(line.startswith(tag) for line in lines) for tag in ("TY  - ", "ER  -"))
    return odd + ([f"{begun} begin and {ended} end"] if begun != ended else [])


def _of_bibtex(text: str) -> list[str]:
    """An entry begins at the beginning of a line, and nowhere else does one."""
    return [line for line in text.splitlines() if line.lower().startswith("@book") and MARK in line]


_KINDS = {
    "application/atom+xml": _of_xml,
    "application/xml": _of_xml,
    "text/csv": _of_csv,
    "application/x-research-info-systems": _of_ris,
    "application/x-bibtex": _of_bibtex,
}
