"""What claims refer to: sources and who issues them, actors, places, conflicts, attacks."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from archive.record.text import Edtf, Key, Label, Language, Line, Number, Url
from archive.vocabulary import (
    ActorKind,
    AliasKind,
    AttackType,
    PartAs,
    PlaceKind,
    Precision,
    PublicationKind,
    Reliance,
    SourceKind,
    TargetType,
    WeaponType,
)


class Part(BaseModel):
    """Any part of a record: immutable, and refusing fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


#: Keys of what was merged into an entity: its addresses lead on to the entity.
FormerKeys = Annotated[tuple[Key, ...], AfterValidator(lambda keys: tuple(sorted(keys)))]


class Publication(Part):
    """Who issues sources: a newspaper, an agency, a platform, a dataset."""

    key: Key
    """Its own, in addresses."""
    name: Label
    """As it calls itself."""
    kind: PublicationKind
    """What it is."""
    url: Url | None = None
    """Where it is found."""
    licence: Line = ""
    """Under which terms a dataset is published, such as “CC BY 4.0”."""
    former_keys: FormerKeys = ()
    """Of publications that were merged into it."""


class Relation(Part):
    """What a source rests on: another source, or a publication where the document is not known."""

    how: Reliance
    """In which way it rests on the other."""
    source: Key | None = None
    """The other document, by key."""
    publication: Key | None = None
    """Who issued the other document, by key, where the document is not known."""

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.source is None) == (self.publication is None):
            raise ValueError("name either a source or a publication")
        return self


class Source(Part):
    """A document: article, statement, report, post, dataset row."""

    key: Key
    """Its own, in addresses."""
    kind: SourceKind
    """What it is."""
    title: Line = ""
    """As printed; empty where it is not known."""
    description: Line = ""
    """What it is, in the archive's words; stands in for a title that is not known."""
    publication: Key | None = None
    """Who issued it, by key."""
    authors: tuple[Label, ...] = ()
    """As printed."""
    language: Language | None = None
    """In which it is written."""
    published: Edtf | None = None
    """When it appeared, as EDTF."""
    version: Line = ""
    """Of a dataset or a page that changes: which state of it."""
    url: Url | None = None
    """Where it is found."""
    archive_url: Url | None = None
    """Where a copy of it is kept by a web archive."""
    relies_on: tuple[Relation, ...] = ()
    """What it rests on, as far as recorded."""
    note: Line = ""
    """What readers should know of it."""
    former_keys: FormerKeys = ()
    """Of sources that were merged into it."""

    @model_validator(mode="after")
    def _can_be_named(self) -> Self:
        if not (self.title or self.description):
            raise ValueError("needs a title, or a description where the title is not known")
        return self


class Alias(Part):
    """Another name of an actor or place."""

    text: Label
    """As it is written."""
    language: Language | None = None
    """In which language."""
    kind: AliasKind = AliasKind.ALIAS
    """Whether it is in use, or was before."""


class Actor(Part):
    """A person, group, office or organisation that speaks, acts or is held responsible."""

    key: Key
    """Its own, in addresses."""
    name: Label
    """The name that pages show."""
    kind: ActorKind
    """What it is."""
    aliases: tuple[Alias, ...] = ()
    """Other names and spellings."""
    part_of: Key | None = None
    """The actor that it is part of, by key."""
    part_as: PartAs | None = None
    """As what it is part of it."""
    former_keys: FormerKeys = ()
    """Of actors that were merged into it."""

    @model_validator(mode="after")
    def _says_what_part(self) -> Self:
        if (self.part_of is None) != (self.part_as is None):
            raise ValueError("part_of and part_as go together")
        return self


class Place(Part):
    """A place, within its parent."""

    key: Key
    """Its own, in addresses."""
    name: Label
    """The name that pages show."""
    kind: PlaceKind
    """What it is."""
    names: tuple[Alias, ...] = ()
    """Other names and spellings."""
    parent: Key | None = None
    """The place around it, by key."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """In degrees, north of the equator."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """In degrees, east of Greenwich."""
    precision: Precision | None = None
    """How exact the coordinates are."""
    time_zone: Line = ""
    """By its name in the time zone database, such as “Asia/Karachi”."""
    former_keys: FormerKeys = ()
    """Of places that were merged into it."""

    @model_validator(mode="after")
    def _coordinates_are_whole(self) -> Self:
        given = [part is not None for part in (self.latitude, self.longitude, self.precision)]
        if any(given) and not all(given):
            raise ValueError("latitude, longitude and precision go together")
        return self


class Conflict(Part):
    """A longer struggle or series that an incident is part of."""

    key: Key
    """Its own, in addresses."""
    name: Label
    """The name that pages show."""
    former_keys: FormerKeys = ()
    """Of conflicts that were merged into it."""


class Attack(Part):
    """One physical attack. The settled columns are filtered on; each is backed by a claim."""

    number: Number
    """Within the incident; it is never used again."""
    label: Label
    """The archive's own label."""
    place: Key | None = None
    """Settled, by key."""
    date: Edtf | None = None
    """Settled, as EDTF."""
    type: AttackType | None = None
    """Settled: how it was done."""
    target: TargetType | None = None
    """Settled: whom or what it was aimed at."""
    weapon: WeaponType | None = None
    """Settled: what it was done with."""


class Renumbered(Part):
    """The number that a claim or an attack had in an incident, and the one that it has since a merge."""

    old: Number
    """The number that it had."""
    new: Number
    """The number that it has."""


class Merged(Part):
    """An incident that was merged into this one: its addresses lead on here."""

    id: Key
    """The id that it had."""
    claims: tuple[Renumbered, ...] = ()
    """Where its claims are now."""
    attacks: tuple[Renumbered, ...] = ()
    """Where its attacks are now."""
