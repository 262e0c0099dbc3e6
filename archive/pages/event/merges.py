"""What was merged into the incident, and where its claims and attacks stand on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.pages.event.attacks import AttackBlock
from archive.pages.event.reading import Reading
from archive.record import Renumbered


@dataclass(frozen=True, slots=True)
class Forerunner:
    """An incident that had a page of its own; the numbers are those of claims and attacks on this page."""

    id: str
    claims: tuple[Renumbered, ...]
    attacks: tuple[Renumbered, ...]


def forerunners(reading: Reading, blocks: Sequence[AttackBlock]) -> Iterator[Forerunner]:
    attacks = {block.attack.number for block in blocks}
    for one in reading.record.merged:
        yield Forerunner(
            one.id,
            tuple(pair for pair in one.claims if pair.new in reading.numbers),
            tuple(pair for pair in one.attacks if pair.new in attacks),
        )
