"""Which texts of a published incident are searched, and in which column each stands.

They are read from the incident's answer, which holds its record as JSON: so what is found is what everybody
may read. Texts that a record repeats are taken once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from archive.language import in_english
from archive.search.columns import COLUMNS, Column
from archive.search.lines import GAP, line_of
from archive.search.words import terms_of
from archive.vocabulary import AttackType, Property, TargetType, WeaponType

Json = Mapping[str, Any]

#: The properties whose values are prose, or titles of something else.
PROSE = (Property.STATEMENT, Property.SEE_ALSO)
LABELS = {"type": AttackType, "target": TargetType, "weapon": WeaponType}


class Text(NamedTuple):
    column: Column
    text: str


def lines_of(incident: Json) -> dict[Column, str]:
    """What each column holds of the incident, as the engines keep it."""
    return {column: line_of(map(terms_of, texts)) for column, texts in _by_column(incident).items()}


def texts_of(incident: Json) -> list[Text]:
    """Every text of the incident that is searched, each once in its column, in the order of the columns."""
    return [Text(column, text) for column, texts in _by_column(incident).items() for text in texts]


@in_english
def _by_column(incident: Json) -> dict[Column, dict[str, None]]:
    """The texts in each column: dictionaries, which keep each once and in its order."""
    found: dict[Column, dict[str, None]] = {column: {} for column in COLUMNS}
    for column, text in _texts(incident):
        if text:
            found[column][text] = None
    return found


def _texts(incident: Json) -> Iterator[tuple[Column, str]]:
    yield Column.TITLE, incident["title"]
    yield from ((Column.NAMES, name) for name in _names(incident))
    for attack in incident["attacks"]:
        words = (LABELS[name](attack[name]).label for name in LABELS if attack[name])
        yield from ((Column.SAID, word) for word in words)
    for claim in incident["claims"]:
        yield from _claim(claim)
    for source in incident["sources"]:
        yield from ((Column.SAID, source[name]) for name in ("title", "description"))
    yield from ((Column.SAID, publication["name"]) for publication in incident["publications"])


def _names(incident: Json) -> Iterator[str]:
    yield from (attack["label"] for attack in incident["attacks"])
    for kind in ("places", "actors", "conflicts"):
        yield from (name for entity in incident[kind] for name in names_of(entity))


def names_of(entity: Json) -> Iterable[str]:
    """Every name of a place, an actor, a conflict or a publication."""
    others = [*entity.get("names", ()), *entity.get("aliases", ())]
    return [entity["name"], *(other["text"] for other in others)]


def name_line(kind: str, names: Iterable[str]) -> str:
    """What is kept of the names of an entity; `kind` is the record's list that holds it."""
    return line_of([[mark_of(kind)], *map(terms_of, names)])


def mark_of(kind: str) -> str:
    """A term that tells the kind of an entity; nobody can type it."""
    return f"{GAP}{kind}"


def _claim(claim: Json) -> Iterator[tuple[Column, str]]:
    """The words of one claim; `text`, `caption` and `title` are those that values hold."""
    value = claim["value"]
    column = Column.PROSE if claim["property"] in PROSE else Column.SAID
    if claim["property"] == Property.NAME:
        column = Column.NAMES
    yield from ((column, value.get(name, "")) for name in ("text", "caption", "title"))
    yield Column.SAID, claim["stated"]
    yield Column.SAID, claim["claimant"]["role"]
    yield from ((Column.SAID, citation["quote"]) for citation in claim["citations"])
