"""The numbered references of a page."""

from __future__ import annotations

import pytest
from hypothesis import given

from archive.record import Citation, Record
from archive.references import Names, Passage, format_source, number_references
from archive.vocabulary import Reliance, SourceKind
from tests.builders import publication, record, source, statement
from tests.strategies import records


def said(number: int, *cited: tuple[str, str]) -> object:
    """A statement cited at these (source, locator) pairs."""
    citations = tuple(Citation(source=key, locator=locator) for key, locator in cited)
    return statement(number, f"Sentence {number}.", citations=citations)


def event(*claims: object) -> Record:
    return record(*claims)  # type: ignore[arg-type]


def test_sources_are_numbered_in_the_order_in_which_the_page_first_cites_them() -> None:
    found = number_references(event(said(7, ("b", "")), said(3, ("a", "")), said(5, ("b", ""))))

    assert [(reference.number, reference.source.key) for reference in found.listed] == [(1, "b"), (2, "a")]


def test_a_page_that_shows_some_claims_in_its_own_order_numbers_those() -> None:
    whole = event(said(1, ("a", "")), said(2, ("b", "")), said(3, ("c", "")))

    found = number_references(whole, [whole.claims[2], whole.claims[0]])

    assert [reference.source.key for reference in found.listed] == ["c", "a"]


def test_a_source_cited_at_one_place_has_no_letter() -> None:
    found = number_references(event(said(1, ("a", "lead")), said(2, ("a", "lead"))))

    assert found.listed[0].passages == (Passage("1", "lead", (1, 2)),)


def test_each_place_within_a_source_has_a_letter() -> None:
    found = number_references(
        event(said(1, ("a", "")), said(2, ("b", "lead")), said(3, ("b", "box")), said(4, ("b", "lead")))
    )

    assert found.listed[1].passages == (Passage("2a", "lead", (2, 4)), Passage("2b", "box", (3,)))
    assert found.listed[1].claims == (2, 4, 3)


def test_letters_go_on_after_z() -> None:
    pages = [("a", f"page {number}") for number in range(1, 54)]

    markers = [passage.marker for passage in number_references(event(said(1, *pages))).listed[0].passages]

    assert (markers[0], markers[25], markers[26], markers[52]) == ("1a", "1z", "1aa", "1ba")


def test_a_claim_points_to_each_of_its_passages_once() -> None:
    twice = (
        Citation(source="a", locator="lead", quote="one"),
        Citation(source="a", locator="lead", quote="two"),
    )
    whole = event(statement(1, "Twice.", citations=twice))
    found = number_references(whole)

    assert [passage.marker for passage in found.passages(whole.claims[0])] == ["1"]
    assert found.listed[0].claims == (1,)


def test_a_citation_that_was_not_numbered_has_no_passage() -> None:
    with pytest.raises(KeyError):
        number_references(event()).passage(Citation(source="a"))


@given(records())
def test_every_citation_has_a_passage_that_links_back_to_its_claim(record: Record) -> None:
    found = number_references(record)

    for claim in record.claims:
        assert all(claim.number in passage.claims for passage in found.passages(claim))
    markers = [passage.marker for reference in found.listed for passage in reference.passages]
    assert len(markers) == len(set(markers))


def test_a_source_is_set_out_in_plain_bibliographic_parts() -> None:
    article = source(
        "a",
        "[2024-02-07,2024-02-08]",
        title="Bomb hits office",
        publication="dawn",
        authors=("A. Writer", "B. Writer"),
        language="en",
        version="second",
        url="https://example.org/a",
        relies_on=[
            {"how": Reliance.CREDITS, "publication": "ap"},
            {"how": Reliance.QUOTES, "source": "b"},
        ],
    )
    whole = record(
        statement(1, "A bomb.", "a"),
        entities=[article, publication("dawn", name="Dawn"), publication("ap", name="Associated Press")],
    )

    text = format_source(article, Names(whole))

    assert text.line == "A. Writer, B. Writer, “Bomb hits office”, Dawn, 7 or 8 February 2024, second"
    assert text.relies_on == ("credits Associated Press", "quotes “Title b”")
    assert (text.kind, text.language, text.url, text.archive_url) == ("news article", "en", article.url, "")


def test_what_a_source_is_stands_in_for_a_title_that_is_not_known() -> None:
    analysis = source("a", title="", description="News analysis", kind=SourceKind.ANALYSIS)
    whole = record(statement(1, "A bomb.", "a"), entities=[analysis])

    assert format_source(analysis, Names(whole)).line == "News analysis"
