"""A claim: one assertion, its value, who made it and where it is printed."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from archive.record.entities import Part
from archive.record.text import (
    Clock,
    Count,
    Edtf,
    Key,
    Label,
    Language,
    Line,
    Number,
    Prose,
    Url,
)
from archive.vocabulary import (
    About,
    AttackType,
    Attribution,
    ClaimantKind,
    Population,
    Property,
    Qualifier,
    Rank,
    ReactionGroup,
    Section,
    Stance,
    TargetType,
    WeaponType,
)


class Claimant(Part):
    """Who said it: an actor, a role in words, or both; not the publication that printed it."""

    actor: Key | None = None
    role: Line = ""
    kind: ClaimantKind = ClaimantKind.UNSTATED


class Citation(Part):
    """Where a claim is printed."""

    source: Key
    locator: Line = ""
    quote: Prose = ""
    reported_via: tuple[Key, ...] = ()
    """The publications that the source credits for this claim."""
    stance: Stance = Stance.SUPPORTS


#: Which of low, best and high a qualifier carries. An estimate carries any of them, at least one.
NUMBERS_OF: dict[Qualifier, frozenset[str]] = {
    Qualifier.EXACT: frozenset({"best"}),
    Qualifier.ABOUT: frozenset({"best"}),
    Qualifier.AT_LEAST: frozenset({"low"}),
    Qualifier.MORE_THAN: frozenset({"low"}),
    Qualifier.AT_MOST: frozenset({"high"}),
    Qualifier.FEWER_THAN: frozenset({"high"}),
    Qualifier.RANGE: frozenset({"low", "high"}),
    Qualifier.RANGE_OR_MORE: frozenset({"low", "high"}),
    Qualifier.VAGUE: frozenset(),
}


class Quantity(Part):
    """A number of people. A range runs upwards; a dataset's estimate is kept even when it is disordered."""

    qualifier: Qualifier
    low: Count | None = None
    best: Count | None = None
    high: Count | None = None
    population: Population = Population.UNSTATED

    @model_validator(mode="after")
    def _numbers_fit_the_qualifier(self) -> Self:
        given = {name for name in ("low", "best", "high") if getattr(self, name) is not None}
        if self.qualifier is Qualifier.ESTIMATE:
            if not given:
                raise ValueError("an estimate needs at least one of low, best, high")
        elif given != NUMBERS_OF[self.qualifier]:
            wanted = ", ".join(sorted(NUMBERS_OF[self.qualifier])) or "no number"
            raise ValueError(f"“{self.qualifier}” takes {wanted}, not {', '.join(sorted(given)) or 'none'}")
        if self._is_range() and self.low > self.high:  # type: ignore[operator]
            raise ValueError(f"the range runs downwards: {self.low} to {self.high}")
        return self

    def _is_range(self) -> bool:
        return self.qualifier in (Qualifier.RANGE, Qualifier.RANGE_OR_MORE)


class Responsibility(Part):
    actor: Key | None = None
    attribution: Attribution

    @model_validator(mode="after")
    def _somebody_unless_nobody(self) -> Self:
        if (self.attribution is Attribution.NONE_NAMED) != (self.actor is None):
            raise ValueError("names an actor, unless the attribution is none_named, which names nobody")
        return self


class Name(Part):
    """What a source calls the incident or attack or, with `place` or `actor`, how it spells that name."""

    text: Label
    language: Language | None = None
    place: Key | None = None
    actor: Key | None = None

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if self.place and self.actor:
            raise ValueError("names a place or an actor, not both")
        return self


class PartOf(Part):
    conflict: Key


class When(Part):
    edtf: Edtf


class Time(Part):
    """A time of day in the place's zone, or a distance in minutes after another attack."""

    clock: Clock | None = None
    minutes: Annotated[int, Field(ge=-10_080, le=10_080)] | None = None
    after_attack: Number | None = None
    approximate: bool = False

    @model_validator(mode="after")
    def _is_clock_or_distance(self) -> Self:
        if (self.minutes is None) != (self.after_attack is None):
            raise ValueError("minutes and after_attack go together")
        if (self.clock is None) == (self.minutes is None):
            raise ValueError("give a clock time, or minutes after an attack")
        return self


class Where(Part):
    place: Key


class Target(Part):
    type: TargetType
    text: Line = ""


class Weapon(Part):
    type: WeaponType
    text: Line = ""


class KindOfAttack(Part):
    type: AttackType
    text: Line = ""


class Motive(Part):
    text: Label


class Image(Part):
    """What a picture shows and whose it is. The picture itself is held only where the rights allow it."""

    caption: Prose
    credit: Label
    rights: Label
    date: Edtf | None = None
    place: Line = ""


class SeeAlso(Part):
    title: Label
    incident: Key | None = None
    url: Url | None = None


class Statement(Part):
    """A run of prose. A reaction carries its group; nothing else does."""

    section: Section
    text: Annotated[Prose, StringConstraints(min_length=1)]
    group: ReactionGroup | None = None

    @model_validator(mode="after")
    def _only_reactions_are_grouped(self) -> Self:
        if (self.section is Section.REACTIONS) != (self.group is not None):
            raise ValueError("a reaction needs a group, and only a reaction has one")
        return self


class BaseClaim(Part):
    """One assertion, made by somebody, carrying a value, printed somewhere."""

    number: Number
    property: Property
    value: Part
    about: About = About.INCIDENT
    attack: Number | None = None
    stated: Line = ""
    """The words as stated, short; empty for prose, whose words are the archive's own."""
    claimant: Claimant = Claimant()
    claimed_on: Edtf | None = None
    rank: Rank = Rank.NORMAL
    rank_reason: Line = ""
    superseded_by: Number | None = None
    superseded_reason: Line = ""
    withheld: bool = False
    """Names a private person: kept at the desk, never in an edition."""
    citations: tuple[Citation, ...] = ()

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
