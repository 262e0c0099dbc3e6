"""What is settled, rule after rule, about the numbers of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from archive.vocabulary import Population, Property
from incidents.proposals.groups import Group


class How(Enum):
    """By which of the rules a number was understood."""

    ONE_PHRASE = auto()
    TALLY = auto()
    APPOSITION = auto()
    AFTER_VERB = auto()
    BEFORE_VERB = auto()
    IN_A_ROW = auto()
    PART = auto()


@dataclass(frozen=True)
class Count:
    """The group at a place of the sentence, what became of it, whom it counts, and why it is read so."""

    at: int
    property: Property
    how: How
    why: str
    population: Population


@dataclass
class Sentence:
    """Groups, and what is settled about them so far; None: they are not to be counted.

    `used` are the verbs that speak of a number already.
    """

    groups: Sequence[Group]
    settled: dict[int, Count | None] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    letters: str = field(init=False)

    def __post_init__(self) -> None:
        self.letters = "".join(group.letter for group in self.groups)

    def settle(
        self, at: int, fate: Property | None, how: How, why: str, population: Population | None = None
    ) -> None:
        """What became of the group at a place, unless that is settled; without a fate it is not counted."""
        known = population or self.groups[at].population
        self.settled.setdefault(at, Count(at, fate, how, why, known) if fate else None)

    def how(self, at: int) -> How | None:
        """By which rule the group at a place was understood, if it was."""
        count = self.settled.get(at)
        return count.how if count else None
