"""The parts of a record with their addresses, as an incident's answer holds them."""

from __future__ import annotations

from archive.record import Actor, Attack, Conflict, Place, Publication, Source
from archive.record.entities import Part


class Addressed(Part):
    """Something that has an address in the API and one among the pages, both absolute.

    They are not called `url`, which in a record is the address of a source or publication itself.
    """

    api_url: str
    """Its address in the API."""
    page_url: str
    """Its address among the pages."""


class Brief(Addressed):
    """An incident, in short."""

    id: str
    """The incident's own, in addresses."""
    title: str
    """The archive's own label."""


class Entity(Addressed):
    """A source, publication, actor, place or conflict, in short. A source without a title is described."""

    key: str
    """Its own, in addresses."""
    name: str
    """What it is called."""


class Links(Part):
    """The entities that a part of the record names."""

    sources: tuple[Entity, ...] = ()
    """The sources that it names."""
    publications: tuple[Entity, ...] = ()
    """The publications that it names."""
    actors: tuple[Entity, ...] = ()
    """The actors that it names."""
    places: tuple[Entity, ...] = ()
    """The places that it names."""
    conflicts: tuple[Entity, ...] = ()
    """The conflicts that it names."""


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
