"""What feeds say is text that XML can hold, and says nothing of what was retracted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from archive.answers import Composer, EditionHeader, IncidentBrief
from archive.figures import with_figures
from archive.news import SILENT, clean, in_short, text_of, title_of
from archive.record import Record
from archive.vocabulary import EditionKind, Population
from tests.builders import at_least, at_most, count, exactly, record, vague

WHEN = datetime(2024, 2, 7, tzinfo=UTC)
HEADER: dict[str, Any] = {"number": 1, "kind": EditionKind.FIRST, "published_at": WHEN, "incident": "event-1"}
EMPTY = dict.fromkeys(("note", "sha256", "previous", "seal", "api_url", "page_url"), "")


def brief(made: Record) -> IncidentBrief:
    made = with_figures(made)
    return Composer(made, EditionHeader(**HEADER, **EMPTY), WHEN, WHEN, "http://127.0.0.1:8000").brief()


@given(st.text())
def test_any_text_can_stand_in_xml(text: str) -> None:
    fromstring(f"<a>{escape(clean(text))}</a>")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])))
def test_what_xml_can_hold_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_an_incident_in_short_tells_day_place_and_figures() -> None:
    made = record(count(1, at_least(28)), count(2, at_least(30)), date="2024-02-07", place="p1")

    assert in_short(brief(made)) == "7 February 2024, Place p1. Killed: 28–30+."


def test_what_is_not_known_is_not_told() -> None:
    civilians = exactly(3, population=Population.CIVILIANS)

    assert in_short(brief(record(count(1, vague()), count(2, civilians)))) == "Undated."


def test_a_figure_that_is_open_below_says_so() -> None:
    assert in_short(brief(record(count(1, at_most(10))))) == "Undated. Killed: up to 10."


def test_a_correction_is_named_with_its_note() -> None:
    assert title_of(EditionKind.CORRECTION, "An event") == "Correction: An event"
    assert text_of(EditionKind.CORRECTION, "The day was wrong.") == "The day was wrong."


def test_an_update_without_a_note_leads_to_the_history() -> None:
    assert text_of(EditionKind.UPDATE, "") == SILENT


def test_a_retraction_gives_its_reason_and_not_the_title() -> None:
    assert title_of(EditionKind.RETRACTION, "An event") == "An incident was retracted"
    assert text_of(EditionKind.RETRACTION, "It never happened.").endswith("The reason: It never happened.")
