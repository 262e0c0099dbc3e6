"""The desk's commands."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from archive.models import Edition
from archive.record import Record
from incidents.dossiers import write
from incidents.load import load
from incidents.models import Claim, Incident
from incidents.publishing import publish, retract
from tests.builders import count, exactly, record
from tests.sheets import seed_record
from tests.sheets.demo import FOLDER

pytestmark = pytest.mark.django_db


def run(*arguments: object, **options: Any) -> str:
    out = StringIO()
    call_command(*map(str, arguments), stdout=out, stderr=out, **options)
    return out.getvalue()


def refused(*arguments: object) -> str:
    """What a command that fails says."""
    out = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command(*map(str, arguments), stdout=out, stderr=out)
    return f"{out.getvalue()}{caught.value}"


def dossier(folder: Path, *events: Record, name: str = "file.json") -> Path:
    path = folder / name
    path.write_text(f"[{','.join(write(event, 'json') for event in events)}]", encoding="utf-8")
    return path


def event(number: int = 1, deaths: int = 3, cited: str | tuple[str, ...] = "s1") -> Record:
    return record(count(1, exactly(deaths), cited), id=f"event-{number}")


def test_both_demonstration_events_are_loaded_and_published() -> None:
    said = run("load_dossier", *sorted(FOLDER.glob("*.yaml")), publish=True)

    assert "k7m2qa: loaded, published as edition 1" in said
    assert "m4s8td: loaded, published as edition 1" in said


def test_loading_again_changes_nothing_and_publishes_nothing(tmp_path: Path) -> None:
    path = dossier(tmp_path, event())
    run("load_dossier", path, publish=True)

    assert "event-1: unchanged, published already" in run("load_dossier", path, publish=True)
    assert Edition.objects.count() == 1


def test_without_being_asked_nothing_is_published(tmp_path: Path) -> None:
    assert "event-1: loaded\n" in run("load_dossier", dossier(tmp_path, event()))
    assert not Edition.objects.exists()


def test_a_changed_dossier_changes_the_desk_and_is_published_as_an_update(tmp_path: Path) -> None:
    run("load_dossier", dossier(tmp_path, event()), publish=True)
    said = run("load_dossier", dossier(tmp_path, event(deaths=4)), publish=True, note="Four.")

    assert "event-1: changed, published as edition 2" in said
    assert Edition.objects.get(number=2).note == "Four."


def test_a_file_with_one_bad_record_changes_nothing(tmp_path: Path) -> None:
    path = dossier(tmp_path, event(1), event(2, cited=()))

    said = refused("load_dossier", path, "--publish")
    assert f"{path}: record event-2: Claim 1 (killed) has no citation" in said
    assert "event-1: loaded" not in said
    assert not Incident.objects.exists()
    assert not Edition.objects.exists()


def test_the_other_files_still_go_through(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: Bad Id\n", encoding="utf-8")

    said = refused("load_dossier", bad, dossier(tmp_path, event()))
    assert str(bad) in said
    assert Incident.objects.get().key == "event-1"


def test_a_retracted_incident_is_not_published_again_by_loading_its_dossier(tmp_path: Path) -> None:
    path = dossier(tmp_path, event())
    run("load_dossier", path, publish=True)
    retract(Incident.objects.get(), by=None, reason="It did not happen.")

    assert "left retracted" in run("load_dossier", path, publish=True)
    assert Edition.objects.current().get().is_retraction


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_dumped_dossier_loads_back_as_the_same_record(tmp_path: Path, form: str) -> None:
    load(seed_record())
    path = tmp_path / f"dumped.{form}"
    path.write_text(run("dump_dossier", "k7m2qa", format=form), encoding="utf-8")

    assert run("load_dossier", path) == "k7m2qa: unchanged\n"


def test_rows_that_make_no_record_are_named_instead_of_dumped() -> None:
    load(record(count(1, exactly(3), superseded_by=2, superseded_reason="raised"), count(2, exactly(4))))
    Claim.objects.filter(number=2).update(property="injured")

    assert "claim 2 is about something else" in refused("dump_dossier", "event-1")


def test_an_incident_is_published_by_its_public_id() -> None:
    load(event())

    assert "published as edition 1" in run("publish", "event-1", note="First.")
    assert "Nothing has changed" in run("publish", "event-1")


def test_a_correction_is_published_as_one() -> None:
    publish(load(event()), by=None)
    load(event(deaths=4))
    run("publish", "event-1", "--correction")

    assert Edition.objects.get(number=2).kind == "correction"


def test_publishing_says_what_is_in_the_way() -> None:
    load(event(cited=()))

    assert "has no citation" in refused("publish", "event-1")


def test_an_incident_is_retracted_with_its_reason() -> None:
    publish(load(event()), by=None)

    assert "retracted by edition 2" in run("retract", "event-1", reason="It did not happen.")
    assert "is retracted already" in refused("retract", "event-1", "--reason", "Again.")


@pytest.mark.parametrize("command", [("publish",), ("dump_dossier",), ("retract", "--reason", "Why not.")])
def test_an_unknown_incident_is_named(command: tuple[str, ...]) -> None:
    assert "no incident “nowhere”" in refused(*command, "nowhere")
