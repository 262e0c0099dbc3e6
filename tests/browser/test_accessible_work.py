"""axe-core finds no fault with the pages on which records are published, taken back and merged."""

from __future__ import annotations

import pytest
from django.db import transaction

from archive.record import Claimant
from archive.vocabulary import Property
from incidents.history import keep, keep_before
from incidents.load import load
from incidents.merging import merge_incidents
from incidents.models import Actor, Conflict, Incident, Job, LeftAlone, Merge, Snapshot
from incidents.publishing import publish
from incidents.states import Step
from tests.browser.axe import judge
from tests.browser.conftest import OpenDesk
from tests.browser.desk import PASSWORD, Desk
from tests.builders import count, exactly, happened_at, record, responsible, statement

pytestmark = pytest.mark.looks

#: Properties whose forms differ most.
SHAPES = [Property.KILLED, Property.RESPONSIBILITY, Property.IMAGE, Property.STATEMENT]
INCIDENT = "/desk/incidents/incident/"


def event(deaths: int, key: str = "event-1", *sources: str) -> Incident:
    """An incident with something of everything that its page shows."""
    claims = (
        count(1, exactly(deaths), ("s1", "s2")),
        count(2, exactly(4), sources or "s1", attack=1),
        responsible(3, "group", claimant=Claimant(actor="ministry")),
        happened_at(4, "town", attack=1),
        statement(5, "Two bombs went off in the town."),
    )
    return load(record(*claims, attacks=2, id=key, title=f"An event of {key}"))


@pytest.fixture
def curator(desk: Desk) -> Desk:
    desk.come_in_as("curator")
    return desk


@pytest.fixture
def published(curator: Desk) -> Incident:
    """An incident that is published, and changed since: its page shows all that it can show."""
    publish(event(3), by=None)
    incident = event(5)
    incident.claims.get(number=4).citations.all().delete()
    return incident


def test_an_incident_with_all_that_its_page_shows(curator: Desk, published: Incident) -> None:
    curator.shown(published)
    curator.sees("What the next edition would change")
    judge(curator)


@pytest.mark.parametrize("step", Step)
def test_the_page_of_each_step(curator: Desk, published: Incident, step: Step) -> None:
    curator.shown(published, f"step/{step}")
    judge(curator)


def test_a_step_that_is_refused(curator: Desk, published: Incident) -> None:
    curator.shown(published, "step/publish")
    curator.press("Publish")
    curator.sees("It cannot be done now")
    judge(curator, "publish refused")


def test_a_preview(curator: Desk, published: Incident) -> None:
    curator.shown(published, "preview")
    judge(curator)


def test_the_home_where_everything_waits(curator: Desk, published: Incident) -> None:
    Job.objects.create(subject="actors", key="group", state="failed", error="The desk has no such actor.")
    event(4, "event-2")
    curator.open("/desk/")
    judge(curator, "home full")


@pytest.mark.parametrize("kind", SHAPES)
def test_the_form_of_a_claim_by_its_property(curator: Desk, published: Incident, kind: Property) -> None:
    curator.open(f"/desk/incidents/claim/add/?incident={published.pk}&property={kind}")
    judge(curator, f"claim {kind}")


def test_the_pages_of_a_claim_and_of_what_it_names(curator: Desk, published: Incident) -> None:
    for row in (published.claims.get(number=3), Actor.objects.get(key="group")):
        curator.shown(row)
        judge(curator)


def test_an_incident_that_is_near_another(curator: Desk) -> None:
    load(record(date="2024-02-07", place="town"))
    curator.open(f"{INCIDENT}add/")
    curator.fill_in({"Public id": "again", "Title": "The same", "Date": "2024-02-07", "Place": "Place town"})
    curator.press("Save")
    curator.sees("There is an incident near this one")
    judge(curator, "announcement")


def test_two_editors_who_meet(open_desk: OpenDesk) -> None:
    incident = event(3)
    desk = open_desk()
    desk.come_in_as("editor")
    desk.shown(incident)
    Incident.objects.update(title="Somebody else’s title")
    desk.write("Title", "Mine")
    desk.press("Save")
    desk.sees("somebody changed this meanwhile")
    judge(desk, "two editors meet")


def test_something_that_went_while_it_was_edited(curator: Desk) -> None:
    conflict = Conflict.objects.create(key="war", name="A war")
    curator.shown(conflict)
    conflict.delete()
    curator.watch.expected.add(curator.address)
    curator.write("Name", "Another name")
    curator.press("Save")
    curator.sees("It is not there any more")
    judge(curator, "gone")


def test_the_past_of_an_incident(curator: Desk, published: Incident) -> None:
    with transaction.atomic():
        keep_before(published)
        Incident.objects.filter(pk=published.pk).update(title="Another title")
        keep(Incident.objects.get(pk=published.pk), by=None, what="Changed the title.")
    new, old = Snapshot.objects.of("incidents", "event-1")[:2]
    pages = ("history/incidents/event-1/", f"history/incidents/event-1/compare/?old={old.pk}&new={new.pk}")
    for page in (*pages, f"states/{old.pk}/restore/", f"states/{old.pk}/"):
        curator.open(f"/desk/{page}")
        judge(curator)


def test_the_past_of_what_is_shared_and_what_was_deleted(curator: Desk) -> None:
    conflict = Conflict.objects.create(key="war", name="A war")
    curator.shown(conflict)
    curator.write("Name", "The war")
    curator.change()
    curator.shown(conflict, "delete")
    judge(curator)
    curator.press("Yes, I’m sure")
    curator.open("/desk/deleted/")
    judge(curator)
    state = Snapshot.objects.of("conflicts", "war").exclude(text="")[0]
    for page in (f"states/{state.pk}/", f"states/{state.pk}/restore/", "history/conflicts/war/"):
        curator.open(f"/desk/{page}")
        judge(curator)


def test_merging_and_its_undoing(curator: Desk, published: Incident) -> None:
    other = event(4, "event-2")
    curator.shown(published, "merge")
    judge(curator)
    curator.fill_in({"The other incident": "An event of event-2"})
    curator.press("See what will happen")
    judge(curator, "merge seen")
    merge_incidents(published, other, by=None)
    curator.shown(other, f"merges/{Merge.objects.get().pk}/undo")
    judge(curator, "merge undone")


def test_jobs_that_run_fail_and_leave_something_alone(curator: Desk) -> None:
    running = Job.objects.create(
        subject="actors", key="group", state="running", total=9, done=5, started_at="2024-02-08T00:00Z"
    )
    failed = Job.objects.create(
        subject="sources", key="s1", state="failed", error="The desk has no source s1."
    )
    LeftAlone.objects.create(job=failed, incident="event-1", reason="Its figures would change.")
    curator.open("/desk/incidents/job/")
    judge(curator)
    for job in (running, failed):
        curator.shown(job)
        judge(curator, f"job {job.state}")


def test_what_was_typed_when_the_session_ended(desk: Desk) -> None:
    incident = event(3)
    user = desk.log_in_as("editor")
    desk.shown(incident)
    desk.write("Title", "Typed for an hour")
    desk.forget_session()
    desk.watch.expected.add(desk.address)
    desk.press("Save")
    desk.sees("Nothing is lost")
    judge(desk, "log in again")
    desk.fill_in({"Username": user.username, "Password": PASSWORD})
    desk.press("Log in")
    desk.sees("Send the form again")
    judge(desk, "send again")
