"""Two sources, publications, actors, places or conflicts become one, and two again."""

from __future__ import annotations

from typing import Any

import pytest

from archive.record import PartOf, PartOfClaim, Record
from archive.vocabulary import PartAs, Property
from incidents.build import build
from incidents.load import load
from incidents.load.entities import MODELS
from incidents.merging import NotMergeable, merge_entities, part_entities
from incidents.merging.references import counted
from incidents.models import Actor, Citation, FormerKey, Incident, Job, Place, Snapshot
from incidents.publishing import publish
from sources.models import Publication, Source
from tests.builders import (
    actor,
    attack,
    cited,
    count,
    exactly,
    happened_at,
    place,
    record,
    responsible,
    source,
)
from tests.incidents import rows

pytestmark = pytest.mark.django_db


def event(**more: Any) -> Record:
    """One incident that names “old” and “new” of every kind, each in many ways."""
    said = {"actor": "old"}
    credits = [{"source": "old", "reported_via": ("old", "new")}, {"source": "new", "reported_via": ("old",)}]
    return record(
        count(1, exactly(3), citations=credits, claimant=said),
        responsible(2, "old", by="new"),
        responsible(3, "part", by="new"),
        happened_at(4, "old", by="new"),
        happened_at(5, "within", by="new"),
        part_of(6, "old"),
        part_of(7, "new"),
        responsible(8, "new", by="new"),
        place="old",
        attacks=[attack(1, place="old"), attack(2, place="new")],
        entities=[
            source("old", publication="old", relies_on=[{"how": "credits", "publication": "old"}]),
            source("new", publication="new"),
            actor("old", aliases=[{"text": "The Old"}, {"text": "Actor new"}]),
            actor("part", part_of="old", part_as=PartAs.BRANCH),
            place("old", names=[{"text": "Oldtown", "kind": "former"}]),
            place("within", parent="old"),
        ],
        **more,
    )


def part_of(number: int, key: str) -> PartOfClaim:
    value = PartOf(conflict=key)
    return PartOfClaim(property=Property.PART_OF, number=number, value=value, citations=cited("new"))


KINDS = list(MODELS)


def pair(kind: str) -> tuple[Any, Any]:
    found = MODELS[kind]._default_manager
    return found.get(key="old"), found.get(key="new")


def one() -> Incident:
    return Incident.objects.get(key="event-1")


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_named_the_one_names_the_other(kind: str) -> None:
    load(event())
    gone, into = pair(kind)
    merge_entities(gone, into, by=None)
    whole = build(one())

    assert "old" not in {part.key for part in getattr(whole, kind)}
    assert {part.key: part.former_keys for part in getattr(whole, kind)}["new"] == ("old",)
    assert FormerKey.objects.get().now == "new"


@pytest.mark.parametrize("kind", KINDS)
def test_undoing_brings_everything_back(kind: str) -> None:
    before = build(load(event()))
    part_entities(merge_entities(*pair(kind), by=None), by=None)

    assert build(one()) == before
    assert not FormerKey.objects.exists()


def test_names_become_other_names_where_they_are_not_known() -> None:
    load(event())
    merge_entities(*pair("actors"), by=None)
    merge_entities(*pair("places"), by=None)

    assert [one.text for one in Actor.objects.get(key="new").aliases.all()] == ["Actor old", "The Old"]
    assert [(one.text, one.kind) for one in Place.objects.get(key="new").names.all()] == [
        ("Place old", "alias"),
        ("Oldtown", "former"),
    ]


def test_a_citation_credits_a_publication_once() -> None:
    load(event())
    merge_entities(*pair("publications"), by=None)

    credited = [[paper.key for paper in row.reported_via.all()] for row in Citation.objects.order_by("pk")]
    assert credited[:2] == [["new"], ["new"]]


def test_what_a_source_relies_on_is_not_lost() -> None:
    load(event())
    merge_entities(*pair("sources"), by=None)

    assert [one.how for one in Source.objects.get(key="new").relations.all()] == ["credits"]


def test_what_names_the_other_by_choice_since_stays_with_it() -> None:
    load(event())
    done = merge_entities(*pair("sources"), by=None)
    Citation.objects.filter(claim__number=1).delete()
    part_entities(done, by=None)

    assert [citation.source for citation in build(one()).claims[1].citations] == ["new"]


