"""A part of a record with other keys in the places where it names entities: the counterpart of `links`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
            return _with(part, {"place": _key("places", part.place, rename)})
        case BaseClaim():
            return _with(part, _claim(part, rename))
        case Source():
            return _with(part, _source(part, rename))
        case Actor():
            return _with(part, {"part_of": _key("actors", part.part_of, rename)})
        case Place():
            return _with(part, {"parent": _key("places", part.parent, rename)})
    return part


def _with(part: AnyPart, values: Mapping[str, object]) -> AnyPart:
    """The part with these values; itself where it has them already, as most do."""
    own = part.__dict__
    if all(own[name] is value or own[name] == value for name, value in values.items()):
        return part
    return part.model_copy(update=values)


def _key(kind: str, key: str | None, rename: Rename) -> str | None:
    return None if key is None else rename((kind, key))


def _claim(claim: BaseClaim, rename: Rename) -> dict[str, object]:
    actor = _key("actors", claim.claimant.actor, rename)
    return {
        "claimant": _with(claim.claimant, {"actor": actor}),
        "value": _value(claim.value, rename),
        "citations": _each_once(_citation(each, rename) for each in claim.citations),
    }


def _value(value: Part, rename: Rename) -> Part:
    match value:
        case Responsibility():
            return _with(value, {"actor": _key("actors", value.actor, rename)})
        case Name():
            places = {"place": _key("places", value.place, rename)}
            return _with(value, {"actor": _key("actors", value.actor, rename), **places})
        case PartOf():
            return _with(value, {"conflict": _key("conflicts", value.conflict, rename)})
        case Where():
            return _with(value, {"place": _key("places", value.place, rename)})
    return value


def _citation(citation: Citation, rename: Rename) -> Citation:
    credited = dict.fromkeys(rename(("publications", key)) for key in citation.reported_via)
    source = rename(("sources", citation.source))
    return _with(citation, {"source": source, "reported_via": tuple(credited)})


def _source(source: Source, rename: Rename) -> dict[str, object]:
    relations = _each_once(_relation(each, rename) for each in source.relies_on)
    itself = (rename(("sources", source.key)), source.key)
    return {
        "publication": _key("publications", source.publication, rename),
        "relies_on": tuple(relation for relation in relations if relation.source not in itself),
    }


def _each_once(parts: Iterable[AnyPart]) -> tuple[AnyPart, ...]:
    """Their hashes are asked for only where there are several: that of a part takes all its values."""
    several = tuple(parts)
    return several if len(several) < 2 else tuple(dict.fromkeys(several))


def _relation(relation: Relation, rename: Rename) -> Relation:
    source = _key("sources", relation.source, rename)
    publication = _key("publications", relation.publication, rename)
    return _with(relation, {"source": source, "publication": publication})
