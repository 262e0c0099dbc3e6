"""Small builders of record parts for tests. What a test does not name is plain and valid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from archive.record import (
    Actor,
    Attack,
    Citation,
    Claim,
    Conflict,
    Place,
    Publication,
    Quantity,
    Record,
    Source,
)
from archive.record.claims import (
    PlaceClaim,
    QuantityClaim,
    Responsibility,
    ResponsibilityClaim,
    StatementClaim,
    Where,
)
from archive.record.entities import Part
from archive.record.links import Link, links
from archive.vocabulary import (
    About,
    ActorKind,
    Attribution,
    PlaceKind,
    Property,
    PublicationKind,
    Qualifier,
    Section,
    SourceKind,
)


def exactly(best: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.EXACT, best=best, **more)


def roughly(best: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.ABOUT, best=best, **more)


def at_least(low: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.AT_LEAST, low=low, **more)


def more_than(low: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.MORE_THAN, low=low, **more)


def at_most(high: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.AT_MOST, high=high, **more)


def fewer_than(high: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.FEWER_THAN, high=high, **more)


def between(low: int, high: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.RANGE, low=low, high=high, **more)


def between_or_more(low: int, high: int, **more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.RANGE_OR_MORE, low=low, high=high, **more)


def estimate(**numbers: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.ESTIMATE, **numbers)


def vague(**more: Any) -> Quantity:
    return Quantity(qualifier=Qualifier.VAGUE, **more)


def cited(*sources: str) -> tuple[Citation, ...]:
    return tuple(Citation(source=key) for key in sources)


def _common(number: int, by: str | Iterable[str], attack: int | None, more: dict[str, Any]) -> dict[str, Any]:
    about = About.INCIDENT if attack is None else About.ATTACK
    keys = (by,) if isinstance(by, str) else by
    return {"number": number, "about": about, "attack": attack, "citations": cited(*keys)} | more


def count(
    number: int,
    value: Quantity,
    by: str | Iterable[str] = "s1",
    *,
    measure: Property = Property.KILLED,
    attack: int | None = None,
    **more: Any,
) -> QuantityClaim:
    """A claim that counts people (the killed, unless another measure is named), cited to `by`."""
    return QuantityClaim(property=measure, value=value, **_common(number, by, attack, more))


def responsible(
    number: int,
    actor: str | None,
    attribution: Attribution = Attribution.ATTRIBUTED,
    by: str | Iterable[str] = "s1",
    *,
    attack: int | None = None,
    **more: Any,
) -> ResponsibilityClaim:
    value = Responsibility(actor=actor, attribution=attribution)
    return ResponsibilityClaim(
        property=Property.RESPONSIBILITY, value=value, **_common(number, by, attack, more)
    )


def happened_at(
    number: int, place: str, by: str | Iterable[str] = "s1", *, attack: int | None = None, **more: Any
) -> PlaceClaim:
    value = Where(place=place)
    return PlaceClaim(property=Property.PLACE, value=value, **_common(number, by, attack, more))


def statement(
    number: int, text: str, by: str | Iterable[str] = "s1", *, section: Section = Section.EVENTS, **more: Any
) -> StatementClaim:
    value = {"section": section, "text": text}
    return StatementClaim.model_validate(
        {"property": Property.STATEMENT, "value": value} | _common(number, by, None, more)
    )


def source(key: str, published: str | None = None, **more: Any) -> Source:
    return Source(
        key=key, published=published, **{"kind": SourceKind.ARTICLE, "title": f"Title {key}"} | more
    )


def actor(key: str, **more: Any) -> Actor:
    return Actor(key=key, **{"name": f"Actor {key}", "kind": ActorKind.ARMED_GROUP} | more)


def place(key: str, **more: Any) -> Place:
    return Place(key=key, **{"name": f"Place {key}", "kind": PlaceKind.DISTRICT} | more)


def publication(key: str, **more: Any) -> Publication:
    return Publication(key=key, **{"name": f"Publication {key}", "kind": PublicationKind.NEWSPAPER} | more)


def conflict(key: str) -> Conflict:
    return Conflict(key=key, name=f"Conflict {key}")


def attack(number: int, **settled: Any) -> Attack:
    return Attack(number=number, **{"label": f"Attack {number}"} | settled)


MAKERS = {
    "sources": source,
    "actors": actor,
    "places": place,
    "publications": publication,
    "conflicts": conflict,
}


def record(
    *claims: Claim,
    attacks: int | Iterable[Attack] = 0,
    entities: Iterable[Part] = (),
    **more: Any,
) -> Record:
    """A valid record of these claims: plain entities stand in for those referred to but not given."""
    given = [attack(n + 1) for n in range(attacks)] if isinstance(attacks, int) else list(attacks)
    held = {(f"{type(entity).__name__.lower()}s", entity.key): entity for entity in entities}  # type: ignore[attr-defined]
    waiting: list[Link] = [("places", more["place"])] if more.get("place") else []
    waiting += [link for part in (*given, *claims) for link in links(part)]
    found: dict[Link, Part] = {}
    while waiting:
        link = waiting.pop()
        if link not in found:
            found[link] = held.get(link) or MAKERS[link[0]](link[1])  # type: ignore[operator]
            waiting.extend(links(found[link]))
    lists: dict[str, list[Part]] = {name: [] for name in MAKERS}
    for (name, _), entity in found.items():
        lists[name].append(entity)
    return Record.model_validate(
        {"id": "event-1", "title": "An event", "attacks": given, "claims": claims} | lists | more
    )
