"""The desk's home says what waits, and leads there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from incidents.desk_home import Shelf, shelves
from incidents.history import keep
from incidents.load import load
from incidents.models import Incident, Job, JobState, State
from incidents.publishing import publish
from sources.models import Capture, WaybackSave
from tests.builders import count, exactly, record
from tests.incidents import rows
from tests.incidents.desk import at_the_desk, person
from tests.incidents.test_admin_queries import queries

pytestmark = pytest.mark.django_db

MINE, REVIEW, CHANGED, CONTRADICTIONS = range(4)


def shelf(user: User, number: int) -> Shelf:
    return shelves(user)[number]


def names(shelf: Shelf) -> list[str]:
    return [entry.title for entry in shelf.newest]


def saved(name: str, by: User, *claims: object) -> Incident:
    """An incident that somebody saved at the desk; two counts of one source contradict each other."""
    incident = load(record(*(claims or (count(1, exactly(3)),)), id=name, title=f"Event {name}"))  # type: ignore[arg-type]
    keep(incident, by=by, what="Added.")
    return incident


def test_my_drafts_are_those_that_i_saved() -> None:
    editor, another = person("editor"), person("reviewer")
    mine = saved("mine", editor)
    saved("theirs", another)

    assert names(shelf(editor, MINE)) == [mine.title]


def test_what_is_in_review_waits_there_and_is_no_draft() -> None:
    editor = person("editor")
    saved("mine", editor)
    Incident.objects.update(state=State.IN_REVIEW)

    assert (shelf(editor, REVIEW).count, shelf(editor, MINE).count) == (1, 0)


def test_a_published_incident_that_was_saved_again_has_changes() -> None:
    editor = person("editor")
    incident = saved("mine", editor)
    publish(incident, by=editor)
    assert shelf(editor, CHANGED).count == 0

    Incident.objects.update(title="Changed")
    keep(incident, by=editor, what="Changed.")
    assert names(shelf(editor, CHANGED)) == ["Changed"]


def test_claims_that_exclude_one_another_are_worth_a_look() -> None:
    editor = person("editor")
    saved("plain", editor)
    incident = saved("torn", editor, count(1, exactly(3)), count(2, exactly(5)))

    (entry,) = shelf(editor, CONTRADICTIONS).newest
    assert entry.url.endswith(f"/{incident.pk}/change/")
    assert "3" in entry.note
    assert "5" in entry.note


def test_what_contradicts_itself_no_longer_leaves_the_shelf() -> None:
    editor = person("editor")
    incident = saved("torn", editor, count(1, exactly(3)), count(2, exactly(5)))
    incident.claims.get(number=2).delete()
    keep(incident, by=editor, what="Changed.")

    assert shelf(editor, CONTRADICTIONS).count == 0


def test_numbers_end_where_counting_would_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.desk_home.MOST", 2)
    editor = person("editor")
    for number in range(3):
        saved(f"event-{number}", editor)

    assert (shelf(editor, MINE).count, shelf(editor, MINE).capped) == (2, True)


def test_a_number_leads_to_the_list_of_the_same_incidents() -> None:
    client = at_the_desk("editor")
    editor = User.objects.get(username="a-editor")
    saved("mine", editor)
    saved("theirs", person("reviewer"))

    found = client.get(shelf(editor, MINE).url).context["cl"].result_list
    assert [incident.key for incident in found] == ["mine"]


def test_the_home_takes_the_same_queries_for_few_and_for_many() -> None:
    client = at_the_desk("editor")
    editor = User.objects.get(username="a-editor")
    saved("event-0", editor, count(1, exactly(3)), count(2, exactly(5)))
    client.get("/desk/")
    few = queries(client, "/desk/")
    for number in range(1, 8):
        saved(f"event-{number}", editor, count(1, exactly(3)), count(2, exactly(5)))

    assert queries(client, "/desk/") == few


def test_a_job_that_failed_and_one_that_is_held_are_seen_with_what_is_to_be_known() -> None:
    Job.objects.create(subject="actors", key="group", state=JobState.FAILED, error="The text is damaged.")
    Job.objects.create(subject="places", key="town", state=JobState.HELD, by=person("contributor"))
    page = at_the_desk("editor").get("/desk/").content.decode()

    assert "The text is damaged." in page
    assert "place town" in page
    assert "asked for by a-contributor" in page


def test_a_failed_save_at_the_wayback_machine_leads_to_its_source_and_to_a_list() -> None:
    rows.furnish()
    for pk, state in ((1, "failed"), (2, "done")):
        rows.capture(pk=pk, captured_at=rows.A_DAY + timedelta(days=pk)).save()
        error = "The Wayback Machine refuses this page." if state == "failed" else ""
        WaybackSave.objects.create(capture_id=pk, state=state, error=error)
    client = at_the_desk("editor")
    page = client.get("/desk/").content.decode()
    assert "Failed saves at the Wayback Machine" in page
    assert "The Wayback Machine refuses this page." in page
    assert "/desk/sources/source/1/change/#copies" in page
    listed = client.get("/desk/sources/capture/?wayback=failed").context["cl"].result_list
    assert [copy.pk for copy in listed] == [1]

    Capture.objects.filter(pk=2).update(archive_url="https://web.archive.org/web/2024/https://paper.example/")
    assert "The Wayback Machine refuses this page." not in client.get("/desk/").content.decode()


def test_the_home_leads_to_what_was_deleted() -> None:
    assert 'href="/desk/deleted/"' in at_the_desk("contributor").get("/desk/").content.decode()


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor", "curator"])
def test_everybody_finds_the_ways_to_enter(role: str) -> None:
    page = at_the_desk(role).get("/desk/").content.decode()

    assert "Enter an incident" in page
    assert "Enter a source" in page


@pytest.mark.parametrize("shelf", ["nothing", "%00", "9" * 400])
def test_a_shelf_that_there_is_not_gives_no_error(shelf: str) -> None:
    assert at_the_desk("editor").get(f"/desk/incidents/incident/?shelf={shelf}").status_code < 500
