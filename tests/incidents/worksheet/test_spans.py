"""Stretches of a text, its paragraphs and where quotes stand in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incidents.worksheet.quotes import stands, wherever
from incidents.worksheet.spans import Among, Span, locator, paragraphs

TEXT = "\nA headline\n\n  At least 14 died.\u00a0 \r\nThe end"


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    assert [span.of(TEXT) for span in paragraphs(TEXT)] == ["A headline", "At least 14 died.", "The end"]


def test_a_locator_counts_paragraphs() -> None:
    assert locator(TEXT, TEXT.index("14")) == "paragraph 2"
    assert locator(TEXT, 0) == ""


def test_stretches_meet_where_they_share_a_character() -> None:
    assert Span(0, 3).meets(Span(2, 4))
    assert not Span(0, 3).meets(Span(3, 4))
    assert Span(0, 3).holds(Span(0, 3))


def test_a_quote_is_found_however_its_white_space_runs() -> None:
    found = stands("At  least\n14", TEXT)

    assert found is not None
    assert found.of(TEXT) == "At least 14"


def test_a_quote_is_looked_for_within_a_stretch_alone() -> None:
    assert stands("headline", TEXT, Span(12, len(TEXT))) is None
    assert stands(" ", TEXT) is None


def test_small_letters_find_large_ones_where_nothing_is_written_so() -> None:
    assert stands("AT LEAST", TEXT) == Span(15, 23)
    assert stands("at least", "İ At least") is None


def test_words_are_looked_for_wherever_they_stand_whole() -> None:
    text = f"{TEXT}, at leasts, at\nleast"
    found = [span.of(text) for span in wherever("AT  least", text)]

    assert found == ["At least", "at\nleast"]
    assert wherever("14", TEXT) == wherever("", TEXT) == ()


@given(st.text(alphabet="ab \n\r\t\u2028ل", max_size=40))
def test_no_paragraph_begins_or_ends_with_white_space(text: str) -> None:
    found = [span.of(text) for span in paragraphs(text)]

    assert all(words and words == words.strip() for words in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_of_things_among_others_those_that_meet_a_stretch_are_found() -> None:
    among = Among([Span(0, 2), Span(1, 9), Span(3, 4), Span(6, 8)], lambda span: span)

    assert list(among.meeting(Span(4, 6))) == [Span(1, 9)]
    assert list(among.meeting(Span(9, 12))) == []
