"""A file at the desk: handed in, looked at, imported, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from incidents.importers.running.rows_in_words import said_by
from incidents.models import DatasetRow, Import, Incident, Upload, UploadState
from tests.incidents.desk import at_the_desk
from tests.incidents.importers import maps
from tests.incidents.importers.running.files import take, write
from tests.incidents.importers.uploads.handed_in import hand_in
from tests.incidents.importers.wikipedia.article import TEXT, export, page
from tests.incidents.queue import work_off

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/desk/incidents/import/upload/"


def send(client: Client, rows: list[dict[str, str]], folder: Path, **typed: Any) -> Any:
    file = write(folder / "ged231.csv", "ucdp", rows)
    return send_bytes(client, file.name, file.read_bytes(), **typed)


def send_bytes(client: Client, name: str, content: bytes, **typed: Any) -> Any:
    file = SimpleUploadedFile(name, content)
    return client.post(PAGE, {"format": "ucdp", "file": file} | typed, follow=True)


def stored() -> list[str]:
    return [path.name for path in Path(settings.IMPORTS_DIR).rglob("*") if path.is_file()]


def test_a_file_is_looked_at_before_anything_is_imported(tmp_path: Path) -> None:
    page = send(at_the_desk("editor"), [{"id": "1", "best": "7"}, {"id": "2", "best": "x"}], tmp_path)

    text = page.content.decode()
    assert "Line 3: best" in text
    assert "release 23.1" in text
    assert "<strong>1</strong> new" in text
    assert stored() == ["ged231.csv"]
    assert not Incident.objects.exists()


def test_begun_it_is_imported_by_the_worker_and_the_page_says_what_came_of_it(tmp_path: Path) -> None:
    editor = at_the_desk("editor")
    send(editor, [{"id": "1"}, {"id": "2", "best": "x"}], tmp_path, publish="on")
    upload = Upload.objects.get()
    page = editor.post(f"{PAGE}{upload.pk}/begin/", follow=True)
    assert "waiting for a worker" in page.content.decode()
    work_off()

    text = editor.get(page.request["PATH_INFO"]).content.decode()
    assert "<strong>1</strong> editions published" in text
    assert "Line 3: best" in text
    assert stored() == []


def test_the_refused_rows_come_back_as_a_file_that_can_be_mended(tmp_path: Path) -> None:
    editor = at_the_desk("editor")
    send(editor, [{"id": "2", "best": "x"}], tmp_path)
    editor.post(f"{PAGE}{Upload.objects.get().pk}/begin/")
    work_off()
    answer = editor.get(f"/desk/incidents/import/{Import.objects.get().pk}/rejects/")

    mended = b"".join(answer.streaming_content).replace(b",x,", b",5,")  # type: ignore[attr-defined]
    page = send_bytes(editor, "mended.csv", mended)
    assert "<strong>1</strong> new" in page.content.decode()
    assert stored() == ["mended.csv"]


def test_thrown_away_nothing_of_it_is_left(tmp_path: Path) -> None:
    editor = at_the_desk("editor")
    send(editor, [{"id": "1"}], tmp_path)
    editor.post(f"{PAGE}{Upload.objects.get().pk}/discard/")

    assert not Upload.objects.exists()
    assert stored() == []


def test_what_has_begun_is_not_thrown_away() -> None:
    editor = at_the_desk("editor")
    upload = hand_in([{"id": "1"}])
    editor.post(f"{PAGE}{upload.pk}/begin/")
    editor.post(f"{PAGE}{upload.pk}/discard/")

    assert Upload.objects.get().state == UploadState.WAITING
    assert stored() == ["ged.csv"]


def test_the_same_file_is_not_imported_twice_at_once(tmp_path: Path) -> None:
    editor = at_the_desk("editor")
    for _ in range(2):
        send(editor, [{"id": "1"}], tmp_path)
    first, second = Upload.objects.order_by("pk")
    editor.post(f"{PAGE}{first.pk}/begin/")
    page = editor.post(f"{PAGE}{second.pk}/begin/", follow=True)
    assert "the same file is being imported already" in page.content.decode()

    work_off()
    editor.post(f"{PAGE}{second.pk}/begin/")
    work_off()
    assert [(run.new, run.unchanged) for run in Import.objects.order_by("pk")] == [(1, 0), (0, 1)]


def test_a_file_that_cannot_be_read_says_so_and_is_not_kept() -> None:
    page = send_bytes(at_the_desk("editor"), "holiday.csv", b"a,b\n1,2\n")

    assert "holiday.csv" in page.context["form"].errors["file"][0]
    assert stored() == []
    assert not Upload.objects.exists()


@override_settings(IMPORT_MAX_MB=0)
def test_a_file_that_is_too_large_is_not_stored(tmp_path: Path) -> None:
    page = send(at_the_desk("editor"), [{"id": "1"}], tmp_path)

    assert page.context["form"].errors["file"] == [
        "The file has more than 0 MB: pack it, or import it in parts."
    ]
    assert stored() == []


@pytest.mark.parametrize(
    "name", ["../../escape.csv", "a" * 300 + ".csv", "…\x07.csv", ".csv", "zwölf Ereignisse.csv"]
)
def test_whatever_a_file_is_called_it_stays_in_its_folder(name: str, tmp_path: Path) -> None:
    file = write(tmp_path / "ged.csv", "ucdp", [{"id": "1"}])
    send_bytes(at_the_desk("editor"), name, file.read_bytes())

    (path,) = [path for path in Path(settings.IMPORTS_DIR).rglob("*") if path.is_file()]
    assert path.parent.parent == Path(settings.IMPORTS_DIR)
    assert path.name == Upload.objects.get().file


@override_settings(REVIEW_REQUIRED=True)
def test_where_a_second_person_must_approve_no_import_publishes(tmp_path: Path) -> None:
    editor = at_the_desk("editor")
    send(editor, [{"id": "1"}], tmp_path, publish="on")

    assert not Upload.objects.get().publish


def test_only_a_curator_declares_a_licence(tmp_path: Path) -> None:
    declared = {"licence": "By letter", "redistributable": "on"}
    send(at_the_desk("editor"), [{"id": "1"}], tmp_path, **declared)
    send(at_the_desk("curator"), [{"id": "1"}], tmp_path, **declared)

    assert list(Upload.objects.order_by("pk").values_list("licence", flat=True)) == ["", "By letter"]


def test_permission_to_publish_needs_the_licence_that_gives_it(tmp_path: Path) -> None:
    page = send(at_the_desk("curator"), [{"id": "1"}], tmp_path, redistributable="on")

    assert "licence" in page.context["form"].errors


def test_a_run_that_failed_is_told_on_the_first_page_and_goes_on(tmp_path: Path) -> None:
    editor = at_the_desk("editor")
    upload = hand_in([{"id": "1"}])
    path = Path(settings.IMPORTS_DIR) / upload.stored / upload.file
    kept = path.rename(tmp_path / "kept.csv")
    editor.post(f"{PAGE}{upload.pk}/begin/")
    work_off()
    assert "cannot be read" in editor.get("/desk/").content.decode()

    kept.rename(path)
    editor.post(f"/desk/incidents/import/{Import.objects.get().pk}/resume/")
    work_off()
    assert Import.objects.get().state == "done"
    assert "No import failed." in editor.get("/desk/").content.decode()


def test_rows_that_a_newer_file_lacks_are_listed_with_their_incidents(tmp_path: Path) -> None:
    take(write(tmp_path / "ged221.csv", "ucdp", [{"id": "1"}, {"id": "2"}]))
    run = take(write(tmp_path / "ged231.csv", "ucdp", [{"id": "2"}]))

    text = at_the_desk("editor").get(f"/desk/incidents/import/{run.pk}/change/").content.decode()
    incident = Incident.objects.get(key="ucdp-1")
    assert f"/desk/incidents/incident/{incident.pk}/change/" in text.partition("Rows of earlier files")[2]


def test_how_far_a_run_has_come_is_asked_for_alone() -> None:
    editor = at_the_desk("editor")
    upload = hand_in([{"id": "1"}])
    editor.post(f"{PAGE}{upload.pk}/begin/")

    answer = editor.get(f"/desk/incidents/import/{Import.objects.get().pk}/progress/")
    assert 'data-goes-on="1"' in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_articles_come_in_by_the_export_of_their_wiki(tmp_path: Path) -> None:
    editor = at_the_desk("editor")
    content = export(tmp_path, page(("123", "2024-02-07T10:00:00Z", TEXT))).read_bytes()
    seen = send_bytes(editor, "Wikipedia.xml", content, format="wikipedia").content.decode()
    assert "Example bombings" in seen
    assert "left out: inquiry" in seen
    assert "and 2 more" in seen
    editor.post(f"{PAGE}{Upload.objects.get().pk}/begin/")
    work_off()

    row = DatasetRow.objects.get()
    assert (row.external_id, row.release, row.standing) == ("en-77", "123", "own")
    assert "28–30+" in said_by(row)["killed"]


def test_articles_are_not_handed_in_to_be_published(tmp_path: Path) -> None:
    content = export(tmp_path, page(("123", "2024-02-07T10:00:00Z", TEXT))).read_bytes()
    seen = send_bytes(at_the_desk("editor"), "Wikipedia.xml", content, format="wikipedia", publish="on")

    assert seen.context["form"].errors["publish"][0].startswith("Articles become drafts")
    assert stored() == []


def with_mapping(client: Client, **fields: Any) -> Any:
    file = SimpleUploadedFile("list.csv", b"No,City\n7,Strelsau\n")
    text = yaml.safe_dump(maps.PLAIN | fields).encode()
    typed = {"format": "by-mapping", "file": file, "mapping": SimpleUploadedFile("list.yaml", text)}
    return client.post(PAGE, typed, follow=True)


def test_any_list_comes_in_by_a_mapping_file() -> None:
    editor = at_the_desk("editor")
    page = with_mapping(editor)
    assert "Zenda List of Incidents" in page.content.decode()
    editor.post(f"{PAGE}{Upload.objects.get().pk}/begin/")
    work_off()

    row = DatasetRow.objects.get()
    assert (row.external_id, row.standing) == ("7", "own")
    assert said_by(row)["place"].startswith("Strelsau")


def test_a_mapping_file_that_makes_no_format_says_why() -> None:
    page = with_mapping(at_the_desk("editor"), weather="Sun")

    assert "weather" in page.context["form"].errors["mapping"][0]
    assert stored() == []


def test_any_list_needs_its_mapping_file() -> None:
    page = send_bytes(at_the_desk("editor"), "list.csv", b"No\n7\n", format="by-mapping")

    assert page.context["form"].errors["mapping"][0].startswith("Choose the mapping file")


def test_a_mapping_that_declares_a_licence_is_a_curators() -> None:
    dataset = maps.PLAIN["dataset"] | {"redistributable": "true", "licence": "CC BY 4.0"}
    with_mapping(at_the_desk("editor"), dataset=dataset)
    assert not Upload.objects.exists()

    with_mapping(at_the_desk("curator"), dataset=dataset)
    assert Upload.objects.exists()
