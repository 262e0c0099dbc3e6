"""Rows name the library's own actors, places and publications, and change none of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from archive.models import Edition, IncidentEntry
from incidents.build import build
from incidents.load import load
from incidents.merging import merge_entities
from incidents.models import Actor, ActorAlias, Incident, Job, Place
from sources.models import Publication, Relation, Source
from tests.builders import actor, happened_at, place, record, responsible
from tests.incidents.importers.running.files import take, write
from tests.sheets.demo import FOLDER

pytestmark = pytest.mark.django_db


def imported(folder: Path, *rows: dict[str, str], name: str = "ged221.csv", **wish: Any) -> None:
    take(write(folder / name, "ucdp", rows), **wish)


def place_of(key: str) -> Place:
    found = Incident.objects.get(key=key).place
    assert found is not None
    return found


def sides_of(key: str) -> set[str]:
    return {actor.key for actor in build(Incident.objects.get(key=key)).actors}


def test_a_name_leads_to_the_actor_that_has_it_as_an_alias(tmp_path: Path) -> None:
    call_command("load_dossier", FOLDER / "balochistan-2024.yaml", verbosity=0)

    imported(tmp_path, {"id": "1", "side_b": "IS"})

    assert "islamic-state" in sides_of("ucdp-1")
    assert not Actor.objects.filter(key="is").exists()


def test_a_place_is_the_librarys_own_within_the_same_place(tmp_path: Path) -> None:
    call_command("load_dossier", FOLDER / "balochistan-2024.yaml", verbosity=0)
    pakistan = {"country": "Pakistan", "adm_1": "Balochistan province", "adm_2": "Mastung district"}

    imported(tmp_path, {"id": "1", **pakistan})

    chain, here = [], place_of("ucdp-1")
    while here.parent is not None:
        here = here.parent
        chain.append(here.key)
    assert chain[-2:] == ["balochistan", "pakistan"]
    assert Place.objects.filter(name="Balochistan").count() == 1


def test_a_place_of_the_same_name_elsewhere_is_another(tmp_path: Path) -> None:
    load(record(happened_at(1, "spot"), entities=[place("spot", name="Strelsau", kind="settlement")]))

    imported(tmp_path, {"id": "1"})

    assert place_of("ucdp-1").key != "spot"


def test_two_places_of_one_name_and_district_that_lie_apart_are_two(tmp_path: Path) -> None:
    imported(tmp_path, {"id": "1"}, {"id": "2", "latitude": "48.9"}, {"id": "3", "latitude": "48.909"})

    assert place_of("ucdp-1") != place_of("ucdp-2")
    assert place_of("ucdp-2") == place_of("ucdp-3")
    assert place_of("ucdp-2").latitude == 48.9


def test_it_makes_no_difference_in_which_batch_a_place_first_stands(tmp_path: Path) -> None:
    rows = [{"id": "1"}, {"id": "2", "latitude": "48.9"}, {"id": "3", "latitude": "48.909"}]
    for number, row in enumerate(rows):
        imported(tmp_path, row, name=f"part-{number}.csv")

    assert place_of("ucdp-2") == place_of("ucdp-3")


def test_an_actor_that_an_editor_renamed_keeps_its_name(tmp_path: Path) -> None:
    imported(tmp_path, {"id": "1"}, publish=True)
    Actor.objects.filter(key="red-hand").update(name="The Red Hand of Ruritania")

    imported(tmp_path, {"id": "1", "best": "2", "high": "2"}, {"id": "2"}, name="ged231.csv", publish=True)

    assert Actor.objects.get(key="red-hand").name == "The Red Hand of Ruritania"
    assert "red-hand" in sides_of("ucdp-2")
    assert not Job.objects.exists()


def test_one_of_two_places_of_one_name_that_an_editor_renamed_keeps_its_name(tmp_path: Path) -> None:
    imported(tmp_path, {"id": "1"}, {"id": "2", "latitude": "48.9"}, publish=True)
    there = place_of("ucdp-2")
    Place.objects.filter(pk=there.pk).update(name="Upper Strelsau", likeness="upper strelsau")

    row = {"id": "2", "latitude": "48.9", "best": "2", "high": "2"}
    imported(tmp_path, row, {"id": "3", "latitude": "48.9"}, name="ged231.csv", publish=True)

    there.refresh_from_db()
    assert there.name == "Upper Strelsau"
    assert place_of("ucdp-2") == place_of("ucdp-3") == there
    assert not Job.objects.exists()


def test_a_merged_actor_leads_to_what_it_became(tmp_path: Path) -> None:
    imported(tmp_path, {"id": "1"})
    load(record(responsible(1, "hand"), entities=[actor("hand", name="The Hand")]))
    merge_entities(Actor.objects.get(key="red-hand"), Actor.objects.get(key="hand"), by=None)

    imported(tmp_path, {"id": "1", "best": "2"}, {"id": "2"}, name="ged231.csv")

    assert "hand" in sides_of("ucdp-2")
    assert "hand" in sides_of("ucdp-1")
    assert not Actor.objects.filter(key="red-hand").exists()


def test_a_merged_place_that_lay_apart_leads_to_what_it_became(tmp_path: Path) -> None:
    imported(
        tmp_path, {"id": "1"}, {"id": "2", "latitude": "48.9"}, {"id": "4", "where_coordinates": "Zenda"}
    )
    merge_entities(place_of("ucdp-2"), place_of("ucdp-4"), by=None)

    imported(tmp_path, {"id": "3", "latitude": "48.9"}, name="ged231.csv")

    assert Incident.objects.filter(key="ucdp-3").exists()


def test_a_row_whose_actor_was_merged_into_one_that_is_gone_is_refused_with_the_reason(
    tmp_path: Path,
) -> None:
    imported(tmp_path, {"id": "1"})
    load(record(responsible(1, "hand"), entities=[actor("hand", name="The Hand")]))
    merge_entities(Actor.objects.get(key="red-hand"), Actor.objects.get(key="hand"), by=None)
    Incident.objects.all().delete()
    Actor.objects.filter(key="hand").delete()

    run = take(write(tmp_path / "ged231.csv", "ucdp", [{"id": "2"}]))

    assert run.refused == 1
    assert "was merged into “hand”" in run.refusals.get().reason


def test_an_editors_words_on_the_row_as_a_source_stay(tmp_path: Path) -> None:
    article = '"Strelsau Courier,2014-03-06,Seven killed"'
    imported(tmp_path, {"id": "1"}, publish=True)
    own = Source.objects.get(key="ucdp-ged-1")
    paper = Publication.objects.create(key="paper", name="A paper", kind="newspaper")
    Relation.objects.create(source=own, how="credits", publication=paper)
    Source.objects.filter(pk=own.pk).update(title="The row about Strelsau", note="Seen by an editor.")

    imported(tmp_path, {"id": "1", "source_article": article}, name="ged231.csv", publish=True)

    own.refresh_from_db()
    assert (own.title, own.note, own.version) == ("The row about Strelsau", "Seen by an editor.", "23.1")
    assert {row.how for row in own.relations.all()} == {"credits", "summarises"}


def test_what_waits_at_the_desk_is_not_published_with_the_rows_new_release(tmp_path: Path) -> None:
    imported(tmp_path, {"id": "1", "best": "7", "high": "9"}, publish=True)
    Incident.objects.update(state="draft")

    imported(tmp_path, {"id": "1", "best": "8", "high": "9"}, name="ged231.csv")

    assert not Job.objects.exists()
    assert Source.objects.get(key="ucdp-ged-1").version == "23.1"
    assert Edition.objects.count() == IncidentEntry.objects.count() == 1


def test_aliases_of_two_actors_lead_to_neither(tmp_path: Path) -> None:
    for key in ("one", "two"):
        row = Actor.objects.create(key=key, name=f"Actor {key}", kind="armed_group")
        ActorAlias.objects.create(actor=row, text="Red Hand")

    imported(tmp_path, {"id": "1"})

    assert "red-hand" in sides_of("ucdp-1")


def test_headlines_that_a_row_rests_on_stay_as_many_sources(tmp_path: Path) -> None:
    """Nothing but their keys tells sources apart: they have no names that could be alike."""
    articles = '"Reuters News,2018-07-13,Bomb kills 85";"Reuters News,2018-07-14,Bomb kills 128"'
    imported(tmp_path, {"id": "1", "source_article": articles})

    headlines = Source.objects.filter(kind="headline").order_by("published_earliest")
    assert [source.title for source in headlines] == ["Bomb kills 85", "Bomb kills 128"]
