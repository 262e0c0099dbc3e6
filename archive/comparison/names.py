"""What the parts of a record are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.language import gettext
from archive.record import Record
from archive.wording import listed, source_labels


@dataclass(frozen=True)
class Names:
    """The names that a record gives to what it refers to; empty for no key."""

    record: Record

    def actor(self, key: str | None) -> str:
        return self._actors[key] if key else ""

    def place(self, key: str | None) -> str:
        return self._places[key] if key else ""

    def publication(self, key: str | None) -> str:
        return self._publications[key] if key else ""

    def publications(self, keys: Iterable[str]) -> str:
        return listed([self.publication(key) for key in keys])

    def conflict(self, key: str) -> str:
        return self._conflicts[key]

    def source(self, key: str | None) -> str:
        return self._sources[key] if key else ""

    def attack(self, number: int) -> str:
        """“attack 1 (Pishin)”."""
        return gettext("attack {number} ({label})").format(number=number, label=self._attacks[number])

    @cached_property
    def _actors(self) -> Mapping[str, str]:
        return {actor.key: actor.name for actor in self.record.actors}

    @cached_property
    def _places(self) -> Mapping[str, str]:
        return {place.key: place.name for place in self.record.places}

    @cached_property
    def _publications(self) -> Mapping[str, str]:
        return {publication.key: publication.name for publication in self.record.publications}

    @cached_property
    def _conflicts(self) -> Mapping[str, str]:
        return {conflict.key: conflict.name for conflict in self.record.conflicts}

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return source_labels(self.record)

    @cached_property
    def _attacks(self) -> Mapping[int, str]:
        return {attack.number: attack.label for attack in self.record.attacks}
