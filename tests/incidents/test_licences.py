"""Rows whose licence forbids to pass them on never leave the desk, by whatever way."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.management import CommandError, call_command
from django.test import Client

from archive.models import Edition
from archive.record import Record
from incidents.build import build
from incidents.dossiers import write
from incidents.load import load
from incidents.maintenance import renew_later
from incidents.merging import merge_entities, merge_incidents, part_incidents
from incidents.models import (
    Actor,
    Claim,
    Dataset,
    DatasetRow,
    Incident,
    Job,
    Standing,
    Subject,
)
from incidents.publishing import NotPublishable, Ready, publish, publish_all
from sources.models import Publication, Source
from tests.builders import count, exactly, record
from tests.incidents.desk import at_the_desk
from tests.incidents.importers.rows import PLAIN
from tests.incidents.importers.running import files
from tests.incidents.public_addresses import in_every_language, said
from tests.incidents.queue import work_off

pytestmark = pytest.mark.django_db

#: Stands in every cell of the row that holds words, and nowhere else.
TRACE = "quondam"
WORDS = [
    "approxdate",
    "country_txt",
    "region_txt",
    "provstate",
    "city",
    "location",
    "summary",
    "attacktype1_txt",
    "targsubtype1_txt",
    "corp1",
    "target1",
    "natlty1_txt",
    "gname",
    "gsubname",
    "motive",
    "weaptype1_txt",
    "weapsubtype1_txt",
    "weapdetail",
    "propcomment",
    "hostkidoutcome_txt",
    "ransomnote",
    "addnotes",
    "scite1",
    "scite2",
    "dbsource",
    "related",
]
ROW = {name: f"Quondam {name}" for name in WORDS} | {"nkill": "7"}
KEY = f"gtd-{PLAIN['gtd']['eventid']}"
CLOSED = "whose licence does not let the archive publish"


def imported(folder: Path, **wish: Any) -> Incident:
    """An incident made for a row of GTD."""
    files.take(files.write(folder / "gtd.csv", "gtd", [ROW]), form="gtd", **wish)
    return Incident.objects.get(key=KEY)


def own() -> Incident:
    """An editor's incident, published."""
    incident = load(record(count(1, exactly(3))))
    publish(incident, by=None)
    return incident


def reasons(incident: Incident) -> str:
    """Why the incident cannot be published."""
    with pytest.raises(NotPublishable) as caught:
        publish(incident, by=None)
    return " ".join(caught.value.reasons)


def run(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=out, **options)
    return out.getvalue()


# Every public address


QUESTIONS = ("?q=quondam", "?search=quondam", "?known_at=2030-01-01", "?rule=gtd")


def traces() -> list[str]:
    """The public addresses whose answers hold a word of the row."""
    client = Client()
    asked = [
        *in_every_language(),
        *(f"/incidents/{query}" for query in QUESTIONS),
        f"/incidents/{KEY}/?rule=gtd",
    ]
    assert len(asked) > 100
    return [address for address in asked if TRACE in said(client, address)]


def test_no_public_address_holds_a_trace_of_the_row(tmp_path: Path) -> None:
    own()
    imported(tmp_path, publish=True)

    assert traces() == []
    assert Edition.objects.count() == 1


def test_with_a_licence_that_allows_it_the_row_is_public_at_many_addresses(tmp_path: Path) -> None:
    file = files.write(tmp_path / "gtd.csv", "gtd", [ROW])
    run("import_events", "gtd", str(file), publish=True, licence="By letter", redistributable=True)

    assert Edition.objects.get().incident == KEY
    assert len(traces()) > 10


def test_a_row_that_joined_a_published_incident_leaves_no_trace(tmp_path: Path) -> None:
    into = own()
    merge_incidents(imported(tmp_path), into, by=None)

    assert CLOSED in reasons(into)
    assert traces() == []


# Every way out


def test_an_import_that_is_to_publish_says_why_it_does_not(tmp_path: Path) -> None:
    file = files.write(tmp_path / "gtd.csv", "gtd", [ROW])

    said = run("import_events", "gtd", str(file), publish=True)

    assert "Nothing of it was published: its licence does not let the archive do so." in said
    assert not Edition.objects.exists()


def test_permission_without_a_licence_is_refused(tmp_path: Path) -> None:
    file = files.write(tmp_path / "gtd.csv", "gtd", [ROW])

    with pytest.raises(CommandError, match="Name the licence"):
        run("import_events", "gtd", str(file), redistributable=True)

    assert not Dataset.objects.exists()


def test_no_command_lets_it_out(tmp_path: Path) -> None:
    imported(tmp_path)

    with pytest.raises(CommandError, match=CLOSED):
        run("publish", KEY)
    with pytest.raises(CommandError, match=CLOSED):
        run("dump_dossier", KEY)
    assert "GTD, event" not in run("export_sources")
    with pytest.raises(CommandError, match="may be given out"):
        run("export_sources", KEY)


def test_publishing_many_leaves_it_out(tmp_path: Path) -> None:
    incident, other = imported(tmp_path), load(record(count(1, exactly(3))))

    outcome = publish_all([Ready(incident, build(incident), ""), Ready(other, build(other), "")])

    assert isinstance(outcome[KEY], NotPublishable)
    assert Edition.objects.get().incident == "event-1"


@pytest.mark.parametrize("action", ["publish_chosen", "publish_correction"])
def test_no_action_at_the_desk_lets_it_out(tmp_path: Path, action: str) -> None:
    incident = imported(tmp_path)
    typed = {"action": action, ACTION_CHECKBOX_NAME: [incident.pk], "note": ""}

    answer = at_the_desk("curator").post("/desk/incidents/incident/", typed, follow=True)

    assert CLOSED in answer.content.decode()
    assert not Edition.objects.exists()


