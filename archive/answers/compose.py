"""How answers are put together from an edition's record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from archive import addresses
from archive.answers.claims import ANSWERS, PARTS
from archive.answers.editions import EditionHeader
from archive.answers.entities import (
    ActorAnswer,
    ConflictAnswer,
    PlaceAnswer,
    PublicationAnswer,
    SourceAnswer,
)
from archive.answers.incidents import (
    AttackAnswer,
    FindingPart,
    Headline,
    IncidentAnswer,
    IncidentBrief,
    Responsible,
)
from archive.answers.parts import (
    ActorPart,
    AttackPart,
    Brief,
    ConflictPart,
    Entity,
    Links,
    PlacePart,
    PublicationPart,
    SourcePart,
)
from archive.answers.settled import attack_days, conflicts, incident_days, responsibilities
from archive.audit import Finding, doubts, warnings
from archive.figures import claimed_day, figures, figures_by_rule
from archive.language import in_english
from archive.record import Attack, BaseClaim, Figure, Record, Source
from archive.record.entities import Part
from archive.record.links import Link, held, links
from archive.record.making import made
from archive.vocabulary import Rule

ENTITY_PARTS: Mapping[str, Any] = {
    "sources": SourcePart,
    "publications": PublicationPart,
    "actors": ActorPart,
    "places": PlacePart,
    "conflicts": ConflictPart,
}

ENTITY_ANSWERS: Mapping[str, Any] = {
    "sources": SourceAnswer,
    "publications": PublicationAnswer,
    "actors": ActorAnswer,
    "places": PlaceAnswer,
    "conflicts": ConflictAnswer,
}

#: Of each list of entities: the further addresses of an answer, as a resource and its filter.
FURTHER: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "sources": {
        "incidents_url": ("incidents", "source"),
        "claims_url": ("claims", "source"),
        "citations_url": ("citations", "source"),
    },
    "publications": {
        "incidents_url": ("incidents", "publication"),
        "sources_url": ("sources", "publication"),
    },
    "actors": {"incidents_url": ("incidents", "actor"), "parts_url": ("actors", "part_of")},
    "places": {"incidents_url": ("incidents", "place"), "children_url": ("places", "parent")},
    "conflicts": {"incidents_url": ("incidents", "conflict")},
}


@dataclass(frozen=True)
class Composer:
    """Makes the answers about one edition's record, with its figures; `site` is where the archive is found.

    `first_published_at` and `updated_at` are of the incident, over all its editions.
    """

    record: Record
    edition: EditionHeader
    first_published_at: datetime
    updated_at: datetime
    site: str

    def incident(self, *, rule: Rule = Rule.ARCHIVE, known_at: date | None = None) -> IncidentAnswer:
        """The incident whole; its figures are computed anew under the rule and for the day."""
        record = self.record
        own: dict[str, Any] = dict(record) | {name: tuple(self._parts(name)) for name in ENTITY_PARTS}
        own |= self._addresses_of_incident() | {
            "attacks": tuple(self._attack_part(attack) for attack in record.attacks),
            "claims": tuple(self._claim_part(claim) for claim in record.claims),
            "figures": self.figures(rule, known_at),
            "slug": self.slug,
            "edition": self.edition,
            "first_published_at": self.first_published_at,
            "updated_at": self.updated_at,
            "history_url": self._at(addresses.history_path(record.id)),
            "editions_url": self._at(addresses.api_editions_path(record.id)),
            "rule": rule,
            "known_at": known_at,
            "findings": tuple(_finding(one) for one in self.findings),
        }
        return made(IncidentAnswer, own)

    def figures(self, rule: Rule, known_at: date | None) -> tuple[Figure, ...]:
        """The record's figures under the rule, as they could be known on that day."""
        if known_at is None:
            return self.figures_by_rule[rule]
        return figures(self.record, rule=rule, known_at=known_at)

    @cached_property
    def figures_by_rule(self) -> Mapping[Rule, tuple[Figure, ...]]:
        """Each rule's figures, computed once for all answers."""
        return figures_by_rule(self.record)

    @property
    def _settled(self) -> tuple[Figure, ...]:
        """The figures under the archive's own rule."""
        return self.figures_by_rule[Rule.ARCHIVE]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What readers should know, as answers say it."""
        return in_english(warnings)(self.record)

    def brief(self) -> IncidentBrief:
        days = incident_days(self.record)
        own: dict[str, Any] = {
            "slug": self.slug,
            "date": self.record.date,
            "earliest": days.earliest,
            "latest": days.latest,
            "place": self._entity(("places", self.record.place)) if self.record.place else None,
            "attacks": len(self.record.attacks),
            "figures": tuple(_headline(figure) for figure in self._settled if figure.attack is None),
            "responsibility": tuple(self._responsible()),
            "conflicts": tuple(self._entity(("conflicts", key)) for key in conflicts(self.record)),
            "findings": doubts(self.findings),
            "edition": self.edition.number,
            "first_published_at": self.first_published_at,
            "updated_at": self.updated_at,
        }
        return made(IncidentBrief, self.incident_brief.__dict__ | own)

    def attack(self, attack: Attack) -> AttackAnswer:
        days = attack_days(attack, self.record)
        addition: dict[str, Any] = {
            "incident": self.incident_brief,
            "earliest": days.earliest,
            "latest": days.latest,
            "figures": tuple(figure for figure in self._settled if figure.attack == attack.number),
            "links": self._links(attack),
        }
        answer: AttackAnswer = _with(AttackAnswer, self._attack_part(attack), addition)
        return answer

    def claim(self, claim: BaseClaim) -> BaseClaim:
        """The claim with all that `Placed` adds."""
        days = claimed_day(claim, self._sources)
        incident, attack, newer = self.record.id, claim.attack, claim.superseded_by
        addition: dict[str, Any] = {
            "incident": self.incident_brief,
            "attack_url": self._at(addresses.api_attack_path(incident, attack)) if attack else None,
            "superseded_by_url": self._at(addresses.api_claim_path(incident, newer)) if newer else None,
            "claimed_earliest": days.earliest,
            "claimed_latest": days.latest,
            "citations_url": self._at(addresses.api_citations_path(incident, claim.number)),
            "links": self._links(claim),
        }
        answer: BaseClaim = _with(ANSWERS[type(claim)], claim, self._addresses_of_claim(claim) | addition)
        return answer

    def entity(self, kind: str, key: str) -> Part:
        """A source, publication, actor, place or conflict that the record holds; `kind` names its list."""
        part = self._held[(kind, key)]
        addition: dict[str, Any] = {
            name: self._at(addresses.api_list_path(resource, **{by: key}))
            for name, (resource, by) in FURTHER[kind].items()
        }
        if "links" in ENTITY_ANSWERS[kind].model_fields:
            addition["links"] = self._links(part)
        answer: Part = _with(ENTITY_ANSWERS[kind], part, self._addresses_of((kind, key)) | addition)
        return answer

    @cached_property
    def incident_brief(self) -> Brief:
        own = {"id": self.record.id, "title": self.record.title}
        return made(Brief, own | self._addresses_of_incident())

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.key: source for source in self.record.sources}

    @cached_property
    def _held(self) -> dict[Link, Part]:
        return held(self.record)

    @cached_property
    def slug(self) -> str:
        return addresses.slug_of(self.record.title)

    @cached_property
    def _entities(self) -> dict[Link, Entity]:
        """Those that were asked for so far."""
        return {}

    def _entity(self, link: Link) -> Entity:
        """A source, publication, actor, place or conflict in short, made once for all that names it."""
        if link not in self._entities:
            own = {"key": link[1], "name": name_of(self._held[link])}
            self._entities[link] = made(Entity, own | self._addresses_of(link))
        return self._entities[link]

    def _links(self, part: Part) -> Links:
        lists: dict[str, list[Entity]] = defaultdict(list)
        for link in dict.fromkeys(links(part)):
            lists[link[0]].append(self._entity(link))
        return made(Links, {kind: tuple(entities) for kind, entities in lists.items()})

    def _responsible(self) -> Iterator[Responsible]:
        for actor, attribution in responsibilities(self.record):
            entity = self._entity(("actors", actor)) if actor else None
            yield made(Responsible, {"actor": entity, "attribution": attribution})

    def _parts(self, kind: str) -> Iterator[Part]:
        for part in getattr(self.record, kind):
            yield _with(ENTITY_PARTS[kind], part, self._addresses_of((kind, part.key)))

    def _attack_part(self, attack: Attack) -> AttackPart:
        incident, number = self.record.id, attack.number
        found_at = {
            "api_url": self._at(addresses.api_attack_path(incident, number)),
            "page_url": self._at(addresses.attack_path(incident, number, self.slug)),
        }
        part: AttackPart = _with(AttackPart, attack, found_at)
        return part

    def _claim_part(self, claim: BaseClaim) -> BaseClaim:
        part: BaseClaim = _with(PARTS[type(claim)], claim, self._addresses_of_claim(claim))
        return part

    def _addresses_of_claim(self, claim: BaseClaim) -> dict[str, str]:
        return {
            "api_url": self._at(addresses.api_claim_path(self.record.id, claim.number)),
            "page_url": self._at(addresses.claim_path(self.record.id, claim.number, self.slug)),
        }

    def _addresses_of_incident(self) -> dict[str, str]:
        return {
            "api_url": self._at(addresses.api_incident_path(self.record.id)),
            "page_url": self._at(addresses.incident_path(self.record.id, self.slug)),
        }

    def _addresses_of(self, link: Link) -> dict[str, str]:
        return {
            "api_url": self._at(addresses.api_entity_path(*link)),
            "page_url": self._at(addresses.entity_path(*link)),
        }

    def _at(self, path: str) -> str:
        return addresses.absolute(path, self.site)


def _with(answer: Any, part: Part, addition: dict[str, Any]) -> Any:
    """The part with what the answer adds to it; a part was checked when its record was read."""
    return made(answer, part.__dict__ | addition)


def name_of(part: Any) -> str:
    """What an entity is called; a source without a title by its description."""
    return str(part.title or part.description) if isinstance(part, Source) else str(part.name)


def _finding(finding: Finding) -> FindingPart:
    return made(FindingPart, {name: getattr(finding, name) for name in FindingPart.model_fields})


def _headline(figure: Figure) -> Headline:
    return made(Headline, {name: getattr(figure, name) for name in Headline.model_fields})
