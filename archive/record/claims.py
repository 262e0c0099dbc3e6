"""A claim: one assertion, its value, who made it and where it is printed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from archive.record.entities import Part
from archive.record.text import Edtf, Key, Line, Number, Prose
from archive.record.values import (
    NUMBERS_OF,
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
from archive.vocabulary import About, ClaimantKind, Property, QuoteState, Rank, Stance

__all__ = [
    "NUMBERS_OF",
    "AttackTypeClaim",
    "BaseClaim",
    "Checked",
    "Citation",
    "Claim",
    "Claimant",
    "DateClaim",
    "Image",
    "ImageClaim",
    "KindOfAttack",
    "Motive",
    "MotiveClaim",
    "Name",
    "NameClaim",
    "PartOf",
    "PartOfClaim",
    "PlaceClaim",
    "Quantity",
    "QuantityClaim",
    "Responsibility",
    "ResponsibilityClaim",
    "SeeAlso",
    "SeeAlsoClaim",
    "Statement",
    "StatementClaim",
    "Target",
    "TargetClaim",
    "Time",
    "TimeClaim",
    "Weapon",
    "WeaponClaim",
    "When",
    "Where",
]


class Claimant(Part):
    """Who said it: an actor, a role in words, or both; not the publication that printed it."""

    actor: Key | None = None
    """The actor who said it, by key."""
    role: Line = ""
    """Who it was in words, such as “a deputy commissioner”."""
    kind: ClaimantKind = ClaimantKind.UNSTATED
    """In what capacity it was said."""


class Checked(Part):
    """What looking the quote up in the archive's stored copies of the source has shown."""

    state: QuoteState
    """Whether the newest copy holds it."""
    on: date
    """The day of the copy since which that is so."""


class Citation(Part):
    """Where a claim is printed."""

    source: Key
    """The source, by key."""
    locator: Line = ""
    """Where in it: a page, a paragraph, a row."""
    quote: Prose = ""
    """The source's own words, where they are needed."""
    reported_via: tuple[Key, ...] = ()
    """The publications that the source credits for this claim."""
    stance: Stance = Stance.SUPPORTS
    """Whether the source supports the claim or disputes it."""
    checked: Checked | None = Field(default=None, exclude_if=lambda checked: checked is None)
    """Of the quote; left out where it was not looked up."""


class BaseClaim(Part):
    """One assertion, made by somebody, carrying a value, printed somewhere."""

    number: Number
    """Within the incident; it is never used again."""
    property: Property
    """What the claim is about."""
    value: Part
    """What is claimed; its parts depend on the property."""
    about: About = About.INCIDENT
    """What the claim speaks of."""
    attack: Number | None = None
    """The number of the attack that it speaks of."""
    stated: Line = ""
    """The words as stated, short; empty for prose, whose words are the archive's own."""
    claimant: Claimant = Claimant()
    """Who said it."""
    claimed_on: Edtf | None = None
    """When it was said, as EDTF; failing that, it counts from when its source appeared."""
    rank: Rank = Rank.NORMAL
    """Whether editors let it count before others, or set it aside."""
    rank_reason: Line = ""
    """Why, in public."""
    superseded_by: Number | None = None
    """The number of the newer claim that took its place."""
    superseded_reason: Line = ""
    """Why that one did, in public."""
    withheld: bool = False
    """Names a private person: kept at the desk, never in an edition."""
    citations: tuple[Citation, ...] = ()
    """Where it is printed; a claim without one is never published."""

    @model_validator(mode="after")
    def _attack_goes_with_about(self) -> Self:
        if (self.about is About.ATTACK) != (self.attack is not None):
            raise ValueError("attack holds a number exactly when the claim is about an attack")
        return self


class QuantityClaim(BaseClaim):
    property: Literal[
        Property.KILLED,
        Property.INJURED,
        Property.KILLED_OR_INJURED,
        Property.MISSING,
        Property.DETAINED,
    ]
    value: Quantity


class ResponsibilityClaim(BaseClaim):
    property: Literal[Property.RESPONSIBILITY]
    value: Responsibility


class NameClaim(BaseClaim):
    property: Literal[Property.NAME]
    value: Name


class PartOfClaim(BaseClaim):
    property: Literal[Property.PART_OF]
    value: PartOf


class DateClaim(BaseClaim):
    property: Literal[Property.DATE]
    value: When


class TimeClaim(BaseClaim):
    property: Literal[Property.TIME]
    value: Time


class PlaceClaim(BaseClaim):
    property: Literal[Property.PLACE]
    value: Where


class TargetClaim(BaseClaim):
    property: Literal[Property.TARGET]
    value: Target


class WeaponClaim(BaseClaim):
    property: Literal[Property.WEAPON]
    value: Weapon


class AttackTypeClaim(BaseClaim):
    property: Literal[Property.ATTACK_TYPE]
    value: KindOfAttack


class MotiveClaim(BaseClaim):
    property: Literal[Property.MOTIVE]
    value: Motive


class ImageClaim(BaseClaim):
    property: Literal[Property.IMAGE]
    value: Image


class SeeAlsoClaim(BaseClaim):
    property: Literal[Property.SEE_ALSO]
    value: SeeAlso


class StatementClaim(BaseClaim):
    property: Literal[Property.STATEMENT]
    value: Statement


Claim = Annotated[
    QuantityClaim
    | ResponsibilityClaim
    | NameClaim
    | PartOfClaim
    | DateClaim
    | TimeClaim
    | PlaceClaim
    | TargetClaim
    | WeaponClaim
    | AttackTypeClaim
    | MotiveClaim
    | ImageClaim
    | SeeAlsoClaim
    | StatementClaim,
    Field(discriminator="property"),
]
