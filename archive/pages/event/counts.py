"""What the sources say of the numbers of people: every claim beside the figure that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.figures import Stated, stated
from archive.figures.evidence import headline
from archive.pages.event.bars import Bar, Scale, bar
from archive.pages.event.reading import Reading
from archive.pages.event.shown import Shown
from archive.record import Attack, Figure, QuantityClaim
from archive.references import Passage
from archive.vocabulary import About, LeftOutReason, Population, Property
from archive.wording import figure_reason


@dataclass(frozen=True, slots=True)
class CountRow:
    """One claim about a number. `left_out`: why the figure does not use it; nothing when it does."""

    shown: Shown
    stated: Stated | None
    left_out: LeftOutReason | None
    bar: Bar | None

    @property
    def is_superseded(self) -> bool:
        return self.left_out is LeftOutReason.SUPERSEDED


@dataclass(frozen=True, slots=True)
class Saying:
    """The same words about a number, by however many claims, with one fate in the figure."""

    words: str
    left_out: LeftOutReason | None
    passages: tuple[Passage, ...]

    @property
    def is_superseded(self) -> bool:
        return self.left_out is LeftOutReason.SUPERSEDED


@dataclass(frozen=True, slots=True)
class CountTable:
    """The claims about the incident, or about one attack, and their figure."""

    figure: Figure
    attack: Attack | None
    rows: tuple[CountRow, ...]
    reasons: tuple[str, ...]

    @property
    def used(self) -> tuple[CountRow, ...]:
        return tuple(row for row in self.rows if row.left_out is None)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """What is said, each thing once, in order of time."""
        found: dict[tuple[str, LeftOutReason | None], dict[Passage, None]] = {}
        for row in self.rows:
            words = row.shown.claim.stated or row.shown.value.text
            found.setdefault((words, row.left_out), {}).update(dict.fromkeys(row.shown.passages))
        return tuple(Saying(*said, tuple(passages)) for said, passages in found.items())


@dataclass(frozen=True, slots=True)
class Count:
    """A measure of one population: the incident first, then each attack of which somebody speaks."""

    measure: Property
    population: Population
    largest: int
    tables: tuple[CountTable, ...]

    @property
    def anchor(self) -> str:
        name = self.measure.replace("_", "-")
        return name if self.is_headline else f"{name}-{self.population.replace('_', '-')}"

    @property
    def is_headline(self) -> bool:
        return self.population is Population.ALL

    @property
    def whole(self) -> CountTable:
        """The incident's own table."""
        return self.tables[0]

    @property
    def has_bars(self) -> bool:
        return self.largest > 0


def counts(claims: Sequence[Shown], reading: Reading) -> tuple[Count, ...]:
    """A count for each measure and population of which a claim on the page speaks."""
    topics = dict.fromkeys((figure.measure, figure.population) for figure in reading.figures)
    found = (_count(*topic, claims, reading) for topic in topics)
    return tuple(count for count in found if any(table.rows for table in count.tables))


def _count(measure: Property, population: Population, claims: Sequence[Shown], reading: Reading) -> Count:
    own = [
        figure for figure in reading.figures if (figure.measure, figure.population) == (measure, population)
    ]
    about = [each for each in claims if _is_counted(each, measure, population)]
    numbers = [value.high for each in about if (value := _stated(each))]
    largest = max([*numbers, *(figure.high or 0 for figure in own)], default=0)
    tables = (_table(figure, about, reading, Scale(largest)) for figure in own)
    kept = tuple(table for table in tables if table.rows or table.attack is None)
    return Count(measure, population, largest, kept)


def _is_counted(shown: Shown, measure: Property, population: Population) -> bool:
    claim = shown.claim
    return (
        isinstance(claim, QuantityClaim)
        and claim.about is not About.CONTEXT
        and claim.property is measure
        and headline(claim.value.population) is population
    )


def _stated(shown: Shown) -> Stated | None:
    claim = shown.claim
    return stated(claim.value) if isinstance(claim, QuantityClaim) else None


def _table(figure: Figure, about: Sequence[Shown], reading: Reading, scale: Scale) -> CountTable:
    own = sorted((each for each in about if each.claim.attack == figure.attack), key=lambda each: each.order)
    return CountTable(
        figure=figure,
        attack=reading.attacks[figure.attack] if figure.attack is not None else None,
        rows=tuple(_rows(own, figure, scale)),
        reasons=figure_reason(figure, reading.record),
    )


def _rows(claims: Sequence[Shown], figure: Figure, scale: Scale) -> Iterator[CountRow]:
    left_out = {item.claim: item.reason for item in figure.left_out}
    for each in claims:
        value = _stated(each)
        yield CountRow(
            shown=each,
            stated=value,
            left_out=left_out.get(each.number),
            bar=bar(value, figure, scale) if value else None,
        )
