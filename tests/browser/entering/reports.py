"""The reports and the claims that are taken from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from incidents.models import Actor, Attack, Incident, Place
from incidents.proposals.tokens import sentences
from incidents.shapes import EMPTY
from incidents.worksheet.spans import locator
from sources.models import Source

FILE = Path(__file__).with_name("articles.yaml")
#: What a claim's form holds of who said it.
SPEAKER = {"claimant": "", "claimant_role": "", "claimant_kind": "unstated"}
ROWS = {"actor": Actor, "claimant": Actor, "place": Place}
ACTORS = {
    "lashkar-e-sahra": ("Lashkar-e-Sahra", "armed_group"),
    "levies-force": ("Levies Force", "security_force"),
}
PLACES = {"sarwan": "Sarwan", "dera-killi": "Dera Killi"}


@dataclass(frozen=True)
class Wanted:
    """One claim: its words in the text, and what its form is to hold; rows stand by their database keys."""

    words: str
    start: int
    fields: Mapping[str, str]
    quote: str
    locator: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


@dataclass(frozen=True)
class Report:
    source: Source
    text: str
    given: Sequence[Mapping[str, Any]]
    incident: Incident

    @cached_property
    def claims(self) -> list[Wanted]:
        return [self._wanted(dict(each)) for each in self.given]

    def _wanted(self, given: dict[str, Any]) -> Wanted:
        words = given.pop("words")
        first = self.text.index("\n\n") if given.pop("paragraph", 1) > 1 else 0
        start = self.text.index(words, first)
        quote = next(self.text[begin:end] for begin, end in sentences(self.text) if begin <= start < end)
        return Wanted(words, start, self._fields(given) | {"stated": words}, quote, locator(self.text, start))

    def _fields(self, given: dict[str, Any]) -> dict[str, str]:
        empty = {column: "" for column in EMPTY if column != "approximate"}
        fields = empty | SPEAKER | {"about": "incident", "attack": ""}
        if label := given.pop("attack", None):
            fields |= {"about": "attack", "attack": str(self.incident.attacks.get(label=label).pk)}
        for name, value in given.items():
            row = ROWS.get(name)
            fields[name] = str(row._default_manager.get(key=value).pk if row else value)
        return fields


def an_incident(key: str) -> list[Report]:
    """An incident of two attacks without claims, and the reports; what they name is at the desk already."""
    for name, (words, kind) in ACTORS.items():
        Actor.objects.get_or_create(key=name, defaults={"name": words, "kind": kind})
    for name, words in PLACES.items():
        Place.objects.get_or_create(key=name, defaults={"name": words, "kind": "settlement"})
    incident = Incident.objects.create(key=key, title="Attacks at Sarwan and Dera Killi", date="2024-05-15")
    for label in ("Market", "Checkpost"):
        Attack.objects.create(incident=incident, label=label)
    return [_report(given, incident) for given in yaml.safe_load(FILE.read_text(encoding="utf-8"))]


def _report(given: Mapping[str, Any], incident: Incident) -> Report:
    named = {"kind": "article", "title": given["title"], "language": "en"}
    source, _ = Source.objects.get_or_create(key=given["source"], defaults=named)
    return Report(source, given["text"].strip(), given["claims"], incident)
