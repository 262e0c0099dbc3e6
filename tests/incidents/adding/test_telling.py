"""What somebody pasted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.bibliography import FORMATS
from incidents.adding.telling import tell
from tests.archive.bibliography import zotero


def test_an_entry_is_told_from_words() -> None:
    assert tell(f"\ufeff{zotero.RIS}").form is FORMATS["ris"]
    assert tell("A leaflet, 2024").form is None


def test_an_address_is_brought_to_its_plain_form() -> None:
    assert tell(" www.example.org/a?utm_id=1 ").address == "https://www.example.org/a"


def test_an_address_among_a_few_words_is_one() -> None:
    assert tell("Four die in blast\nhttps://example.org/a?utm_id=1.").address == "https://example.org/a"
    assert tell("https://example.org/a and https://example.org/b").address == ""
    assert tell("It was loud. " * 60 + "https://example.org/a").address == ""


def test_a_copy_of_a_web_archive_leads_to_the_page() -> None:
    copy = "https://web.archive.org/web/20240207/https://example.org/a"
    pasted = tell(copy)

    assert (pasted.address, pasted.copy) == ("https://example.org/a", copy)


@given(st.text())
def test_any_text_is_something(text: str) -> None:
    pasted = tell(text)
    assert not (pasted.form and pasted.address)
