"""Runs of statements as paragraphs, sections and reactions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.pages.event.shown import Shown
from archive.record import Statement, StatementClaim
from archive.vocabulary import About, ReactionGroup, Section

#: A paragraph that has reached so many characters takes no further statement.
FULL = 420

Paragraph = tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """One section about the incident."""

    section: Section
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Reactions:
    group: ReactionGroup
    claims: tuple[Shown, ...]


def sections(claims: Sequence[Shown]) -> dict[Section, Prose]:
    """The sections about the incident in which something is said; reactions are apart."""
    told = [each for each in claims if each.claim.about is About.INCIDENT]
    prose = (Prose(section, paragraphs(_of_section(told, section))) for section in Section)
    return {each.section: each for each in prose if each.paragraphs and each.section is not Section.REACTIONS}


def _of_section(claims: Iterable[Shown], section: Section) -> Iterable[Shown]:
    return (each for each in statements(claims) if statement_of(each).section is section)


def statements(claims: Iterable[Shown]) -> Iterable[Shown]:
    return (each for each in claims if isinstance(each.claim, StatementClaim))


def paragraphs(claims: Iterable[Shown]) -> tuple[Paragraph, ...]:
    """The statements in order, as many to a paragraph as can be read in one go."""
    found: list[list[Shown]] = []
    length = FULL
    for each in claims:
        if length >= FULL:
            found.append([])
            length = 0
        found[-1].append(each)
        length += len(statement_of(each).text)
    return tuple(tuple(paragraph) for paragraph in found)


def reactions(claims: Sequence[Shown]) -> tuple[Reactions, ...]:
    """The reactions by group, whatever they are about but the context."""
    told = [each for each in statements(claims) if each.claim.about is About.INCIDENT]
    groups = (
        Reactions(group, tuple(each for each in told if statement_of(each).group is group))
        for group in ReactionGroup
    )
    return tuple(group for group in groups if group.claims)


def statement_of(shown: Shown) -> Statement:
    assert isinstance(shown.claim, StatementClaim)
    return shown.claim.value
