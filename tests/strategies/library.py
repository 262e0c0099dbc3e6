"""The entities that the claims of one record may name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from archive.vocabulary import (
    ActorKind,
    AliasKind,
    PartAs,
    PlaceKind,
    Precision,
    PublicationKind,
    Reliance,
    SourceKind,
)
from tests.strategies.plain import Data, maybe, moments, names, terms, words


class Library:
    """The entities that the claims of one record may name."""

    def __init__(self, draw: DrawFn) -> None:
        self.conflicts = [
            {"key": key, "name": draw(names()), "former_keys": former_keys(key)}
            for key in _keys(draw, "conflict")
        ]
        self.publications = [_publication(draw, key) for key in _keys(draw, "publication")]
        self.actors = _entities(draw, "actor", _actor)
        self.places = _entities(draw, "place", _place)
        self.sources = [
            _source(draw, key, keys, self.keys("publications"))
            for keys in [_keys(draw, "source")]
            for key in keys
        ]

    def keys(self, name: str) -> list[str]:
        return [entity["key"] for entity in getattr(self, name)]


def _keys(draw: DrawFn, stem: str) -> list[str]:
    return [f"{stem}-{number + 1}" for number in range(draw(st.integers(1, 4)))]


def _entities(draw: DrawFn, stem: str, make: Any) -> list[Data]:
    """A few entities, each of which may lie within one before it."""
    made: list[Data] = []
    for key in _keys(draw, stem):
        made.append(make(draw, key, draw(maybe(st.sampled_from(made))) if made else None))
    return made


def former_keys(key: str) -> list[str]:
    """What was merged into the entity: the same in every record, as it would be at one desk."""
    return [f"former-{key}"] if key.endswith("-2") else []


def _publication(draw: DrawFn, key: str) -> Data:
    return {
        "key": key,
        "name": draw(names()),
        "kind": draw(terms(PublicationKind)),
        "url": draw(maybe(st.just(f"https://example.org/{key}"))),
        "former_keys": former_keys(key),
    }


@st.composite
def aliases(draw: DrawFn) -> Data:
    language = draw(st.sampled_from([None, "en", "ur", "zh-Hant"]))
    return {"text": draw(names()), "language": language, "kind": draw(terms(AliasKind))}


def _actor(draw: DrawFn, key: str, whole: Data | None) -> Data:
    return {
        "key": key,
        "name": draw(names()),
        "kind": draw(terms(ActorKind)),
        "aliases": draw(st.lists(aliases(), max_size=2, unique_by=lambda alias: alias["text"])),
        "part_of": whole["key"] if whole else None,
        "part_as": draw(terms(PartAs)) if whole else None,
        "former_keys": former_keys(key),
    }


def _place(draw: DrawFn, key: str, parent: Data | None) -> Data:
    spot: Data = {}
    if draw(st.booleans()):
        spot = {
            "latitude": draw(st.integers(-9000, 9000)) / 100,
            "longitude": draw(st.integers(-18000, 18000)) / 100,
            "precision": draw(terms(Precision)),
        }
    return {
        "key": key,
        "name": draw(names()),
        "kind": draw(terms(PlaceKind)),
        "names": draw(st.lists(aliases(), max_size=2, unique_by=lambda alias: alias["text"])),
        "parent": parent["key"] if parent else None,
        "time_zone": draw(st.sampled_from(["", "Asia/Karachi"])),
        **spot,
        "former_keys": former_keys(key),
    }


def _source(draw: DrawFn, key: str, sources: Sequence[str], publications: Sequence[str]) -> Data:
    title = draw(words())
    return {
        "key": key,
        "kind": draw(terms(SourceKind)),
        "title": title,
        "description": draw(words()) or ("" if title else "a text"),
        "publication": draw(maybe(st.sampled_from(publications))),
        "authors": draw(st.lists(names(), max_size=2)),
        "language": draw(st.sampled_from([None, "en"])),
        "published": draw(maybe(moments())),
        "version": draw(words(10)),
        "url": draw(maybe(st.just(f"https://example.org/{key}"))),
        "archive_url": draw(maybe(st.just(f"https://archive.example.org/{key}"))),
        "relies_on": draw(_relations(key, sources, publications)),
        "note": draw(words()),
        "former_keys": former_keys(key),
    }


@st.composite
def _relations(draw: DrawFn, key: str, sources: Sequence[str], publications: Sequence[str]) -> list[Data]:
    others = [("source", other) for other in sources if other != key]
    choices = [*others, *(("publication", name) for name in publications)]
    chosen = draw(st.lists(st.sampled_from(choices), max_size=2, unique=True))
    return [{"how": draw(terms(Reliance)), kind: name} for kind, name in chosen]