def test_no_step_at_the_desk_lets_it_out(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    desk = at_the_desk("curator")
    for step in ("send_to_review", "approve", "publish"):
        desk.post(f"/desk/incidents/incident/{incident.pk}/step/{step}/", {"reason": "Yes."})

    assert not Edition.objects.exists()


def test_at_the_desk_it_can_be_read(tmp_path: Path) -> None:
    incident = imported(tmp_path)

    answer = at_the_desk("editor").get(f"/desk/incidents/incident/{incident.pk}/preview/")

    assert answer.status_code == 200
    assert TRACE in answer.content.decode().lower()


# Nothing loosens it


def test_a_source_that_is_given_another_publication_does_not_loosen_it(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    paper = Publication.objects.create(key="paper", name="A paper", kind="newspaper")
    Source.objects.filter(kind="dataset_row").update(publication=paper)

    assert "Global Terrorism Database" in reasons(incident)


def test_another_licence_of_the_publication_does_not_loosen_it(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    Publication.objects.filter(key="gtd").update(licence="Public domain", kind="newspaper")

    assert CLOSED in reasons(incident)


def test_a_dossier_does_not_loosen_it(tmp_path: Path) -> None:
    loose = loosened(build(imported(tmp_path)))
    path = tmp_path / "loose.json"
    path.write_text(write(loose, "json"), encoding="utf-8")

    errors = StringIO()
    with pytest.raises(CommandError):
        call_command("load_dossier", str(path), publish=True, stdout=errors, stderr=errors)
    assert CLOSED in errors.getvalue()
    assert not Edition.objects.exists()


def loosened(record: Record) -> Record:
    """The record, each of whose sources is said to be issued by nobody."""
    sources = [source.model_copy(update={"publication": None}) for source in record.sources]
    plain = record.model_dump(by_alias=True) | {"sources": sources, "publications": [], "figures": ()}
    return Record.model_validate(plain)


def test_the_same_file_without_a_licence_leaves_the_terms_as_they_were(tmp_path: Path) -> None:
    file = str(files.write(tmp_path / "gtd.csv", "gtd", [ROW]))
    run("import_events", "gtd", file, licence="By letter", redistributable=True)
    run("import_events", "gtd", file, licence="Withdrawn")
    run("import_events", "gtd", file, publish=True)

    assert not Dataset.objects.get().redistributable
    assert not Edition.objects.exists()


def test_merging_the_publication_into_another_does_not_loosen_it(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    paper = Publication.objects.create(key="paper", name="A paper", kind="newspaper")

    merge_entities(Publication.objects.get(key="gtd"), paper, by=None)

    assert CLOSED in reasons(incident)
    files.take(tmp_path / "gtd.csv", form="gtd", publish=True)
    assert Dataset.objects.get().publication == paper
    assert DatasetRow.objects.count() == 1
    assert not Edition.objects.exists()


def test_withholding_every_claim_of_the_row_does_not_loosen_it(tmp_path: Path) -> None:
    """Its attack, and what it is called, came from the row too."""
    into = own()
    merge_incidents(imported(tmp_path), into, by=None)
    Claim.objects.filter(incident=into).exclude(number=1).update(withheld=True)

    assert CLOSED in reasons(into)
    assert traces() == []


def test_an_incident_out_of_which_an_editor_took_all_of_the_row_is_free(tmp_path: Path) -> None:
    into = own()
    merge_incidents(imported(tmp_path), into, by=None)
    Claim.objects.filter(incident=into).exclude(number=1).delete()
    into.attacks.all().delete()
    Claim.objects.filter(incident=into).update(best=4)

    assert publish(into, by=None).number == 2
    assert [address for address in traces() if KEY not in address] == []


def test_a_row_follows_its_claims_into_the_incident_that_its_own_was_merged_into(tmp_path: Path) -> None:
    into = own()
    gone = imported(tmp_path)
    before = dict(DatasetRow.objects.get().claims)
    merge = merge_incidents(gone, into, by=None)

    row = DatasetRow.objects.get()
    assert (row.incident, row.standing) == (into, Standing.JOINED)
    claims = {claim.number: claim for claim in build(into).claims}
    assert set(row.claims.values()) == claims.keys() - {1}
    assert claims[row.claims["killed"]].value.best == 7  # type: ignore[union-attr]

    back = part_incidents(merge, by=None)
    row.refresh_from_db()
    assert (row.incident, row.standing, row.claims) == (back, Standing.OWN, before)


def test_a_newer_release_revises_the_claims_where_they_were_merged_to(tmp_path: Path) -> None:
    into = own()
    merge_incidents(imported(tmp_path), into, by=None)

    files.take(files.write(tmp_path / "gtd2.csv", "gtd", [ROW | {"nkill": "8"}]), form="gtd")

    number = DatasetRow.objects.get().claims["killed"]
    assert Claim.objects.get(incident=into, number=number).best == 8
    assert Incident.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_maintenance_publishes_no_incident_that_holds_such_rows(tmp_path: Path) -> None:
    file = files.write(tmp_path / "gtd.csv", "gtd", [ROW])
    run("import_events", "gtd", str(file), publish=True, licence="By letter", redistributable=True)
    run("import_events", "gtd", str(file), licence="Withdrawn")
    Actor.objects.filter(name="Quondam gname").update(name="Otherwise")

    job = renew_later(Subject.ACTORS, Actor.objects.get(name="Otherwise").key, by=None)
    work_off()

    assert job is not None
    assert Edition.objects.count() == 1
    assert CLOSED in Job.objects.get(pk=job.pk).left_alone.get().reason
