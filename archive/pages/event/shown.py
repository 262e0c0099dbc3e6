"""A claim as the page shows it: its value, who said it, when, and where it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.addresses import publication_path, source_path
from archive.figures import claimed_day
from archive.pages.event.reading import Reading, Said, said_on
from archive.pages.event.values import Piece, Value, actor_named, value_of
from archive.record import Attack, Checked, Citation, Claim, Source
from archive.references import Passage
from archive.vocabulary import ClaimantKind, QuoteState, Rank, Stance


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. Nobody named and of kind media: the source, in its own voice."""

    actor: Piece | None
    role: str
    kind: ClaimantKind

    @property
    def is_source_itself(self) -> bool:
        return not (self.actor or self.role) and self.kind is ClaimantKind.MEDIA

    @property
    def is_unstated(self) -> bool:
        return not (self.actor or self.role) and self.kind is not ClaimantKind.MEDIA


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: the source under a short name, the passage, and whom the source credits."""

    source: Piece
    passage: Passage
    locator: str
    quote: str
    via: tuple[Piece, ...]
    disputes: bool
    checked: Checked | None

    @property
    def has_lost_quote(self) -> bool:
        """Whether the source says no longer what is quoted from it."""
        return self.checked is not None and self.checked.state is QuoteState.GONE


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim, ready to be laid out. `newer`: the claim on this page that supersedes it."""

    claim: Claim
    attack: Attack | None
    value: Value
    speaker: Speaker
    said: Said
    order: tuple[bool, date, date]
    """Sorts by time: dated before undated, then the first and the last day it can mean."""
    cited: tuple[Cited, ...]
    passages: tuple[Passage, ...]
    newer: int | None

    @property
    def number(self) -> int:
        return self.claim.number

    @property
    def lang(self) -> str:
        """The language of the words as stated: that of its sources, where they share one that is known."""
        languages = {each.source.lang for each in self.cited}
        return languages.pop() if len(languages) == 1 else ""

    @property
    def has_lost_quote(self) -> bool:
        return any(each.has_lost_quote for each in self.cited)

    @property
    def is_deprecated(self) -> bool:
        return self.claim.rank is Rank.DEPRECATED

    @property
    def is_preferred(self) -> bool:
        return self.claim.rank is Rank.PREFERRED


def show(claim: Claim, reading: Reading) -> Shown:
    newer = claim.superseded_by
    return Shown(
        claim=claim,
        attack=reading.attacks[claim.attack] if claim.attack is not None else None,
        value=value_of(claim.value, reading),
        speaker=_speaker(claim, reading),
        said=said_on(claim, reading.sources),
        order=_order(claim, reading),
        cited=tuple(_cited(citation, reading) for citation in claim.citations),
        passages=reading.references.passages(claim),
        newer=newer if newer in reading.numbers else None,
    )


def _speaker(claim: Claim, reading: Reading) -> Speaker:
    key = claim.claimant.actor
    actor = actor_named(reading.actors[key]) if key else None
    return Speaker(actor, claim.claimant.role, claim.claimant.kind)


def _order(claim: Claim, reading: Reading) -> tuple[bool, date, date]:
    day = claimed_day(claim, reading.sources)
    return not day.is_dated, day.earliest or date.min, day.latest or date.max


def _cited(citation: Citation, reading: Reading) -> Cited:
    source = reading.sources[citation.source]
    return Cited(
        source=Piece(short_name(source, reading), source_path(source.key), source.language or ""),
        passage=reading.references.passage(citation),
        locator=citation.locator,
        quote=citation.quote,
        via=tuple(_credited(key, reading) for key in citation.reported_via),
        disputes=citation.stance is Stance.DISPUTES,
        checked=citation.checked,
    )


def _credited(key: str, reading: Reading) -> Piece:
    return Piece(reading.publications[key].name, publication_path(key))


def short_name(source: Source, reading: Reading) -> str:
    """The publication's name, which fits a narrow column; else the kind of the source."""
    if source.publication:
        return reading.publications[source.publication].name
    return source.kind.label[:1].upper() + source.kind.label[1:]
