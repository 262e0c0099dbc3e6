"""The answers that rows are made of, with what a list finds beside them."""

from __future__ import annotations

from collections.abc import Mapping

from archive.answers import AttackAnswer, IncidentBrief, PlaceAnswer, SourceAnswer
from archive.answers.claims import Placed
from archive.columns.paths import Document
from archive.record import (
    BaseClaim,
    Citation,
    Figure,
    Image,
    KindOfAttack,
    Motive,
    Name,
    PartOf,
    Quantity,
    Responsibility,
    SeeAlso,
    Statement,
    Target,
    Time,
    Weapon,
    When,
    Where,
)
from archive.record.entities import Part
from archive.vocabulary import MEASURES, Precision


class Location(Part):
    """Where something happened, as exactly as that is known."""

    place: PlaceAnswer
    """The place where it happened or, where that has no coordinates, the nearest one around it that has."""
    precision: Precision
    """How exactly these coordinates tell where it happened: those of a district are no spot."""


class ListedIncident(IncidentBrief):
    """An incident in short, with where it lies and what its sources are like."""

    location: Location | None
    """Where its place lies; empty where nothing is known of that."""
    origins: int
    """On how many independent sources all that is said of it rests, as far as recorded."""
    killed_disputed: bool
    """Whether sources in use give numbers of the killed that exclude one another."""
    injured_disputed: bool
    """Whether sources in use give numbers of the injured that exclude one another."""


class ListedAttack(AttackAnswer):
    """An attack, with where it happened."""

    location: Location | None
    """Where it happened: its own place or, where it has none, its incident's."""


class ListedClaim(BaseClaim, Placed):
    """A claim, whose value stands under the name of what it is."""

    quantity: Quantity | None
    """Of a claim that counts people."""
    responsibility: Responsibility | None
    """Of a claim on who did it."""
    name: Name | None
    """Of a claim on a name."""
    part_of: PartOf | None
    """Of a claim that it is part of something."""
    date: When | None
    """Of a claim on when it happened."""
    time: Time | None
    """Of a claim on the time of day."""
    place: Where | None
    """Of a claim on where it happened."""
    target: Target | None
    """Of a claim on the target."""
    weapon: Weapon | None
    """Of a claim on the weapon."""
    attack_type: KindOfAttack | None
    """Of a claim on the type of attack."""
    motive: Motive | None
    """Of a claim on why it was done."""
    image: Image | None
    """Of a picture."""
    see_also: SeeAlso | None
    """Of a claim that leads to something else."""
    statement: Statement | None
    """Of a run of prose."""


#: Under which name a claim's value stands; properties that are not here go by their own.
VALUES: Mapping[str, str] = {measure.value: "quantity" for measure in MEASURES}


def spread(claim: Document) -> Document:
    """The answer about a claim, as `ListedClaim` describes it."""
    about = claim["property"]
    return {**claim, VALUES.get(about, about): claim["value"]}


class ListedCitation(Part):
    """One citation of one claim, with its source whole."""

    claim: ListedClaim
    """The claim that is printed there."""
    position: int
    """Which of the claim's citations it is, from 1."""
    citation: Citation
    """Where the claim is printed."""
    source: SourceAnswer
    """The source that is cited."""


class ListedFigure(Figure):
    """A figure, with its incident."""

    incident: IncidentBrief
    """The incident whose figure it is, or whose attack's."""
