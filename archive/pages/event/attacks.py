"""One block for each attack: its facts, its figures and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.pages.event.counts import Count, CountTable
from archive.pages.event.facts import FactBox, fact_box
from archive.pages.event.prose import Paragraph, paragraphs, statements
from archive.pages.event.reading import Reading
from archive.pages.event.shown import Shown
from archive.record import Attack
from archive.vocabulary import Property


@dataclass(frozen=True, slots=True)
class AttackCount:
    """A measure of the attack, with the place on the page where its claims are listed."""

    measure: Property
    anchor: str
    table: CountTable


@dataclass(frozen=True, slots=True)
class AttackBlock:
    attack: Attack
    facts: FactBox
    counts: tuple[AttackCount, ...]
    paragraphs: tuple[Paragraph, ...]


def attack_blocks(
    claims: Sequence[Shown], shown: Sequence[Count], reading: Reading
) -> tuple[AttackBlock, ...]:
    """A block for each attack of which some claim on the page speaks."""
    return tuple(
        AttackBlock(
            attack=attack,
            facts=fact_box(claims, attack.number),
            counts=tuple(_counts(attack, shown)),
            paragraphs=paragraphs(statements(of_attack)),
        )
        for attack in reading.record.attacks
        if (of_attack := [each for each in claims if each.claim.attack == attack.number])
    )


def _counts(attack: Attack, shown: Sequence[Count]) -> Iterator[AttackCount]:
    for count in shown:
        for table in count.tables:
            if table.attack == attack and count.is_headline:
                yield AttackCount(count.measure, f"{count.anchor}-{attack.number}", table)
