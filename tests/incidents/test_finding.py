"""Things are found at the desk by the words of their names, alike on both engines."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import models
from django.test import Client

from incidents.finding import found
from incidents.models import Actor, Attack, Claim, Incident, Place
from sources.models import Publication, Source
from sources.search import fill_words
from tests.incidents import rows
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db


def keys(model: type[models.Model], term: str) -> list[Any]:
    return sorted(found(model._default_manager.all(), term).values_list("pk", flat=True))


@pytest.fixture(autouse=True)
def _rows() -> None:
    rows.furnish()


@pytest.mark.parametrize("term", ["event", "EVENT", "event-1", "an ev", "évent", "even 1", " event "])
def test_an_incident_is_found_by_its_id_and_by_how_its_words_begin(term: str) -> None:
    assert keys(Incident, term) == [1]


@pytest.mark.parametrize("term", ["vent", "event other", "event-2", "x", "-", "\0", "'", '"', "a & b"])
def test_what_does_not_fit_is_not_found(term: str) -> None:
    assert keys(Incident, term) == []


def test_an_incident_is_found_by_a_spelling_of_its_place() -> None:
    Place.objects.get().names.create(text="Qaṣba")
    Incident.objects.update(place=1)

    assert keys(Incident, "event qasba") == [1]


def test_a_source_is_found_by_its_address_its_publication_and_its_author() -> None:
    Source.objects.create(
        pk=2, key="other", kind="article", title="Other", url="https://www.example.org/a/17"
    )
    Source.objects.filter(pk=2).update(publication=1)
    rows.author(source_id=2).save()

    assert keys(Source, "https://www.example.org/a/17") == [2]
    assert keys(Source, "paper oth") == [2]
    assert keys(Source, "somebody") == [2]


def test_an_actor_is_found_by_an_alias_and_a_word_of_its_name_together() -> None:
    Actor.objects.get().aliases.create(text="Daesh")

    assert keys(Actor, "daesh group") == [1]


def test_a_claim_is_found_by_its_incident_and_number_and_by_its_words() -> None:
    assert keys(Claim, "event-1") == keys(Claim, "event-1 1") == keys(Claim, "reveng") == [1]
    assert keys(Claim, "event-1 revenge") == [1]
    assert keys(Claim, "event-1 2") == keys(Claim, "event-1 gain") == []


def test_an_attack_is_found_by_its_incident_and_by_its_label() -> None:
    assert keys(Attack, "EVENT-1 1") == keys(Attack, "fir") == [1]


def test_what_is_renamed_is_found_by_its_new_name_alone() -> None:
    publication = Publication.objects.get()
    publication.name = "Gazette"
    publication.save()

    assert (keys(Publication, "gazette"), keys(Publication, "a paper")) == ([1], [])


def test_what_is_deleted_is_not_found() -> None:
    Claim.objects.all().delete()

    assert keys(Claim, "revenge") == []


def test_rows_that_were_written_without_words_are_given_them() -> None:
    Incident.objects.update(words="")
    assert keys(Incident, "event") == []
    fill_words(Incident)

    assert keys(Incident, "event") == [1]


def test_migrating_again_leaves_the_search_as_it_is() -> None:
    call_command("migrate", verbosity=0)

    assert keys(Incident, "event") == [1]


@pytest.mark.parametrize(
    ("when", "number"), [("202X", 1), ("2024", 1), ("2024-02", 1), ("2024-03", 0), ("199X", 0)]
)
def test_incidents_are_narrowed_to_a_decade_a_year_or_a_month(when: str, number: int) -> None:
    Incident.objects.get().delete()
    rows.incident(date="2024-02-07").save()
    listed: Client = at_the_desk("editor")

    assert listed.get(f"/desk/incidents/incident/?when={when}").context["cl"].result_count == number


def test_a_long_list_is_counted_so_far_as_anybody_turns_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.admin.paging.BoundedPaginator.most", 1)
    rows.actor().save()

    assert "more than 1 actors" in at_the_desk("editor").get("/desk/incidents/actor/").content.decode()
