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
    name: Label
    kind: PublicationKind
    url: Url | None = None
    licence: Line = ""
    """Under which terms a dataset is published, such as “CC BY 4.0”."""
    former_keys: FormerKeys = ()


class Relation(Part):
    """What a source rests on: another source, or a publication where the document is not known."""

    how: Reliance
    source: Key | None = None
    publication: Key | None = None

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.source is None) == (self.publication is None):
            raise ValueError("name either a source or a publication")
        return self


class Source(Part):
    """A document: article, statement, report, post, dataset row."""

    key: Key
    kind: SourceKind
    title: Line = ""
    """As printed; empty where it is not known."""
    description: Line = ""
    """What it is, in the archive's words; stands in for a title that is not known."""
    publication: Key | None = None
    authors: tuple[Label, ...] = ()
    language: Language | None = None
    published: Edtf | None = None
    version: Line = ""
    url: Url | None = None
    archive_url: Url | None = None
    relies_on: tuple[Relation, ...] = ()
    note: Line = ""
    former_keys: FormerKeys = ()

    @model_validator(mode="after")
    def _can_be_named(self) -> Self:
        if not (self.title or self.description):
            raise ValueError("needs a title, or a description where the title is not known")
        return self


class Alias(Part):
    """Another name of an actor or place."""

    text: Label
    language: Language | None = None
    kind: AliasKind = AliasKind.ALIAS


class Actor(Part):
    """A person, group, office or organisation that speaks, acts or is held responsible."""

    key: Key
    name: Label
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    part_of: Key | None = None
    part_as: PartAs | None = None
    former_keys: FormerKeys = ()

    @model_validator(mode="after")
    def _says_what_part(self) -> Self:
        if (self.part_of is None) != (self.part_as is None):
            raise ValueError("part_of and part_as go together")
        return self


class Place(Part):
    """A place, within its parent."""

    key: Key
    name: Label
    kind: PlaceKind
    names: tuple[Alias, ...] = ()
    parent: Key | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    precision: Precision | None = None
    time_zone: Line = ""
    former_keys: FormerKeys = ()

    @model_validator(mode="after")
    def _coordinates_are_whole(self) -> Self:
        given = [part is not None for part in (self.latitude, self.longitude, self.precision)]
        if any(given) and not all(given):
            raise ValueError("latitude, longitude and precision go together")
        return self


class Conflict(Part):
    """A longer struggle or series that an incident is part of."""

    key: Key
    name: Label
    former_keys: FormerKeys = ()


class Attack(Part):
    """One physical attack. The settled columns are filtered on; each is backed by a claim."""

    number: Number
    label: Label
    place: Key | None = None
    date: Edtf | None = None
    type: AttackType | None = None
    target: TargetType | None = None
    weapon: WeaponType | None = None


class Renumbered(Part):
    """The number that a claim or an attack had in an incident, and the one that it has since a merge."""

    old: Number
    new: Number


class Merged(Part):
    """An incident that was merged into this one: its addresses lead on here."""

    id: Key
    claims: tuple[Renumbered, ...] = ()
    attacks: tuple[Renumbered, ...] = ()
