"""Which of a text's numbers and names the claims that cite it account for. Pure.

A number is accounted for where it stands: by a claim whose words for the value hold it, or that carries what
the rules read there. A name is accounted for everywhere by one claim that names who or what is called so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from archive.vocabulary import Property
from incidents.proposals import Mark, Name, Proposal
from incidents.worksheet.quotes import stands
from incidents.worksheet.spans import Among, Span

#: An actor or a place: its kind and its key.
Known = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one claim takes from the text: where its quote and its words for the value stand.

    `is_missing`: it has a quote, which is not in the text. `is_unquoted`: it cites the text without one; then
    `unquoted` is where its words for the value stand all the same. `value` is a day or a time of day.
    """

    claim: int
    property: Property
    quote: Span | None = None
    stated: Span | None = None
    numbers: frozenset[int] = frozenset()
    names: frozenset[Known] = field(default_factory=frozenset)
    is_missing: bool = False
    is_unquoted: bool = False
    unquoted: tuple[Span, ...] = ()
    value: str = ""


def located(text: str, quote: str, stated: str) -> tuple[Span | None, Span | None]:
    """Where a citation's quote stands in the text, and within it the claim's words for the value."""
    place = stands(quote, text)
    return place, stands(stated, text, place) if place else None


def carries(claim: Taken, proposal: Proposal) -> bool:
    """Whether the claim says what the proposal proposes, of the same words."""
    if claim.property != proposal.property or claim.quote is None:
        return False
    value = Span(proposal.start, proposal.end)
    if claim.stated is not None:
        return claim.stated.meets(value)
    return claim.quote.meets(value) and claim.numbers == numbers_of(proposal)


def says(claim: Taken, proposal: Proposal) -> bool:
    """Whether the claim says what the proposal proposes, of whatever words."""
    told = (claim.property, claim.numbers, claim.value)
    return told == (proposal.property, numbers_of(proposal), proposal.value)


def numbers_of(proposal: Proposal) -> frozenset[int]:
    given = (proposal.low, proposal.best, proposal.high)
    return frozenset(number for number in given if number is not None)


def known_by(names: Iterable[Name]) -> Mapping[str, frozenset[Known]]:
    """Whom and what each spelling may mean."""
    found: dict[str, set[Known]] = {}
    for name in names:
        found.setdefault(spelt(name.words), set()).add((name.kind, name.key))
    return {words: frozenset(known) for words, known in found.items()}


def spelt(words: str) -> str:
    return " ".join(words.split()).casefold()


def _states(claim: Taken, place: Span, read: Iterable[Proposal]) -> bool:
    stands_there = any(words.meets(place) for words in claim.unquoted)
    return stands_there or any(says(claim, each) for each in read)


@dataclass(frozen=True)
class Account:
    """The claims that cite a text, beside what its rules read in it.

    `settled` are the places of the incident itself, and those that these lie within.
    """

    claims: Sequence[Taken]
    proposals: Sequence[Proposal]
    names: Mapping[str, frozenset[Known]]
    settled: frozenset[Known] = frozenset()

    def of(self, mark: Mark) -> tuple[int, ...]:
        """The numbers of the claims that account for the mark."""
        if mark.kind == "number":
            return tuple(each.claim for each in self.claims if self._takes(each, mark))
        known = self.names.get(spelt(mark.words), frozenset())
        return tuple(each.claim for each in self.claims if each.names & known)

    def is_settled(self, mark: Mark) -> bool:
        """Whether the mark names what the incident has anyway: no claim of this text need say so."""
        return mark.kind != "number" and bool(self.names.get(spelt(mark.words), frozenset()) & self.settled)

    def unquoted(self, mark: Mark) -> tuple[int, ...]:
        """The numbers of the claims that cite the text without a quote, and state the number of the mark."""
        place = Span(mark.start, mark.end)
        read = list(self._read.meeting(place))
        return tuple(each.claim for each in self.claims if each.is_unquoted and _states(each, place, read))

    def _takes(self, claim: Taken, mark: Mark) -> bool:
        place = Span(mark.start, mark.end)
        if claim.stated is not None and claim.stated.meets(place):
            return True
        return any(carries(claim, each) for each in self._read.meeting(place))

    @cached_property
    def _read(self) -> Among[Proposal]:
        return Among(self.proposals, lambda each: Span(each.start, each.end))

    def stated(self, proposal: Proposal) -> tuple[int, ...]:
        """The numbers of the claims that cite the text without a quote, and say what is proposed."""
        return tuple(each.claim for each in self.claims if each.is_unquoted and says(each, proposal))

    def entered(self, proposal: Proposal) -> tuple[int, ...]:
        """The numbers of the claims that carry the proposal already."""
        return tuple(each.claim for each in self.claims if carries(each, proposal))
