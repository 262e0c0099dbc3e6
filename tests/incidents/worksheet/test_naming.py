"""The archive's names are found in a text without reading them all."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from incidents.models import Actor, ActorAlias, Place, PlaceName
from incidents.worksheet.naming import names_in, phrases
from incidents.worksheet.suggesting import Row
from sources.models import Publication

pytestmark = pytest.mark.django_db

TEXT = "Tehrik-e-Nau Pakistan struck near Old Qilā. Police came. پولیس نے کہا"


def spelt(kind: str) -> set[tuple[str, str]]:
    return {(name.key, name.words) for name in names_in([TEXT]).names if name.kind == kind}


def test_a_name_or_an_alias_is_found_however_it_is_spelt() -> None:
    actor = Actor.objects.create(key="tnp", name="TNP", kind="armed_group")
    ActorAlias.objects.create(actor=actor, text="Tehrik e Nau Pakistan")
    place = Place.objects.create(key="qila", name="Old Qila", kind="settlement")

    assert ("tnp", "Tehrik-e-Nau Pakistan") in spelt("actor")
    assert ("qila", "Old Qilā") in spelt("place")
    assert names_in([TEXT]).rows == {
        ("actor", "tnp"): Row(actor.pk, "TNP"),
        ("place", "qila"): Row(place.pk, "Old Qila"),
    }


def test_names_in_letters_without_capitals_are_found() -> None:
    actor = Actor.objects.create(key="police", name="Force", kind="government")
    ActorAlias.objects.create(actor=actor, text="پولیس", language="ur")

    assert ("police", "پولیس") in spelt("actor")


def test_what_the_incident_has_is_known_by_all_its_names() -> None:
    place = Place.objects.create(key="far", name="Far Town", kind="settlement")
    PlaceName.objects.create(place=place, text="the far town")
    named = names_in([TEXT], places=[place.pk])

    assert {name.words for name in named.names} == {"Far Town", "the far town"}


def test_an_actor_is_found_by_the_capitals_of_its_name() -> None:
    actor = Actor.objects.create(key="tnp", name="Tehrik-e-Nau Pakistan", kind="armed_group")
    named = names_in(["The TNP said that it is true."])

    (name,) = named.names
    assert (name.key, name.words) == ("tnp", "TNP")
    assert name.why == (
        "“TNP” is read as “Tehrik-e-Nau Pakistan”: no other group or body of the library has these capitals."
    )
    assert named.rows == {("actor", "tnp"): Row(actor.pk, actor.name)}


def test_capitals_that_two_actors_share_name_neither() -> None:
    for key in ("islamic-state", "independent-school"):
        Actor.objects.create(key=key, name=key.replace("-", " ").title(), kind="armed_group")

    assert names_in(["The IS said so."]).names == ()


def test_a_person_is_not_called_by_capitals() -> None:
    Actor.objects.create(key="ivan-smith", name="Ivan Smith", kind="person")
    Actor.objects.create(key="islamic-state", name="Islamic State", kind="armed_group")

    assert [name.key for name in names_in(["The IS said so."]).names] == ["islamic-state"]


def test_an_alias_of_two_letters_goes_before_the_capitals_of_another() -> None:
    for key in ("islamic-state", "daesh"):
        Actor.objects.create(key=key, name=key.replace("-", " ").title(), kind="armed_group")
    ActorAlias.objects.create(actor=Actor.objects.get(key="daesh"), text="IS")

    assert [(name.key, name.why) for name in names_in(["The IS said so."]).names if name.words == "IS"] == [
        ("daesh", "")
    ]


def test_capitals_follow_a_renaming() -> None:
    actor = Actor.objects.create(key="tnp", name="Tehrik-e-Nau Pakistan", kind="armed_group")
    actor.name = "New Front"
    actor.save()

    assert Actor.objects.get().capitals == "NF"


def test_publications_are_known_apart() -> None:
    paper = Publication.objects.create(key="qila-news", name="Old Qila News", kind="newspaper")
    named = names_in(["Old Qila News was told of it."])

    assert named.publications == {"old qila news": Row(paper.pk, "Old Qila News")}
    assert named.names == ()


def test_a_phrase_ends_where_a_sentence_does() -> None:
    found = set(phrases("He fled to Pishin. Police followed, Mir Khan said"))

    assert found >= {"Pishin", "Mir Khan", "Mir", "Khan", "Police", "Police followed"}
    assert not {"Pishin. Police", "Police followed, Mir"} & found


def test_it_takes_six_queries_for_any_number_of_names() -> None:
    for number in range(5):
        Actor.objects.create(key=f"a-{number}", name=f"Old Qila {number}", kind="armed_group")
    with CaptureQueriesContext(connection) as captured:
        names_in([f"{TEXT} UN", TEXT * 20], [1, 2], [3])

    assert len(captured) == 6


@pytest.mark.parametrize(("called", "name"), [("AFP", "Agence France Presse"), ("AP", "Associated Press")])
def test_an_agency_is_known_by_its_other_names(called: str, name: str) -> None:
    agency = Publication.objects.create(key="agency", name=name, kind="news_agency")

    found = names_in([f"14 died, an official told {called}."]).publications
    assert found[called.lower()] == Row(agency.pk, name)
