"""Filters choose what a plain reading of the records would choose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.http import QueryDict

from archive.answers.settled import incident_days
from archive.audit import sources_disagree
from archive.figures import figure
from archive.filters import BadFilter, IncidentFilters, filtered
from archive.independence import independence
from archive.models import IncidentEntry
from archive.record import Record, ResponsibilityClaim
from archive.vocabulary import (
    About,
    AttackType,
    Attribution,
    PartAs,
    Property,
    Rule,
    TargetType,
    WeaponType,
)
from tests.archive.events import balochistan, mastung
from tests.archive.published import publish
from tests.builders import (
    actor,
    at_least,
    at_most,
    attack,
    between,
    count,
    exactly,
    place,
    record,
    responsible,
    source,
    vague,
)

pytestmark = pytest.mark.django_db

PLACES = [place("land"), place("province", parent="land"), place("town", parent="province")]
ACTORS = [actor("group"), actor("branch", part_of="group", part_as=PartAs.BRANCH)]
INJURED = Property.INJURED


def sample() -> list[Record]:
    """Records that differ in everything that filters look at."""
    bombing = {"type": AttackType.BOMBING, "target": TargetType.POLICE, "weapon": WeaponType.EXPLOSIVES}
    assault = {"type": AttackType.ARMED_ASSAULT, "target": TargetType.ELECTION}
    return [
        balochistan().model_copy(update={"id": "balochistan"}),
        mastung().model_copy(update={"id": "mastung"}),
        record(id="undated", place="land", entities=PLACES),
        record(count(1, exactly(5)), id="day", date="2024-02-07", place="town", entities=PLACES),
        record(count(1, at_least(5)), id="month", date="2024-02", place="province", entities=PLACES),
        record(count(1, at_most(5)), id="open-end", date="2024-02-07/.."),
        record(count(1, vague()), id="open-start", date="../2024-02-07"),
        record(
            count(1, between(3, 9)),
            responsible(2, "branch", Attribution.SELF_CLAIMED),
            responsible(3, "group", Attribution.SUSPECTED),
            id="two-attacks",
            attacks=[attack(1, date="2024-01-31", place="town", **bombing), attack(2, **assault)],
            entities=[*PLACES, *ACTORS],
        ),
        record(
            count(1, exactly(0), measure=INJURED),
            responsible(2, "group", Attribution.SUSPECTED, about=About.CONTEXT),
            id="context",
            attacks=[attack(1, **bombing)],
            entities=[*ACTORS, source("s1", publication="dawn")],
        ),
        record(responsible(1, None, Attribution.NONE_NAMED, "s2"), id="nobody", date="2024-03"),
        record(count(1, exactly(5), "s1"), count(2, exactly(6), "s2"), id="at-odds"),
    ]


Chooses = Callable[[Record], bool]


def overlaps(start: str | None, end: str | None) -> Chooses:
    def chooses(one: Record) -> bool:
        days = incident_days(one)
        after = start is None or (days.latest or date.max) >= date.fromisoformat(start)
        before = end is None or (days.earliest or date.min) <= date.fromisoformat(end)
        return days.is_dated and after and before

    return chooses


def lies_in(wanted: str) -> Chooses:
    def chooses(one: Record) -> bool:
        parents = {entry.key: entry.parent for entry in one.places}
        here = [one.place, *(each.place for each in one.attacks)]
        found = set()
        while here:
            found.update(here)
            here = [parents[key] for key in here if key]
        return wanted in found

    return chooses


def killed(least: int | None = None, most: int | None = None, rule: Rule = Rule.ARCHIVE) -> Chooses:
    def chooses(one: Record) -> bool:
        found = figure(one, Property.KILLED, rule=rule)
        if found.low is None or found.high is None:
            return False
        reaches = least is None or found.high >= least or found.open_above
        within = most is None or found.low <= most or found.open_below
        return reaches and within

    return chooses


def killed_for_certain(least: int | None = None, most: int | None = None) -> Chooses:
    def chooses(one: Record) -> bool:
        found = figure(one, Property.KILLED)
        if found.low is None or found.high is None:
            return False
        reaches = least is None or (found.low >= least and not found.open_below)
        within = most is None or (found.high <= most and not found.open_above)
        return reaches and within

    return chooses


def holds(actors: set[str | None], attributions: set[Attribution]) -> Chooses:
    return lambda one: any(
        claim.value.actor in actors and claim.value.attribution in attributions
        for claim in one.claims
        if isinstance(claim, ResponsibilityClaim) and claim.about is not About.CONTEXT
    )


def with_attack(**settled: object) -> Chooses:
    return lambda one: any(
        all(getattr(each, name) == value for name, value in settled.items()) for each in one.attacks
    )


def cites(key: str) -> Chooses:
    return lambda one: any(cited.source == key for claim in one.claims for cited in claim.citations)


def disputes(measure: Property) -> Chooses:
    return lambda one: any(topic.measure is measure for topic in sources_disagree(one))


def rests_on(enough: Callable[[int], bool]) -> Chooses:
    def chooses(one: Record) -> bool:
        return enough(independence(one, {each.key for each in one.sources if cites(each.key)(one)}).count)

    return chooses


CASES: dict[str, Chooses] = {
    "": lambda one: True,
    "date_from=2024-02-07": overlaps("2024-02-07", None),
    "date_to=2024-02-07": overlaps(None, "2024-02-07"),
    "date_from=2024-02-08&date_to=2024-02-29": overlaps("2024-02-08", "2024-02-29"),
    "date_from=1990-01-01&date_to=1990-01-02": overlaps("1990-01-01", "1990-01-02"),
    "place=land": lies_in("land"),
    "place=province": lies_in("province"),
    "place=town": lies_in("town"),
    "killed_min=5": killed(5),
    "killed_min=6": killed(6),
    "killed_min=31": killed(31),
    "killed_max=4": killed(None, 4),
    "killed_max=2": killed(None, 2),
    "killed_min=4&killed_max=29": killed(4, 29),
    "killed_min=0": killed(0),
    "killed_min=25&rule=acled": killed(25, None, Rule.ACLED),
    "killed_max=24&rule=span": killed(None, 24, Rule.SPAN),
    "killed_max=1000000&rule=official": killed(None, 10**6, Rule.OFFICIAL),
    "killed_min=5&certain=1": killed_for_certain(5),
    "killed_max=5&certain=true": killed_for_certain(None, 5),
    "killed_min=4&killed_max=160&certain=1": killed_for_certain(4, 160),
    "killed_min=4&killed_max=160&certain=0": killed(4, 160),
    "actor=group&attribution=suspected": holds({"group", "branch"}, {Attribution.SUSPECTED}),
    "actor=branch&attribution=suspected": holds({"branch"}, {Attribution.SUSPECTED}),
    "actor=group&attribution=self_claimed": holds({"group", "branch"}, {Attribution.SELF_CLAIMED}),
    "attribution=none_named": holds({None}, {Attribution.NONE_NAMED}),
    "actor=group": lambda one: any(entry.key == "group" for entry in one.actors),
    "type=bombing&target=police": with_attack(type=AttackType.BOMBING, target=TargetType.POLICE),
    "type=bombing&target=election": with_attack(type=AttackType.BOMBING, target=TargetType.ELECTION),
    "weapon=explosives": with_attack(weapon=WeaponType.EXPLOSIVES),
    "source=s2": cites("s2"),
    "source=s2&source=ucdp": lambda one: cites("s2")(one) or cites("ucdp")(one),
    "disputed=killed": disputes(Property.KILLED),
    "disputed=injured": disputes(INJURED),
    "disputed=killed&disputed=injured": lambda one: bool(sources_disagree(one)),
    "origins=one": rests_on(lambda origins: origins == 1),
    "origins=several": rests_on(lambda origins: origins > 1),
    "publication=dawn": lambda one: any(entry.publication == "dawn" for entry in one.sources),
}


@pytest.mark.parametrize("query", CASES)
def test_a_filter_chooses_what_a_plain_reading_chooses(query: str) -> None:
    records = sample()
    publish(*records)

    chosen, _ = filtered(IncidentEntry.objects.published(), QueryDict(query), IncidentFilters)

    assert {entry.key for entry in chosen} == {one.id for one in records if CASES[query](one)}


@pytest.mark.parametrize(
    ("query", "parameter", "reason"),
    [
        ("sort=day", "sort", "There is no such parameter. There are: actor, attribution,"),
        ("killed_min=", "killed_min", "Give a value"),
        ("killed_min=many", "killed_min", "whole number"),
        ("killed_min=-1", "killed_min", "greater than or equal to 0"),
        ("killed_min=99999999999999999999999", "killed_min", "up to"),
        ("killed_min=1&killed_min=2", "killed_min", "one value only"),
        ("killed_min=5&killed_max=4", "killed_min", "nothing can match"),
        ("date_from=7.2.2024", "date_from", "2024-02-07"),
        ("date_from=2024-02-30", "date_from", "2024-02-07"),
        ("rule=best", "rule", "not one of: archive, span"),
        ("certain=perhaps", "certain", "Give 1 or 0"),
        ("attribution=guilty", "attribution", "not one of: attributed"),
        ("place=atlantis", "place", "none with the key “atlantis”"),
        ("place=a%00b", "place", "NUL"),
        ("source=", "source", "Give a value"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_the_reason(query: str, parameter: str, reason: str) -> None:
    with pytest.raises(BadFilter) as refusal:
        filtered(IncidentEntry.objects.published(), QueryDict(query), IncidentFilters)

    assert list(refusal.value.errors) == [parameter]
    assert reason in " ".join(refusal.value.errors[parameter])


def test_empty_fields_of_a_form_are_not_asked_for() -> None:
    publish(record(id="a"))
    asked = QueryDict("killed_min=&rule=&place=&certain=")

    chosen, _ = filtered(IncidentEntry.objects.published(), asked, IncidentFilters, blanks=True)

    assert chosen.count() == 1
