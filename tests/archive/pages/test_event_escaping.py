"""Text from records is text, wherever on the page it stands."""

from __future__ import annotations

from typing import Any

from archive.figures import with_figures
from archive.pages.render import render_event
from archive.record import Citation, Claimant, make_record
from archive.vocabulary import Property, Rank
from tests.archive.pages.markup import Page
from tests.builders import (
    actor,
    attack,
    count,
    exactly,
    happened_at,
    place,
    publication,
    record,
    responsible,
    source,
    statement,
)

PAYLOAD = "<script>alert('x')</script>\" onload=\"x <b>'&amp;"


def hostile() -> Page:
    cited = (Citation(source="s1", locator=PAYLOAD, quote=PAYLOAD, reported_via=("p1",)),)
    said: dict[str, Any] = {
        "claimant": Claimant(actor="a1", role=PAYLOAD),
        "citations": cited,
        "stated": PAYLOAD,
    }
    made = record(
        statement(1, PAYLOAD, citations=cited),
        count(2, exactly(3), attack=1, rank=Rank.DEPRECATED, rank_reason=PAYLOAD, **said),
        count(3, exactly(4), superseded_by=4, superseded_reason=PAYLOAD, **said),
        count(4, exactly(5), **said),
        count(5, exactly(6), measure=Property.INJURED, **said),
        responsible(6, "a1", **said),
        happened_at(7, "p1", **said),
        title=PAYLOAD,
        attacks=[attack(1, label=PAYLOAD)],
        entities=[
            actor("a1", name=PAYLOAD),
            place("p1", name=PAYLOAD),
            publication("p1", name=PAYLOAD),
            source("s1", title=PAYLOAD, note=PAYLOAD, publication="p1", authors=(PAYLOAD,), version=PAYLOAD),
        ],
    ).model_dump(mode="json", by_alias=True)
    made["claims"] += [
        {"number": 8, "property": "image", "citations": [{"source": "s1"}]}
        | {"value": {"caption": PAYLOAD, "credit": PAYLOAD, "rights": PAYLOAD, "place": PAYLOAD}},
        {"number": 9, "property": "see_also", "value": {"title": PAYLOAD}, "citations": [{"source": "s1"}]},
        {"number": 10, "property": "name", "value": {"text": PAYLOAD}, "citations": [{"source": "s1"}]},
        {"number": 11, "property": "motive", "value": {"text": PAYLOAD}, "citations": [{"source": "s1"}]},
    ]
    return Page(render_event(with_figures(make_record(made))))


def test_markup_in_a_record_is_shown_and_never_run() -> None:
    page = hostile()

    assert not [element for element in page.all() if element.tag in ("script", "b")]
    assert not [element for element in page.all() if "onload" in element.attributes]
    assert page.text.count(PAYLOAD) > 20


def test_text_of_any_direction_is_kept_from_the_text_around_it() -> None:
    urdu = "کوئٹہ میں دھماکہ (1)"
    citation = Citation(source="s1", locator=urdu, quote=urdu)
    said = statement(1, urdu, citations=(citation,))
    counted = count(2, exactly(3), stated=urdu, claimant=Claimant(role=urdu), citations=(citation,))
    page = Page(render_event(with_figures(record(said, counted, title=urdu))))

    (body,) = [each for each in page.all() if each.tag == "body"]
    runs = [words for words in body.words if urdu in words]
    isolated = [each for each in body.all() if each.tag == "bdi" and urdu in each.text]
    assert len(runs) == len(isolated) > 5


def test_lines_of_a_statement_stay_apart() -> None:
    event = record(statement(1, "First.\n\nSecond & last."))

    assert "First.<br><br>Second &amp; last." in render_event(with_figures(event))
