"""The whole event page: every claim of the reading once, under its place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.audit import Finding, warnings
from archive.maps import Locator
from archive.pages.event.attacks import AttackBlock, attack_blocks
from archive.pages.event.counts import Count, counts
from archive.pages.event.facts import FactBox, fact_box
from archive.pages.event.forewarning import Forewarning, forewarning
from archive.pages.event.merges import Forerunner, forerunners
from archive.pages.event.movement import Movement, movements
from archive.pages.event.notes import Entry, entries
from archive.pages.event.prose import Paragraph, Prose, Reactions, paragraphs, reactions, sections, statements
from archive.pages.event.reading import Reading
from archive.pages.event.rules import UnderRule, under_rules
from archive.pages.event.shown import Shown, show
from archive.pages.event.sources import Sources, sources
from archive.pages.event.values import Piece, place_line
from archive.pages.event.where import locator
from archive.vocabulary import MEASURES, About, Property, Section

#: Properties with a place of their own on the page; claims of all others stand in the list of claims.
PLACED = frozenset({Property.STATEMENT, Property.IMAGE, Property.SEE_ALSO, *MEASURES})


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the incident and is no part of it."""

    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims of one property in the list of claims."""

    property: Property
    claims: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """Everything that the page shows, in the order in which it shows it."""

    reading: Reading
    forewarning: Forewarning
    places: tuple[Piece, ...]
    facts: FactBox
    counts: tuple[Count, ...]
    movements: tuple[Movement, ...]
    rules: tuple[UnderRule, ...]
    sections: Mapping[Section, Prose]
    attacks: tuple[AttackBlock, ...]
    reactions: tuple[Reactions, ...]
    findings: tuple[Finding, ...]
    context: Context
    images: tuple[Shown, ...]
    see_also: tuple[Shown, ...]
    claims: tuple[ClaimGroup, ...]
    entries: tuple[Entry, ...]
    forerunners: tuple[Forerunner, ...]
    sources: Sources
    locator: Locator | None

    @property
    def headlines(self) -> tuple[Count, ...]:
        """The counts for the head of the page: those about everybody that come to a number."""
        return tuple(
            count for count in self.counts if count.is_headline and count.whole.figure.low is not None
        )

    @property
    def counted(self) -> tuple[Count, ...]:
        """The counts for the fact box: those about everybody, said of the incident or added up."""
        found = (count for count in self.counts if count.is_headline)
        return tuple(count for count in found if count.whole.rows or count.whole.figure.is_sum)

    @property
    def has_facts(self) -> bool:
        """Whether there is anything to put into the fact box."""
        facts = self.facts
        return bool(self.counted or facts.rows or facts.responsibility or facts.names or facts.spellings)

    @property
    def lead(self) -> Prose | None:
        return self.sections.get(Section.LEAD)

    @property
    def background(self) -> Prose | None:
        return self.sections.get(Section.BACKGROUND)

    @property
    def events(self) -> Prose | None:
        return self.sections.get(Section.EVENTS)

    @property
    def aftermath(self) -> Prose | None:
        return self.sections.get(Section.AFTERMATH)


def event_page(reading: Reading) -> EventPage:
    shown = [show(claim, reading) for claim in reading.claims]
    found = counts(shown, reading)
    record = reading.record
    blocks = attack_blocks(shown, found, reading)
    return EventPage(
        reading=reading,
        forewarning=forewarning(shown),
        places=tuple(place_line(record.place, reading)) if record.place else (),
        facts=fact_box(shown),
        counts=found,
        movements=tuple(movements(found, reading)),
        rules=under_rules(found, reading),
        sections=sections(shown),
        attacks=blocks,
        reactions=reactions(shown),
        findings=tuple(_findings(reading)),
        context=_context(shown),
        images=_of(shown, Property.IMAGE),
        see_also=_of(shown, Property.SEE_ALSO),
        claims=tuple(_groups(shown)),
        entries=tuple(entries(shown, reading)),
        forerunners=tuple(forerunners(reading, blocks)),
        sources=sources(reading),
        locator=locator(reading),
    )


def _of(shown: Sequence[Shown], name: Property) -> tuple[Shown, ...]:
    return tuple(each for each in shown if each.claim.property is name)


def _context(shown: Sequence[Shown]) -> Context:
    around = [each for each in shown if each.claim.about is About.CONTEXT]
    elsewhere = (Property.STATEMENT, Property.IMAGE, Property.SEE_ALSO)
    return Context(
        paragraphs=paragraphs(statements(around)),
        claims=tuple(each for each in around if each.claim.property not in elsewhere),
    )


def _groups(shown: Sequence[Shown]) -> Iterator[ClaimGroup]:
    listed = [each for each in shown if each.claim.about is not About.CONTEXT]
    for name in Property:
        claims = _of(listed, name)
        if claims and name not in PLACED:
            yield ClaimGroup(name, claims)


def _findings(reading: Reading) -> Iterator[Finding]:
    """What the audit finds among the claims on the page."""
    for finding in warnings(reading.record):
        if reading.numbers.issuperset(finding.claims):
            yield finding