def test_keys_of_earlier_merges_lead_to_the_last() -> None:
    load(event())
    load(record(responsible(1, "newest"), id="event-2"))
    first = merge_entities(*pair("actors"), by=None)
    newest = Actor.objects.get(key="newest")
    second = merge_entities(Actor.objects.get(key="new"), newest, by=None)

    assert dict(FormerKey.objects.values_list("key", "now")) == {"old": "newest", "new": "newest"}
    with pytest.raises(NotMergeable, match="“new” was merged into “newest” since"):
        part_entities(first, by=None)
    part_entities(second, by=None)
    assert dict(FormerKey.objects.values_list("key", "now")) == {"old": "new"}


@pytest.mark.parametrize(("gone", "into"), [("whole", "part"), ("part", "whole")])
def test_what_lies_within_the_other_is_not_merged_with_it(gone: str, into: str) -> None:
    inner = actor("part", part_of="middle", part_as=PartAs.BRANCH)
    middle = actor("middle", part_of="whole", part_as=PartAs.BRANCH)
    load(record(responsible(1, "part"), entities=[inner, middle]))

    with pytest.raises(
        NotMergeable, match="“Actor part” is part of “Actor whole”: take it out of there first"
    ):
        merge_entities(Actor.objects.get(key=gone), Actor.objects.get(key=into), by=None)


def test_sources_that_rely_on_one_another_are_not_merged() -> None:
    relying = source("a", relies_on=[{"how": "quotes", "source": "b"}])
    load(record(count(1, exactly(3), "a"), entities=[relying]))

    with pytest.raises(NotMergeable, match="rely on one another"):
        merge_entities(Source.objects.get(key="a"), Source.objects.get(key="b"), by=None)


def test_nothing_is_merged_into_itself_or_into_another_kind() -> None:
    load(event())

    with pytest.raises(NotMergeable, match="into itself"):
        merge_entities(Actor.objects.get(key="old"), Actor.objects.get(key="old"), by=None)
    with pytest.raises(NotMergeable, match="one kind"):
        merge_entities(Actor.objects.get(key="old"), Place.objects.get(key="new"), by=None)


def test_copies_of_one_moment_stand_in_the_way() -> None:
    load(event())
    for one in pair("sources"):
        rows.capture(source_id=one.pk).save()

    with pytest.raises(NotMergeable, match="Both have captures that can stand once only"):
        merge_entities(*pair("sources"), by=None)
    assert Source.objects.filter(key="old").exists()


def test_what_would_lie_within_itself_does_not_come_back() -> None:
    load(event(id="event-1"))
    done = merge_entities(*pair("places"), by=None)
    load(record(happened_at(1, "outer"), id="event-2"))
    outer = Place.objects.get(key="outer")
    done.rows = done.rows.replace('"parent": null', f'"parent": {outer.pk}')
    done.save()
    Place.objects.filter(pk=outer.pk).update(parent=Place.objects.get(key="within"))

    with pytest.raises(NotMergeable, match="would lie within itself"):
        part_entities(done, by=None)


def test_both_are_kept_as_they_were_before_and_after() -> None:
    load(event())
    merge_entities(*pair("actors"), by=None)

    assert [bool(one.text) for one in Snapshot.objects.of("actors", "old")] == [False, True]
    assert '"former_keys":["old"]' in Snapshot.objects.of("actors", "new")[0].text


def test_published_incidents_are_renewed_through_the_queue() -> None:
    publish(load(record(responsible(1, "old"), responsible(2, "new"))), by=None)
    done = merge_entities(*pair("actors"), by=None)
    assert [(job.key, job.instead_of) for job in Job.objects.all()] == [("new", ["old"])]

    part_entities(done, by=None)
    assert [job.instead_of for job in Job.objects.all()] == [[]]


def test_it_is_told_in_numbers_what_names_an_entity() -> None:
    load(event())

    assert dict(counted(Actor.objects.get(key="old"))) == {"claims": 2, "actor": 1}
    assert dict(counted(Publication.objects.get(key="new"))) == {"source": 1, "citation": 1}
