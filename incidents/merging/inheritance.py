"""What an actor, place or source leaves to the one that it is merged into: its names, what it relies on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Model

from archive.vocabulary import AliasKind
from incidents.models import Actor, ActorAlias, Place, PlaceName
from sources.models import Relation, Source

Names = Iterable[ActorAlias | PlaceName]


def inherit(gone: Model, into: Model) -> list[tuple[str, int]]:
    """Add to `into` what only `gone` has; the labels and database keys of the rows that were added."""
    added = list(_inherited(gone, into))
    for row in added:
        row.save()
    return [(row._meta.label, row.pk) for row in added]


def _inherited(gone: Model, into: Model) -> Iterator[Model]:
    match gone, into:
        case Actor(), Actor():
            for text, language, kind in _names(gone.name, gone.aliases.all(), into.name, into.aliases.all()):
                yield ActorAlias(actor=into, text=text, language=language, kind=kind)
        case Place(), Place():
            for text, language, kind in _names(gone.name, gone.names.all(), into.name, into.names.all()):
                yield PlaceName(place=into, text=text, language=language, kind=kind)
        case Source(), Source():
            yield from _relations(gone, into)


def _names(name: str, names: Names, own: str, known: Names) -> Iterator[tuple[str, str, str]]:
    """Text, language and kind of each name that is not known yet, the main name first."""
    seen = {own, *(one.text for one in known)}
    for text, language, kind in [
        (name, "", AliasKind.ALIAS.value),
        *((one.text, one.language, one.kind) for one in names),
    ]:
        if text not in seen:
            seen.add(text)
            yield text, language, kind


def _relations(gone: Source, into: Source) -> Iterator[Relation]:
    known = {(one.how, one.other_id, one.publication_id) for one in into.relations.all()}
    for one in gone.relations.all():
        if (one.how, one.other_id, one.publication_id) not in known:
            yield Relation(source=into, how=one.how, other=one.other, publication=one.publication)
