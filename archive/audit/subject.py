"""A record under audit: its counts by topic and source, and its parts by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.figures import Case, Evidence, Stated, Topic, stated, supporters
from archive.language import gettext
from archive.record import QuantityClaim, Record
from archive.vocabulary import Population
from archive.wording import range_text, source_labels


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim that states a number and may be counted, with what it states."""

    claim: QuantityClaim
    stated: Stated

    @property
    def number(self) -> int:
        return self.claim.number


@dataclass(frozen=True)
class Subject:
    """A record under audit. Deprecated claims, a party's own counts and vague ones state no number here."""

    record: Record

    @cached_property
    def evidence(self) -> Evidence:
        return Evidence.of(self.record)

    @cached_property
    def counts(self) -> Mapping[Topic, tuple[Counted, ...]]:
        """The countable claims on each topic, in page order."""
        case = Case(self.evidence)
        return {
            topic: tuple(
                Counted(claim, states)
                for claim in claims
                if (states := stated(claim.value)) and case.excludes(claim) is None
            )
            for topic, claims in self.evidence.topics.items()
        }

    @cached_property
    def counts_by_source(self) -> Mapping[Topic, Mapping[str, tuple[Counted, ...]]]:
        """The same, by the key of each source that states them."""
        return {topic: _by_source(counts) for topic, counts in self.counts.items()}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """A short name of each source."""
        return source_labels(self.record)

    def names(self, topic: Topic) -> str:
        """“killed”, “killed (civilians)”."""
        if topic.population is Population.ALL:
            return topic.measure.label
        return f"{topic.measure.label} ({topic.population.label})"

    def where(self, attack: int | None) -> str:
        """“the incident as a whole”, “attack 1 (Pishin)”."""
        if attack is None:
            return gettext("the incident as a whole")
        label = self._attack_labels[attack]
        return gettext("attack {number} ({label})").format(number=attack, label=label)

    def of(self, topic: Topic) -> Mapping[str, str]:
        """What a sentence about the topic says of it, by the names of its gaps."""
        return {"measure": self.names(topic), "where": self.where(topic.attack)}

    @cached_property
    def _attack_labels(self) -> Mapping[int, str]:
        return {attack.number: attack.label for attack in self.record.attacks}


def _by_source(counts: tuple[Counted, ...]) -> Mapping[str, tuple[Counted, ...]]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for counted in counts:
        for key in dict.fromkeys(supporters(counted.claim)):
            found[key].append(counted)
    return {key: tuple(counts) for key, counts in found.items()}


@dataclass(frozen=True, slots=True)
class Span:
    """From the smallest to the largest number stated, whichever side is open."""

    low: int
    high: int

    @classmethod
    def of(cls, *counts: Counted) -> Span:
        return cls(min(c.stated.low for c in counts), max(c.stated.high for c in counts))

    def apart_from(self, other: Span) -> bool:
        return self.high < other.low or other.high < self.low

    def __str__(self) -> str:
        return range_text(self.low, self.high)
