"""A desk with a row of everything, under the database keys that the table of addresses names."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management.color import no_style
from django.db import connection

from archive.models import CorrectionRequest
from archive.record import canonical
from incidents.build import build
from incidents.merging import merge_entities, merge_incidents
from incidents.models import (
    Actor,
    Conflict,
    Dataset,
    DatasetRow,
    Import,
    Incident,
    Job,
    Merge,
    Place,
    Snapshot,
    Subject,
    Upload,
)
from sources.captures.keeping import kept_file
from sources.models import Publication, Source
from tests.builders import actor, source
from tests.incidents.rows import A_DAY, capture, furnish


def a_desk() -> None:
    furnish()
    _others()
    capture(pk=1, stored=kept_file("text.txt", "text/plain", b"Text", A_DAY)).save()
    User.objects.create(pk=1, username="somebody")
    Group.objects.get_or_create(pk=1, defaults={"name": "a group"})
    Job.objects.create(pk=1, subject=Subject.ACTORS, key="group")
    _asked()
    _states()
    _imports()
    _count_on()


def a_merge(address: str) -> None:
    """For an address that undoes a merge: one to be undone, of the kind that the address is about."""
    app, model, act = address.split("_")[:3] if address.endswith("_part") else ("", "", "")
    if act:
        rows: Any = apps.get_model(app, model)._default_manager
        merging: Any = merge_incidents if model == "incident" else merge_entities
        done = merging(rows.get(pk=2), rows.get(pk=1), by=None)
        Merge.objects.filter(pk=done.pk).update(id=1)


def _others() -> None:
    """A second one of all that can be merged."""
    Publication.objects.create(pk=2, key="paper-2", name="Another paper", kind="newspaper")
    Source.objects.create(pk=2, key="text-2", kind="article", title="Another text")
    Actor.objects.create(pk=2, key="group-2", name="Another group", kind="armed_group")
    Place.objects.create(pk=2, key="town-2", name="Another town", kind="settlement")
    Conflict.objects.create(pk=2, key="war-2", name="Another war")
    Incident.objects.create(pk=2, key="event-2", title="Another event")


def _asked() -> None:
    """What a reader sent."""
    CorrectionRequest.objects.create(
        pk=UUID(int=1), kind="removal", page="/incidents/event-1/", text="Please."
    )


def _states() -> None:
    """Two of the incident, one of the source, and two of an actor that was deleted."""
    record = build(Incident.objects.get(pk=1))
    _state(1, Subject.INCIDENTS, "event-1", canonical(record.model_copy(update={"title": "Before"})).decode())
    _state(2, Subject.INCIDENTS, "event-1", canonical(record).decode())
    _state(3, Subject.SOURCES, "text", source("text").model_dump_json())
    _state(4, Subject.ACTORS, "gone", actor("gone").model_dump_json())
    _state(5, Subject.ACTORS, "gone", "")


def _imports() -> None:
    """A run that failed, with its file; a row of it that waits; and a file that waits for somebody's word."""
    Dataset.objects.create(pk=1, publication_id=1, redistributable=True)
    given = {"format": "ucdp", "file": "rows.csv", "sha256": "0" * 64}
    Import.objects.create(pk=1, dataset_id=1, columns=["id"], state="failed", error="It broke.", **given)
    own = {**given, "size": 1}
    Upload.objects.create(pk=2, stored="b", state="failed", run_id=1, **own)
    Upload.objects.create(pk=1, stored="a", **own)
    DatasetRow.objects.create(
        pk=1, dataset_id=1, external_id="1", standing="offered", raw="{}", digest="0", number=1, seen_id=1
    )


def _state(number: int, subject: Subject, key: str, text: str) -> None:
    Snapshot.objects.create(pk=number, subject=subject, key=key, text=text, what="Entered.")


def _count_on() -> None:
    """Let PostgreSQL give the next database keys after those that were given by hand."""
    configs = (apps.get_app_config(app) for app in ("auth", "sources", "incidents"))
    used = [model for config in configs for model in config.get_models()]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), used):
            cursor.execute(statement)
