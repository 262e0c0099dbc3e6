"""Which source has which fact, and how many voices the sources are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.addresses import publication_path
from archive.coverage import Coverage, Fact, Told, coverage
from archive.independence import Origin, independence
from archive.language import gettext
from archive.lineage import Lineage, lineages
from archive.pages.event.reading import Reading
from archive.pages.event.shown import short_name
from archive.pages.event.values import Piece
from archive.references import Reference
from archive.vocabulary import About, Population
from archive.wording import listed_out


@dataclass(frozen=True, slots=True)
class Column:
    """A source at the head of the table: its number among the references, and where these name it."""

    key: str
    number: int
    name: Piece


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact in words, and what each column's source tells of it."""

    name: str
    attack: str
    coverage: Coverage
    cells: tuple[tuple[Told, ...], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """“reprints”, and what: a step of the way that leads from a source to its origin.

    `how` is empty where the way before it has said it.
    """

    how: str
    origin: Piece


@dataclass(frozen=True, slots=True)
class Derived:
    """A source that is no voice of its own, and the ways by which it goes back to others."""

    column: Column
    ways: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """`independent`: how many of the sources on the page are voices of their own, as far as recorded."""

    columns: tuple[Column, ...]
    facts: tuple[FactLine, ...]
    independent: int
    derived: tuple[Derived, ...]

    @property
    def single(self) -> int:
        """How many facts one source alone states."""
        return sum(line.coverage.is_single for line in self.facts)


def sources(reading: Reading) -> Sources:
    columns = tuple(_column(reference, reading) for reference in reading.references.listed)
    keys = [column.key for column in columns]
    by_key = {column.key: column for column in columns}
    found = lineages(reading.record, keys)
    return Sources(
        columns=columns,
        facts=tuple(_lines(columns, reading)),
        independent=independence(reading.record, keys).count,
        derived=tuple(
            Derived(by_key[key], tuple(_ways(found[key], by_key, reading))) for key in keys if key in found
        ),
    )


def _column(reference: Reference, reading: Reading) -> Column:
    source, first = reference.source, reference.passages[0]
    name = Piece(short_name(source, reading), f"#ref-{first.marker}", source.language or "")
    return Column(source.key, reference.number, name)


def _lines(columns: Sequence[Column], reading: Reading) -> Iterator[FactLine]:
    attacks = {attack.number: attack.label for attack in reading.record.attacks}
    for row in coverage(reading.record, reading.claims):
        cells = tuple(row.told.get(column.key, ()) for column in columns)
        yield FactLine(_name(row.fact), attacks.get(row.fact.attack or 0, ""), row, cells)


def _name(fact: Fact) -> str:
    words = [fact.property.label]
    if fact.population not in (None, Population.ALL):
        words.append(fact.population.label)
    if fact.about is About.CONTEXT:
        words.append(gettext("context"))
    return listed_out(words)


def _ways(
    ways: Sequence[Lineage], columns: Mapping[str, Column], reading: Reading
) -> Iterator[tuple[Link, ...]]:
    """The ways in words; of direct ones that follow one another the word is said once."""
    before = ""
    for way in ways:
        links = [Link(step.how.label, _origin(step.origin, columns, reading)) for step in way]
        alike = len(links) == 1 and links[0].how == before
        before = links[0].how if len(links) == 1 else ""
        yield (Link("", links[0].origin),) if alike else tuple(links)


def _origin(origin: Origin, columns: Mapping[str, Column], reading: Reading) -> Piece:
    """The origin by the name that its column has; one that is not cited on the page by its short name."""
    kind, key = origin
    if kind == "publication":
        return Piece(reading.publications[key].name, publication_path(key))
    if key in columns:
        column = columns[key]
        return Piece(f"{column.name.text} [{column.number}]", column.name.href)
    return Piece(short_name(reading.sources[key], reading))
