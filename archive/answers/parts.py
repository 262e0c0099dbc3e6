"""The parts of a record with their addresses, as an incident's answer holds them."""

from __future__ import annotations

from archive.record import Actor, Attack, Conflict, Place, Publication, Source
from archive.record.entities import Part


class Addressed(Part):
    """Something that has an address in the API and one among the pages, both absolute.

    They are not called `url`, which in a record is the address of a source or publication itself.
    """

    api_url: str
    page_url: str


class Brief(Addressed):
    """An incident, in short."""

    id: str
    title: str


class Entity(Addressed):
    """A source, publication, actor, place or conflict, in short. A source without a title is described."""

    key: str
    name: str


class Links(Part):
    """The entities that a part of the record names."""

    sources: tuple[Entity, ...] = ()
    publications: tuple[Entity, ...] = ()
    actors: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    conflicts: tuple[Entity, ...] = ()


class AttackPart(Attack, Addressed):
    """An attack with its addresses."""


class SourcePart(Source, Addressed):
    """A source with its addresses."""


class PublicationPart(Publication, Addressed):
    """A publication with its addresses."""


class ActorPart(Actor, Addressed):
    """An actor with its addresses."""


class PlacePart(Place, Addressed):
    """A place with its addresses."""


class ConflictPart(Conflict, Addressed):
    """A conflict with its addresses."""
