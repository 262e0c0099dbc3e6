"""What the filters of incidents choose."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from archive.answers.settled import conflicts, incident_days, responsibilities
from archive.audit import sources_disagree, warnings
from archive.citing.spots import spots_of
from archive.figures import figure
from archive.independence import independence
from archive.maps import LOCATED_BY, Middle, kilometres_between, read_box
from archive.record import Record, Source
from archive.record.links import links
from archive.vocabulary import EditionKind, Population, Property, Rule
from tests.archive.reference.reading import Asked, Reference, World, any_of, around, dated, one_of, since


class Published(NamedTuple):
    """An incident as it is published, when it changed last, and of which kind its newest edition is."""

    record: Record
    updated_at: datetime
    kind: str


def items(world: World) -> Sequence[Published]:
    changed = {
        one.incident: one.published_at for one in world.editions if one.kind != EditionKind.MAINTENANCE
    }
    return [Published(one.record, changed[one.incident], one.kind) for one in world.current]


def cited(record: Record) -> list[Source]:
    keys = {citation.source for claim in record.claims for citation in claim.citations}
    return [source for source in record.sources if source.key in keys]


def places(record: Record) -> set[str]:
    parents = {place.key: place.parent for place in record.places}
    return around({record.place, *(attack.place for attack in record.attacks)}, parents)


def holds(item: Published, asked: Asked) -> bool:
    """Some actor is held responsible in a way, or merely named."""
    parents = {actor.key: actor.part_of for actor in item.record.actors}
    held: list[tuple[str | None, str]] = list(responsibilities(item.record))
    named = {key for claim in item.record.claims for kind, key in links(claim) if kind == "actors"}
    held += [(key, "") for key in named - {actor for actor, _ in held}]
    return any(
        ("actor" not in asked or around({actor}, parents) & set(asked["actor"]))
        and ("attribution" not in asked or way in asked["attribution"])
        for actor, way in held
    )


def has_attack(item: Published, asked: Asked) -> bool:
    return any(
        all(getattr(attack, name) in asked[name] for name in ("type", "target", "weapon") if name in asked)
        for attack in item.record.attacks
    )


def is_located(item: Published, asked: Asked) -> bool:
    spots = [spot for _, spot in spots_of(item.record)]
    beyond = {"bbox", "near"} & asked.keys()
    if not spots:
        return "nowhere" in asked.get("located", ()) and not beyond
    return any(_lies(spot, asked) for spot in spots)


def _lies(spot: Any, asked: Asked) -> bool:
    located = "located" not in asked or LOCATED_BY[spot.precision] in asked["located"]
    return located and _in_box(spot, asked) and _nearby(spot, asked)


def _in_box(spot: Any, asked: Asked) -> bool:
    if "bbox" not in asked:
        return True
    west, south, east, north = read_box(asked["bbox"][0])
    return bool(west <= spot.longitude <= east and south <= spot.latitude <= north)


def _nearby(spot: Any, asked: Asked) -> bool:
    if "near" not in asked:
        return True
    middle = Middle(*map(float, asked["near"][0].split(",")))
    return kilometres_between(middle, Middle(spot.latitude, spot.longitude)) <= float(asked["within_km"][0])


def weighs(item: Published, asked: Asked) -> bool:
    return all(_measures(item.record, measure, asked) for measure in (Property.KILLED, Property.INJURED))


def _measures(record: Record, measure: Property, asked: Asked) -> bool:
    least, most = (asked.get(f"{measure}_{end}") for end in ("min", "max"))
    found = figure(record, measure, rule=Rule(asked.get("rule", ["archive"])[0]))
    if least is None and most is None:
        return True
    if found.low is None or found.high is None:
        return False
    certain = asked.get("certain", ["0"])[0] in ("1", "true")
    lowest, highest = (int(bound[0]) if bound else None for bound in (least, most))
    if certain:
        above = lowest is None or (found.low >= lowest and not found.open_below)
        return above and (highest is None or (found.high <= highest and not found.open_above))
    reaches = lowest is None or found.high >= lowest or found.open_above
    return reaches and (highest is None or found.low <= highest or found.open_below)


def disputes(item: Published) -> set[str]:
    topics = sources_disagree(item.record)
    return {str(topic.measure) for topic in topics if topic.population is Population.ALL}


def origins(item: Published) -> int:
    return independence(item.record, {source.key for source in cited(item.record)}).count


#: What the days of one interval have in common.
SAME: Mapping[str, Callable[[date], Any]] = {
    "day": lambda day: day,
    "week": lambda day: day.isocalendar()[:2],
    "month": lambda day: (day.year, day.month),
    "year": lambda day: day.year,
}
#: The intervals by how a period is written.
WRITTEN = {"%Y": "year", "%Y-%m": "month", "%Y-%m-%d": "day", "%G-W%V": "week"}


def lies_in(item: Published, interval: str) -> Any:
    """The one interval that holds its date; nothing where there is none."""
    days = incident_days(item.record)
    if days.earliest is None or days.latest is None:
        return None
    first, last = SAME[interval](days.earliest), SAME[interval](days.latest)
    return first if first == last else None


def lies_in_period(item: Published, asked: Asked) -> bool:
    days, (period,) = incident_days(item.record), asked["period"]
    (form,) = [form for form in WRITTEN if days.earliest and is_written(period, form)] or [""]
    return bool(form and days.earliest) and (
        lies_in(item, WRITTEN[form]) is not None and f"{days.earliest:{form}}" == period
    )


def is_written(period: str, form: str) -> bool:
    return len(f"{date(2024, 2, 7):{form}}") == len(period) and ("W" in form) == ("W" in period)


def has_words(text: str, asked: Asked) -> bool:
    return asked["q"][0] in text.lower().split()


INCIDENTS = Reference(
    items,
    lambda item: item.record.id,
    dict(
        [
            (("q",), lambda item, asked: has_words(item.record.title, asked)),
            dated(lambda item: incident_days(item.record)),
            since(lambda item: item.updated_at),
            any_of("place", lambda item: places(item.record)),
            (("bbox", "near", "within_km", "located"), is_located),
            (("actor", "attribution"), holds),
            (
                ("killed_min", "killed_max", "injured_min", "injured_max", "rule", "certain"),
                weighs,
            ),
            any_of("claimant_kind", lambda item: {claim.claimant.kind for claim in item.record.claims}),
            any_of("source", lambda item: {source.key for source in cited(item.record)}),
            any_of("publication", lambda item: {str(source.publication) for source in cited(item.record)}),
            any_of("language", lambda item: {str(source.language) for source in cited(item.record)}),
            any_of("disputed", disputes),
            any_of("finding", lambda item: {str(one.code) for one in warnings(item.record)}),
            (
                ("origins",),
                lambda item, asked: {0: "none", 1: "one"}.get(origins(item), "several") in asked["origins"],
            ),
            (("origins_min",), lambda item, asked: origins(item) >= int(asked["origins_min"][0])),
            any_of("conflict", lambda item: set(conflicts(item.record))),
            (("type", "target", "weapon"), has_attack),
            one_of("edition_kind", lambda item: item.kind),
            (("period",), lies_in_period),
            (("wider_than",), lambda item, asked: lies_in(item, asked["wider_than"][0]) is None),
        ]
    ),
)
