"""All answers about one incident, as they are sent.

Composing them is most of what a publication computes, and needs no database: other processes can do it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

import orjson
from pydantic import BaseModel

from archive.answers.compose import Composer
from archive.answers.editions import EditionHeader
from archive.answers.settled import incident_days
from archive.audit import doubts
from archive.collecting import collecting_later
from archive.gist import Gist, gist_of
from archive.language import in_english
from archive.record import read_record
from archive.search import Column
from archive.search.texts import lines_of
from archive.vocabulary import Rule


class Manuscript(NamedTuple):
    """What an edition's answers are made from: its text, and what `Composer` says of the rest."""

    text: str
    edition: EditionHeader
    first_published_at: datetime
    updated_at: datetime
    site: str


class FigureNumbers(NamedTuple):
    """A figure of the incident or of one attack under a rule, in people."""

    attack: int | None
    rule: str
    measure: str
    population: str
    low: int | None
    best: int | None
    high: int | None
    open_above: bool
    open_below: bool


class Texts(NamedTuple):
    """JSON texts, those of attacks and claims in the record's order.

    `figures` under every rule; `lines`: the terms by which the incident is found; `gist`: what lists count
    it by; `doubts`: what kinds of doubt the audit finds.
    """

    incident: str
    brief: str
    attacks: tuple[str, ...]
    claims: tuple[str, ...]
    figures: tuple[FigureNumbers, ...]
    lines: dict[Column, str]
    gist: Gist
    doubts: tuple[str, ...]


@in_english
def text_of(answer: BaseModel) -> str:
    """The answer as it is sent."""
    return answer.model_dump_json(by_alias=True)


@in_english
def texts_of(made: Composer) -> Texts:
    """The answers about the record that the composer holds."""
    incident = text_of(made.incident())
    return Texts(
        incident=incident,
        brief=text_of(made.brief()),
        attacks=tuple(text_of(made.attack(attack)) for attack in made.record.attacks),
        claims=tuple(text_of(made.claim(claim)) for claim in made.record.claims),
        figures=tuple(_figures(made)),
        lines=lines_of(orjson.loads(incident)),
        gist=gist_of(made.record, incident_days(made.record), made.figures_by_rule[Rule.ARCHIVE]),
        doubts=tuple(map(str, doubts(made.findings))),
    )


@in_english
def texts_of_all(manuscripts: Sequence[Manuscript]) -> list[Texts]:
    """The answers of several editions. Raises RecordError for a text that is damaged."""
    with collecting_later():
        return [texts_of(Composer(read_record(one.text), *one[1:])) for one in manuscripts]


def _figures(made: Composer) -> Iterator[FigureNumbers]:
    for rule, figures in made.figures_by_rule.items():
        for figure in figures:
            measure, population = str(figure.measure), str(figure.population)
            numbers = (figure.low, figure.best, figure.high, figure.open_above, figure.open_below)
            yield FigureNumbers(figure.attack, str(rule), measure, population, *numbers)
