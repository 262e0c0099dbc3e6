"""An editor who changes what published incidents share is told what will come of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages

from archive.record import PartOf, PartOfClaim
from archive.vocabulary import Property
from incidents.load import load
from incidents.models import Actor, Conflict, Job, JobState, Place
from incidents.publishing import publish
from sources.models import Publication, Source
from tests.builders import cited, count, exactly, happened_at, record, responsible
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db

ALIASES = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
NAMES = {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
OF_SOURCE = {f"{rows}-{form}_FORMS": 0 for rows in ("authors", "relations") for form in ("TOTAL", "INITIAL")}


def events(*numbers: int) -> None:
    """Published incidents that show a group, a town, a war, and a text that credits a paper."""
    credited = [each.model_copy(update={"reported_via": ("paper",)}) for each in cited("text")]
    war = PartOfClaim(
        number=3, property=Property.PART_OF, value=PartOf(conflict="war"), citations=cited("text")
    )
    for number in numbers:
        killed = count(1, exactly(3), citations=credited, claimant={"actor": "group"})
        publish(load(record(killed, happened_at(2, "town", "text"), war, id=f"event-{number}")), by=None)


def change(role: str, row: Any, **typed: Any) -> list[str]:
    """What somebody of this role is told who changes the row."""
    page = f"/desk/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"
    response = at_the_desk(role).post(page, typed)
    assert response.status_code == 302, response.context["errors"]
    return [str(message) for message in get_messages(response.wsgi_request)]


def rename_actor(role: str, **more: Any) -> list[str]:
    typed = {"name": "The Front", "kind": "armed_group", **ALIASES} | more
    return change(role, Actor.objects.get(key="group"), **typed)


def test_an_editor_is_told_how_many_published_incidents_will_show_a_new_name() -> None:
    events(1, 2, 3)
    told = rename_actor("editor")

    job = Job.objects.get()
    assert (job.subject, job.key, job.state, str(job.by)) == ("actors", "group", "waiting", "a-editor")
    assert told[0].startswith("3 published incidents will soon show this as it is now")
    assert f"/desk/incidents/job/{job.pk}/change/" in told[0]


def test_a_contributor_is_told_that_an_editor_lets_the_change_out() -> None:
    events(1)

    assert rename_actor("contributor")[0].startswith("Readers of 1 published incident see this change once")
    assert Job.objects.get().state == JobState.HELD


def test_another_alias_is_a_change_that_readers_see() -> None:
    events(1)
    name = Actor.objects.get(key="group").name
    alias = {"aliases-TOTAL_FORMS": 1, "aliases-0-text": "The G", "aliases-0-kind": "alias"}
    rename_actor("editor", name=name, **alias)

    assert Job.objects.exists()


def test_saving_without_a_change_asks_for_nothing() -> None:
    events(1)
    rename_actor("editor", name=Actor.objects.get(key="group").name)

    assert not Job.objects.exists()


def test_changing_what_no_published_incident_shows_asks_for_nothing() -> None:
    load(record(responsible(1, "group")))
    rename_actor("editor")

    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("model", "key", "typed"),
    [
        (Place, "town", {"name": "The town", "kind": "settlement", **NAMES}),
        (Conflict, "war", {"name": "The war"}),
        (Publication, "paper", {"name": "The paper", "kind": "newspaper"}),
        (Source, "text", {"kind": "article", "title": "The text", **OF_SOURCE}),
    ],
    ids=["place", "conflict", "publication", "source"],
)
def test_every_kind_of_shared_entity_is_renewed(model: Any, key: str, typed: dict[str, Any]) -> None:
    events(1)
    told = change("editor", model.objects.get(key=key), **typed)

    assert told[0].startswith("1 published incident will soon show this")
    assert Job.objects.get().key == key
