"""Editions made of what a release says of them, each proved by its digest, its seal and the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import NamedTuple

from archive.editions import digest, seal_of
from archive.models import Edition
from archive.record import RecordError, read_record
from archive.releases.reading import Step, Unfit

FIRST = 1


class Link(NamedTuple):
    """The last edition of an incident: its number and its seal."""

    number: int
    seal: str


#: By incident.
Chain = MutableMapping[str, Link]


def chain_of(editions: Mapping[str, Edition]) -> Chain:
    return {incident: Link(edition.number, edition.seal) for incident, edition in editions.items()}


def proved(step: Step, chain: Chain) -> Edition:
    """The edition, yet to be stored; the chain goes on with it. Raises Unfit."""
    edition = _edition(step)
    for wrong in _problems(edition, step, chain.get(edition.incident)):
        raise Unfit(f"{step.place}: {edition}: {wrong}")
    chain[edition.incident] = Link(edition.number, edition.seal)
    return edition


def told_later(step: Step) -> Edition:
    """An edition that is here already, as the step tells it now. Raises Unfit where its seal does not fit."""
    edition = _edition(step)
    for wrong in (*_problems_of_seal(edition, step), *_problems_of_text(edition, step)):
        raise Unfit(f"{step.place}: {edition}: {wrong}")
    return edition


def _edition(step: Step) -> Edition:
    said = step.edition.said
    return Edition(
        incident=said.incident,
        number=said.number,
        kind=said.kind,
        note=said.note or "",
        published_at=said.published_at,
        text=step.edition.text,
        sha256=said.sha256,
        previous=said.previous,
        seal=said.seal,
        redacted_at=said.redacted_at,
        redaction_reason=said.redaction_reason,
    )


def _problems(edition: Edition, step: Step, before: Link | None) -> Iterator[str]:
    expected = before.number + 1 if before else FIRST
    if edition.number != expected:
        yield f"edition {expected} of this incident should come here"
    if edition.previous != (before.seal if before else ""):
        yield "it does not carry the seal of the edition before it"
    yield from _problems_of_seal(edition, step)
    yield from _problems_of_text(edition, step)


def _problems_of_seal(edition: Edition, step: Step) -> Iterator[str]:
    # Of an incident that is closed as a whole, notes are not told: its link alone proves such an edition.
    if step.edition.said.note is not None and edition.seal != seal_of(edition):
        yield "its seal does not fit its number, kind, note, time, digest or link to the edition before"


def _problems_of_text(edition: Edition, step: Step) -> Iterator[str]:
    if not step.edition.is_open:
        return
    if edition.sha256 != digest(edition.text):
        yield "its record is not the one whose digest it carries"
        return
    try:
        edition.record = read_record(edition.text)
    except RecordError as error:
        yield f"its record cannot be read: {error}"
        return
    if edition.record.id != edition.incident:
        yield "its record is of another incident"
    elif edition.is_retraction or edition.is_redacted:
        yield "it is closed and has a record"
