"""A part of a record with other keys in the places where it names entities: the counterpart of `links`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from archive.record.claims import BaseClaim, Citation, Name, PartOf, Responsibility, Where
from archive.record.entities import Actor, Attack, Part, Place, Relation, Source
from archive.record.links import Link

AnyPart = TypeVar("AnyPart", bound=Part)

#: The key that stands where the link's own key stood.
Rename = Callable[[Link], str]


def relinked(part: AnyPart, rename: Rename) -> AnyPart:
    """The attack, claim or entity, naming what `rename` says; what comes to be named twice is named once."""
    match part:
        case Attack():
            return part.model_copy(update={"place": _key("places", part.place, rename)})
        case BaseClaim():
            return part.model_copy(update=_claim(part, rename))
        case Source():
            return part.model_copy(update=_source(part, rename))
        case Actor():
            return part.model_copy(update={"part_of": _key("actors", part.part_of, rename)})
        case Place():
            return part.model_copy(update={"parent": _key("places", part.parent, rename)})
    return part


def _key(kind: str, key: str | None, rename: Rename) -> str | None:
    return None if key is None else rename((kind, key))


def _claim(claim: BaseClaim, rename: Rename) -> dict[str, object]:
    actor = _key("actors", claim.claimant.actor, rename)
    return {
        "claimant": claim.claimant.model_copy(update={"actor": actor}),
        "value": _value(claim.value, rename),
        "citations": tuple(dict.fromkeys(_citation(each, rename) for each in claim.citations)),
    }


def _value(value: Part, rename: Rename) -> Part:
    match value:
        case Responsibility():
            return value.model_copy(update={"actor": _key("actors", value.actor, rename)})
        case Name():
            places = {"place": _key("places", value.place, rename)}
            return value.model_copy(update={"actor": _key("actors", value.actor, rename), **places})
        case PartOf():
            return value.model_copy(update={"conflict": _key("conflicts", value.conflict, rename)})
        case Where():
            return value.model_copy(update={"place": _key("places", value.place, rename)})
    return value


def _citation(citation: Citation, rename: Rename) -> Citation:
    credited = dict.fromkeys(rename(("publications", key)) for key in citation.reported_via)
    source = rename(("sources", citation.source))
    return citation.model_copy(update={"source": source, "reported_via": tuple(credited)})


def _source(source: Source, rename: Rename) -> dict[str, object]:
    relations = dict.fromkeys(_relation(each, rename) for each in source.relies_on)
    itself = (rename(("sources", source.key)), source.key)
    return {
        "publication": _key("publications", source.publication, rename),
        "relies_on": tuple(relation for relation in relations if relation.source not in itself),
    }


def _relation(relation: Relation, rename: Rename) -> Relation:
    source = _key("sources", relation.source, rename)
    publication = _key("publications", relation.publication, rename)
    return relation.model_copy(update={"source": source, "publication": publication})
