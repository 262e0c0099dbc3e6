"""A copy is typed, or uploaded as a file; the next one tells what changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from sources.captures.keeping import body_in
from sources.models import Capture, Means
from tests.incidents import rows
from tests.incidents.captured import SENTENCE
from tests.incidents.desk import at_the_desk
from tests.sources.captures.documents import PIXEL, bundle, page, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    rows.furnish()
    return at_the_desk("contributor")


def handed_in(desk: Client, content: bytes = b"", day: int = 8, **typed: Any) -> Any:
    moment = {"captured_at_0": f"2024-02-{day:02}", "captured_at_1": "10:00:00"}
    file = {"file": SimpleUploadedFile("saved.exe", content)} if content else {}
    given = {"source": 1, "text": "", "media_type": "text/plain", **moment, **file, **typed}
    return desk.post("/desk/sources/capture/add/", given)


def page_of(desk: Client, copy: Capture, asked: str = "") -> str:
    return desk.get(f"/desk/sources/capture/{copy.pk}/change/{asked}").content.decode()


def errors(answer: Any) -> str:
    return str(answer.context["adminform"].form.errors)


@pytest.mark.parametrize(
    ("content", "media_type", "text"),
    [
        (pdf("Eighty-five dead"), "application/pdf", "Eighty-five dead"),
        (page(SENTENCE), "text/html", SENTENCE),
        (bundle(page(SENTENCE)), "text/html", SENTENCE),
        (b"Eighty-five dead", "text/plain", "Eighty-five dead"),
    ],
)
def test_a_file_is_read_and_kept_as_it_is(desk: Client, content: bytes, media_type: str, text: str) -> None:
    handed_in(desk, content)

    copy = Capture.objects.get()
    assert (copy.how, copy.media_type) == (Means.UPLOADED, media_type)
    assert text in copy.text
    assert body_in(copy.stored) == content
    assert str(copy.by) == "a-contributor"


def test_what_an_image_says_is_typed(desk: Client) -> None:
    handed_in(desk, PIXEL, text="Eighty-five dead")

    copy = Capture.objects.get()
    assert (copy.media_type, copy.text) == ("image/png", "Eighty-five dead")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 an archive", "The file is none of these"),
        (b"%PDF-1.4 nonsense", "The PDF cannot be read"),
        (b"", "Type or paste the text, or choose a file."),
    ],
)
def test_what_cannot_be_a_copy_is_refused_in_words(desk: Client, content: bytes, words: str) -> None:
    assert words in errors(handed_in(desk, content))
    assert not Capture.objects.exists()


def test_a_copy_of_a_moment_to_come_would_be_the_newest_for_ever_and_is_refused(desk: Client) -> None:
    tomorrow = timezone.now() + timedelta(days=1)

    answer = handed_in(desk, text="Eighty-five dead", captured_at_0=f"{tomorrow:%Y-%m-%d}")

    assert "This moment is still to come" in errors(answer)
    assert not Capture.objects.exists()


def test_a_copy_tells_what_changed_since_the_one_before(desk: Client) -> None:
    handed_in(desk, text="85 dead\nMore to come", day=8)
    handed_in(desk, text="128 dead\nMore to come", day=9)
    first, newest = Capture.objects.order_by("captured_at")

    assert '<del dir="auto"><mark>85</mark> dead</del><ins dir="auto"><mark>128</mark> dead</ins>' in page_of(
        desk, newest
    )
    assert "<ins" not in page_of(desk, first)


def test_a_copy_is_compared_with_the_last_one_got_in_the_same_way_or_with_one_that_is_chosen(
    desk: Client,
) -> None:
    handed_in(desk, text="85 dead", day=7)
    handed_in(desk, pdf("Eighty-five dead"), day=8)
    handed_in(desk, text="128 dead", day=9)
    first, upload, newest = Capture.objects.order_by("captured_at")

    assert "What changed since 7 February 2024" in page_of(desk, newest)
    assert "What changed since 8 February 2024" in page_of(desk, newest, f"?compare={upload.pk}")
    assert "No earlier copy was got in the same way" in page_of(desk, upload)
    assert "What changed since 7 February 2024" in page_of(desk, upload, f"?compare={first.pk}")


def test_a_copy_without_text_is_compared_with_nothing(desk: Client) -> None:
    handed_in(desk, PIXEL, text="Eighty-five dead", day=8)
    handed_in(desk, PIXEL, day=9)
    said = page_of(desk, Capture.objects.order_by("-captured_at")[0])

    assert "This copy has no text" in said
    assert "What changed" not in said


def test_the_page_of_a_copy_says_what_there_is_and_no_more(desk: Client) -> None:
    done = handed_in(desk, PIXEL)
    copy = Capture.objects.get()
    said = page_of(desk, copy)

    assert done.status_code == 302
    assert str(copy) == "Copy of 8 February 2024, 10:00:00 UTC"
    assert copy.response_sha256 in said
    assert [words for words in (copy.sha256, "address that answered", "found out") if words in said] == []


def test_the_file_is_given_out_as_a_file_and_never_as_a_page(desk: Client) -> None:
    handed_in(desk, page("<script>alert(1)</script>"))
    copy = Capture.objects.get()
    answer: Any = desk.get(f"/desk/sources/capture/{copy.pk}/response/")

    assert answer["Content-Type"] == "application/warc"
    assert answer["Content-Disposition"] == f'attachment; filename="{copy.stored}.warc.gz"'
    assert b"".join(answer).startswith(b"\x1f\x8b")
