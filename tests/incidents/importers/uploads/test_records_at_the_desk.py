"""Whole records at the desk: handed in, looked at, imported by the worker, and what came of them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import orjson
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from archive.models import Edition
from archive.record import Record, canonical
from incidents.build import build
from incidents.jobs.work import stopping
from incidents.load import load
from incidents.models import Import, Incident, Snapshot, Upload, UploadState
from incidents.reviewing import Refused, approve, send_to_review
from tests.builders import count, exactly, record
from tests.incidents.desk import at_the_desk
from tests.incidents.importers.uploads.test_import_pages import stored
from tests.incidents.queue import work_off

pytestmark = pytest.mark.django_db
with_worker = pytest.mark.django_db(transaction=True)

PAGE = "/desk/incidents/import/upload/"
BROKEN = b'{"id": "bad", "title": ""}'


def event(id: str, killed: int, **more: Any) -> Record:
    return record(count(1, exactly(killed), "paper"), id=id, title=f"The event {id}", **more)


def lines(*records: Record | bytes) -> bytes:
    return b"".join((each if isinstance(each, bytes) else canonical(each)) + b"\n" for each in records)


def send(client: Client, content: bytes, name: str = "all.ndjson", **typed: Any) -> Any:
    file = SimpleUploadedFile(name, content)
    return client.post(PAGE, {"format": "records", "file": file} | typed, follow=True)


def begin(client: Client) -> Any:
    return client.post(f"{PAGE}{Upload.objects.get().pk}/begin/", follow=True)


def test_records_are_looked_at_before_anything_is_imported() -> None:
    text = send(at_the_desk("editor"), lines(event("one", 3, date="2014-03-05"), BROKEN)).content.decode()

    assert "The event one" in text
    assert "2014-03-05" in text
    assert "Record 2: title" in text
    assert "<strong>1</strong> new" in text
    assert "It has 2 records." in text
    assert not Incident.objects.exists()
    assert not Import.objects.exists()


@with_worker
def test_the_worker_imports_them_and_the_page_says_what_came_of_them() -> None:
    editor = at_the_desk("editor")
    send(editor, lines(event("one", 3), BROKEN))
    page = begin(editor)
    assert "waiting for a worker" in page.content.decode()
    work_off()

    text = editor.get(page.request["PATH_INFO"]).content.decode()
    assert "2 records read, 1 refused" in text
    assert "Record 2: title" in text
    assert build(Incident.objects.get()).title == "The event one"
    assert stored() == []


@with_worker
def test_refused_records_are_mended_and_handed_in_again() -> None:
    editor = at_the_desk("editor")
    send(
        editor, lines(event("one", 3), orjson.dumps(orjson.loads(canonical(event("two", 4))) | {"title": ""}))
    )
    begin(editor)
    work_off()
    answer: Any = editor.get(f"/desk/incidents/import/{Import.objects.get().pk}/rejects/")
    given = b"".join(answer.streaming_content)

    mended = orjson.dumps(orjson.loads(given) | {"title": "The event two"})
    assert "<strong>1</strong> new" in send(editor, mended).content.decode()


def test_a_record_that_would_change_an_incident_is_told_beforehand() -> None:
    load(event("one", 3))
    load(event("two", 3))

    text = send(at_the_desk("editor"), lines(event("one", 3), event("two", 4))).content.decode()
    assert "is at the desk already, exactly so" in text
    assert "is at the desk already, and would be changed;" in text
    assert "<strong>1</strong> changed" in text


@with_worker
def test_what_a_record_changed_is_its_editors_act_in_the_history() -> None:
    before = build(load(event("one", 3)))
    editor = at_the_desk("editor")
    send(editor, lines(event("one", 4)))
    begin(editor)
    work_off()

    first, last = Snapshot.objects.of("incidents", "one").order_by("pk")
    assert first.text.encode() == canonical(before)
    assert last.by is not None
    assert last.by.get_username() == "a-editor"


@with_worker
@override_settings(REVIEW_REQUIRED=True)
def test_nobody_approves_what_they_handed_in_themselves() -> None:
    editor = at_the_desk("editor")
    send(editor, lines(event("one", 3)), publish="on")
    begin(editor)
    work_off()
    incident, by = Incident.objects.get(), Import.objects.get().by
    assert by is not None
    send_to_review(incident, by=by)

    assert not Edition.objects.exists()
    with pytest.raises(Refused):
        approve(incident, by=by)


@with_worker
def test_they_are_published_by_somebody_who_may() -> None:
    editor = at_the_desk("editor")
    send(editor, lines(event("one", 3)), publish="on")
    begin(editor)
    work_off()

    assert Edition.objects.get().incident == "one"


def test_contributors_hand_in_no_records() -> None:
    assert send(at_the_desk("contributor"), lines(event("one", 3))).status_code == 403
    assert not Upload.objects.exists()


@pytest.mark.parametrize("name", ["release", "licence", "redistributable"])
def test_what_is_declared_of_a_dataset_is_not_declared_of_records(name: str) -> None:
    page = send(at_the_desk("curator"), lines(event("one", 3)), **{"licence": "CC BY 4.0", name: "on"})

    assert name in page.context["form"].errors
    assert stored() == []


def test_a_record_within_an_archive_is_named_by_its_file() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("events/one.json", canonical(event("one", 3)))
        archive.writestr("events/bad.json", BROKEN)

    text = send(at_the_desk("editor"), packed.getvalue(), "all.zip").content.decode()
    assert "1 in <bdi>events/one.json</bdi>" in text
    assert "Record 2 in <bdi>events/bad.json</bdi>: title" in text


def test_a_record_that_stands_there_twice_is_told_beforehand() -> None:
    text = send(at_the_desk("editor"), lines(event("one", 3), event("one", 4))).content.decode()

    assert "Record 2: id: “one” stands in the file twice" in text


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\x00\xff\x00", b"[]", b'[{"id": ["one"]}, 7, null]'])
def test_whatever_is_handed_in_as_records_gives_a_page(content: bytes) -> None:
    assert send(at_the_desk("editor"), content).status_code == 200


def test_a_file_without_records_says_so_and_is_not_kept() -> None:
    page = send(at_the_desk("editor"), b"\n\n")

    assert page.context["form"].errors["file"] == ["all.ndjson: holds no record"]
    assert stored() == []


@with_worker
def test_a_worker_that_is_asked_to_end_leaves_the_other_records_to_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor = at_the_desk("editor")
    send(editor, lines(event("one", 3), event("two", 4)))
    begin(editor)
    monkeypatch.setattr(stopping, "is_set", lambda: True)
    work_off()
    assert Upload.objects.get().state == UploadState.WAITING

    monkeypatch.undo()
    work_off()
    run = Import.objects.get()
    assert (Upload.objects.get().state, run.new, run.refused) == (UploadState.DONE, 2, 0)
