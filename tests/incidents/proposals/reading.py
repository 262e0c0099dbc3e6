"""What the tests of the rules ask of a text."""

from __future__ import annotations

from archive.vocabulary import MEASURES, Property
from incidents.proposals import Name, Proposal, read

NAMES = (
    Name("actor", "ttp", "Pakistani Taliban"),
    Name("actor", "ttp", "TTP"),
    Name("actor", "is", "IS"),
    Name("actor", "army", "Pakistan Army"),
    Name("actor", "nobody", ""),
    Name("place", "quetta", "Quetta"),
    Name("place", "sanaa", "Sana'a"),
)


def counts(text: str) -> list[str]:
    """The numbers of people that are proposed, each in words: “killed at_least 14 civilians”."""
    return [_words(proposal) for proposal in read(text, NAMES) if proposal.property in MEASURES]


def _words(proposal: Proposal) -> str:
    numbers = [number for number in (proposal.low, proposal.best, proposal.high) if number is not None]
    value = "-".join(map(str, numbers))
    population = "" if proposal.population == "unstated" else proposal.population
    return " ".join(filter(None, [proposal.property, proposal.qualifier, value, population]))


def values(text: str, about: Property) -> list[str]:
    """The values that are proposed of one property."""
    return [proposal.value for proposal in read(text, NAMES) if proposal.property is about]


def only(text: str) -> Proposal:
    """The one number of people that is proposed."""
    (found,) = (proposal for proposal in read(text, NAMES) if proposal.property in MEASURES)
    return found


def blamed(text: str) -> list[tuple[str, str]]:
    """The attributions that are proposed, each with its actor."""
    return [
        (str(proposal.attribution), proposal.actor)
        for proposal in read(text, NAMES)
        if proposal.property is Property.RESPONSIBILITY
    ]
