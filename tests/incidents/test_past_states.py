"""The desk's memory in pages: states are listed, viewed, compared and restored."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.record import canonical, read_record
from incidents.build import build
from incidents.load import load
from incidents.models import Actor, Claim, Incident, Place, Snapshot, State, Subject
from tests.builders import actor, count, exactly, happened_at, place, record, responsible
from tests.incidents.desk import at_the_desk, newest_claim, shown
from tests.incidents.test_deletion import restore, told

pytestmark = pytest.mark.django_db

HISTORY = "/desk/history/incidents/event-1/"


@pytest.fixture
def desk() -> Client:
    return at_the_desk("editor")


def change(client: Client, page: str, **typed: Any) -> Any:
    return client.post(page, shown(client, page) | typed)


def page_of(row: Any) -> str:
    return f"/desk/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


def states(subject: Subject = Subject.INCIDENTS, key: str = "event-1") -> list[Snapshot]:
    return list(Snapshot.objects.of(subject, key))


def twice_changed(client: Client) -> Incident:
    incident = load(record(count(1, exactly(3)), responsible(2, "group")))
    change(client, page_of(incident), title="Second")
    change(client, page_of(incident), title="Third")
    return incident


def test_the_history_lists_every_state_from_before_the_first_change_on(desk: Client) -> None:
    twice_changed(desk)
    found = desk.get(HISTORY).context["states"]

    assert [(state.what, str(state.by)) for state in found] == [
        ("Changed incident “Third (event-1)”.", "a-editor"),
        ("Changed incident “Second (event-1)”.", "a-editor"),
        ("Found as it is, changed by an import or with something that it names.", "None"),
    ]


@pytest.mark.parametrize("row", [Claim, Incident])
def test_pages_of_an_incident_lead_to_its_history(desk: Client, row: Any) -> None:
    twice_changed(desk)
    page = page_of(row.objects.first()).replace("/change/", "/history/")

    assert desk.get(page).headers["Location"] == HISTORY


def test_a_past_state_is_shown_as_the_public_page_would_be_and_marked(desk: Client) -> None:
    twice_changed(desk)
    page = desk.get(f"/desk/states/{states()[1].pk}/").content.decode()

    assert "<bdi>Second</bdi></h1>" in page
    assert "A past state of the desk." in page
    assert "<strong>Preview.</strong>" not in page
    assert f'<a href="{HISTORY}">Back to the history</a>' in page


@pytest.mark.parametrize("question", ["rule=span&known_at=2024-02-07", "rule=nonsense", "known_at=%20"])
def test_a_past_state_answers_the_questions_of_its_page(desk: Client, question: str) -> None:
    twice_changed(desk)

    assert desk.get(f"/desk/states/{states()[1].pk}/?{question}").status_code == 200


def test_two_states_are_compared_in_words_whichever_is_named_first(desk: Client) -> None:
    twice_changed(desk)
    third, _, first = states()
    asked = {"old": third.pk, "new": first.pk}

    assert desk.get(f"{HISTORY}compare/", asked).context["differences"] == [
        "Incident: title changed from “An event” to “Third”."
    ]


def test_an_incident_is_restored_as_a_draft_and_that_is_kept(desk: Client) -> None:
    incident = twice_changed(desk)
    Incident.objects.update(state=State.APPROVED)
    response = restore(desk, states()[-1])
    incident.refresh_from_db()

    assert (incident.title, incident.state) == ("An event", State.DRAFT)
    assert states()[0].what.startswith("Restored the state of ")
    assert "is again as it was on" in told(response)


def test_restoring_shows_first_what_would_change(desk: Client) -> None:
    twice_changed(desk)
    page = desk.get(f"/desk/states/{states()[-1].pk}/restore/")

    assert page.context["changes"] == ["Incident: title changed from “Third” to “An event”."]
    assert Incident.objects.get().title == "Third"


def test_restoring_asks_again_where_somebody_saved_in_between(desk: Client) -> None:
    incident = twice_changed(desk)
    state = states()[-1]
    newest = states()[0].pk
    change(desk, page_of(incident), title="Fourth")
    response = desk.post(f"/desk/states/{state.pk}/restore/", {"newest": newest})

    assert Incident.objects.get().title == "Fourth"
    assert "somebody saved meanwhile" in told(response)
    assert response.context["changes"] == ["Incident: title changed from “Fourth” to “An event”."]


def test_a_restore_is_undone_by_another(desk: Client) -> None:
    twice_changed(desk)
    before = canonical(build(Incident.objects.get()))
    newest = states()[0]
    restore(desk, states()[-1])
    restore(desk, newest)

    assert canonical(build(Incident.objects.get())) == before


def test_restoring_an_incident_leaves_shared_entities_as_they_are_now(desk: Client) -> None:
    twice_changed(desk)
    change(desk, page_of(Actor.objects.get()), name="A new name")
    restore(desk, states()[-1])

    assert Actor.objects.get().name == "A new name"
    assert build(Incident.objects.get()).actors[0].name == "A new name"


def test_restoring_an_incident_makes_anew_what_is_gone(desk: Client) -> None:
    incident = load(record(count(1, exactly(3)), happened_at(2, "town", by="s2")))
    Place.objects.update(parent=Place.objects.create(key="land", name="Land", kind="country"))
    Place.objects.filter(key="land").update(parent=None)
    change(desk, page_of(incident), title="Second")
    newest_claim().delete()
    Place.objects.filter(key="town").delete()
    page = desk.get(f"/desk/states/{states()[-1].pk}/restore/")
    restore(desk, states()[-1])

    assert [part.key for part in page.context["anew"]] == ["town"]
    assert build(Incident.objects.get()).places[-1].parent == "land"


def test_numbers_given_since_are_not_given_again_after_a_restore(desk: Client) -> None:
    incident = twice_changed(desk)
    Claim.objects.create(incident=incident, property="motive", text="Revenge")
    restore(desk, states()[-1])

    assert Claim.objects.count() == 2
    assert Incident.objects.get().take_number("next_claim_number") == 4


def test_an_entity_is_viewed_compared_and_restored(desk: Client) -> None:
    load(record(responsible(1, "group"), entities=[actor("group")]))
    group = Actor.objects.get()
    change(
        desk,
        page_of(group),
        **{"name": "Second", "aliases-TOTAL_FORMS": 1, "aliases-0-text": "IS", "aliases-0-kind": "alias"},
    )
    new, old = states(Subject.ACTORS, "group")
    view = desk.get(f"/desk/states/{new.pk}/")
    compared = desk.get("/desk/history/actors/group/compare/", {"old": old.pk, "new": new.pk})
    restore(desk, old)

    assert ("aliases", "IS, other name or spelling") in view.context["rows"]
    assert compared.context["differences"] == [
        "Name changed from “Actor group” to “Second”.",
        "Aliases added: “IS, other name or spelling”.",
    ]
    assert (Actor.objects.get().name, Actor.objects.get().aliases.count()) == ("Actor group", 0)


def test_an_entity_is_not_restored_into_a_circle(desk: Client) -> None:
    load(record(happened_at(1, "town"), entities=[place("town", parent="land"), place("land")]))
    town, land = Place.objects.get(key="town"), Place.objects.get(key="land")
    change(desk, page_of(town), parent="")
    change(desk, page_of(land), parent=town.pk)
    response = restore(desk, states(Subject.PLACES, "town")[-1])

    assert "comes round to the entry itself" in told(response)
    assert Place.objects.get(key="town").parent is None


def test_saving_without_a_change_keeps_no_second_state(desk: Client) -> None:
    incident = twice_changed(desk)
    change(desk, page_of(incident))

    assert len(states()) == 3


def test_rows_that_make_no_valid_record_are_refused_in_words_and_what_was_typed_stays(desk: Client) -> None:
    incident = load(record(count(1, exactly(3))))
    Incident.objects.update(title="A\tB")
    claim = Claim.objects.get()
    response = change(desk, page_of(claim), stated="three")

    assert "Nothing is saved: title: contains the control character" in str(
        response.context["adminform"].form.non_field_errors()
    )
    assert response.context["adminform"].form["stated"].value() == "three"
    claim.refresh_from_db()
    assert (claim.stated, incident.claims.count()) == ("", 1)


def test_words_longer_than_the_history_holds_are_shortened(desk: Client) -> None:
    load(record(count(1, exactly(3))))
    change(desk, page_of(Claim.objects.get()), stated="x" * 2000)

    assert len(states()[0].what) == 2000


def test_a_contributor_restores_drafts_only(desk: Client) -> None:
    twice_changed(desk)
    Incident.objects.update(state=State.APPROVED)
    page = f"/desk/states/{states()[-1].pk}/restore/"

    assert at_the_desk("contributor").get(page).status_code == 403


@pytest.mark.parametrize(
    "page",
    [
        "/desk/history/incidents/nothing/",
        "/desk/history/nothing/event-1/",
        "/desk/history/incidents/\x00/",
        "/desk/states/99999999999999999999999/",
        "/desk/states/7/restore/",
    ],
)
def test_hand_made_addresses_lead_nowhere(desk: Client, page: str) -> None:
    assert desk.get(page).status_code == 404


@pytest.mark.parametrize("asked", [{}, {"old": "x", "new": "y"}, {"old": "9" * 30}])
def test_comparing_needs_two_states(desk: Client, asked: dict[str, str]) -> None:
    twice_changed(desk)

    assert "Choose two different states" in told(desk.get(f"{HISTORY}compare/", asked, follow=True))


def test_the_history_takes_the_same_queries_for_few_states_and_for_many(desk: Client) -> None:
    incident = twice_changed(desk)
    queries(desk)  # It also takes what was said of the changes out of the session.
    few = queries(desk)
    for turn in range(60):
        Snapshot.objects.create(subject="incidents", key=incident.key, text="{}", what=f"Turn {turn}.")

    assert queries(desk) == few
    assert len(desk.get(HISTORY).context["states"]) == 50


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(HISTORY)
    return len(captured)


def test_a_dossier_is_kept_with_what_it_changed(desk: Client) -> None:
    load(record(responsible(1, "group")))
    other = actor("group", name="Another name")
    load(record(responsible(1, "group"), entities=[other]), what="Loaded from the dossier x.yaml.")

    assert states()[0].what == "Loaded from the dossier x.yaml."
    assert [read_record(state.text).actors[0].name for state in states()] == ["Another name", "Actor group"]
    assert len(states(Subject.ACTORS, "group")) == 2


def test_an_import_keeps_nothing() -> None:
    load(record(count(1, exactly(3))))

    assert not Snapshot.objects.exists()
