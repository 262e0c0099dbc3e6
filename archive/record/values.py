"""What a claim carries: the value of each kind of assertion."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from archive.record.entities import Part
from archive.record.text import Clock, Count, Edtf, Key, Label, Language, Line, Number, Prose, Url
from archive.vocabulary import (
    AttackType,
    Attribution,
    Population,
    Qualifier,
    ReactionGroup,
    Section,
    TargetType,
    WeaponType,
)

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
    """How the number is meant; it says which of the three numbers stand."""
    low: Count | None = None
    """The smallest number stated."""
    best: Count | None = None
    """The one number stated."""
    high: Count | None = None
    """The largest number stated."""
    population: Population = Population.UNSTATED
    """Whom the number counts."""

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
    """Who is held responsible, and how; or that nobody was named."""

    actor: Key | None = None
    """Who is held responsible, by key; empty where nobody is named."""
    attribution: Attribution
    """By whom and how: to suspect, to accuse and to convict are different acts."""

    @model_validator(mode="after")
    def _somebody_unless_nobody(self) -> Self:
        if (self.attribution is Attribution.NONE_NAMED) != (self.actor is None):
            raise ValueError("names an actor, unless the attribution is none_named, which names nobody")
        return self


class Name(Part):
    """What a source calls the incident or attack or, with `place` or `actor`, how it spells that name."""

    text: Label
    """As the source writes it."""
    language: Language | None = None
    """In which language."""
    place: Key | None = None
    """The place that is so called, by key."""
    actor: Key | None = None
    """The actor who is so called, by key."""

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if self.place and self.actor:
            raise ValueError("names a place or an actor, not both")
        return self


class PartOf(Part):
    """A longer struggle or series to which it belongs."""

    conflict: Key
    """By key."""


class When(Part):
    """A day or a time of several days."""

    edtf: Edtf
    """A day, month, year, interval or one of several days, as EDTF: “[2024-02-07,2024-02-08]”."""


class Time(Part):
    """A time of day in the place's zone, or a distance in minutes after another attack."""

    clock: Clock | None = None
    """On the clock of the place."""
    minutes: Annotated[int, Field(ge=-10_080, le=10_080)] | None = None
    """Minutes after the other attack; fewer than none is before it."""
    after_attack: Number | None = None
    """The number of the other attack."""
    approximate: bool = False
    """Whether the source says “about”."""

    @model_validator(mode="after")
    def _is_clock_or_distance(self) -> Self:
        if (self.minutes is None) != (self.after_attack is None):
            raise ValueError("minutes and after_attack go together")
        if (self.clock is None) == (self.minutes is None):
            raise ValueError("give a clock time, or minutes after an attack")
        return self


class Where(Part):
    """A place."""

    place: Key
    """By key."""


class Target(Part):
    """Whom or what the attack was aimed at."""

    type: TargetType
    """In a word of the list."""
    text: Line = ""
    """As the source says it."""


class Weapon(Part):
    """What the attack was made with."""

    type: WeaponType
    """In a word of the list."""
    text: Line = ""
    """As the source says it."""


class KindOfAttack(Part):
    """How the attack was made."""

    type: AttackType
    """In a word of the list."""
    text: Line = ""
    """As the source says it."""


class Motive(Part):
    """Why it was done."""

    text: Label
    """As the source says it, in short."""


class Image(Part):
    """What a picture shows and whose it is. The picture itself is held only where the rights allow it."""

    caption: Prose
    """What it shows."""
    credit: Label
    """Whose it is."""
    rights: Label
    """Under which terms it may be shown."""
    date: Edtf | None = None
    """When it was taken, as EDTF."""
    place: Line = ""
    """Where it was taken, in words."""


class SeeAlso(Part):
    """Another incident or page."""

    title: Label
    """What it is called."""
    incident: Key | None = None
    """An incident of this archive, by its id."""
    url: Url | None = None
    """A page elsewhere."""


class Statement(Part):
    """A run of prose. A reaction carries its group; nothing else does."""

    section: Section
    """Where on the page it stands."""
    text: Annotated[Prose, StringConstraints(min_length=1)]
    """In the archive's own words."""
    group: ReactionGroup | None = None
    """Of a reaction: from where."""

    @model_validator(mode="after")
    def _only_reactions_are_grouped(self) -> Self:
        if (self.section is Section.REACTIONS) != (self.group is not None):
            raise ValueError("a reaction needs a group, and only a reaction has one")
        return self
