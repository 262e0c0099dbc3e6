"""Sources, publications, actors, places and conflicts, each with what leads on from it."""

from __future__ import annotations

from archive.answers.parts import ActorPart, ConflictPart, Links, PlacePart, PublicationPart, SourcePart


class SourceAnswer(SourcePart):
    """A source: lists of the incidents and claims that cite it, and of its citations."""

    links: Links
    incidents_url: str
    claims_url: str
    citations_url: str


class PublicationAnswer(PublicationPart):
    """A publication: `incidents_url` lists those that cite its sources."""

    incidents_url: str
    sources_url: str


class ActorAnswer(ActorPart):
    """An actor: `incidents_url` lists those that name it or a part of it, `parts_url` its parts."""

    links: Links
    incidents_url: str
    parts_url: str


class PlaceAnswer(PlacePart):
    """A place: `incidents_url` lists those in it, `children_url` the places directly within it."""

    links: Links
    incidents_url: str
    children_url: str


class ConflictAnswer(ConflictPart):
    """A conflict: `incidents_url` lists those that are part of it."""

    incidents_url: str
