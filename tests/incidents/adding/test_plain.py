"""What is read in plain words about a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dates import bounds
from incidents.adding.plain import LONGEST_WORDS, MOST_NAMES, read_words


def test_a_title_a_day_and_a_name_are_read() -> None:
    found = read_words("“Four die in blast”, Dawn, 7 February 2024, p. 3")

    assert (found.title, found.published, found.description) == ("Four die in blast", "2024-02-07", "")
    assert "Dawn" in found.names


@pytest.mark.parametrize("words", ['"Four die"', "«Four die»", "„Four die“", "He said “no” in “Four die”"])
def test_the_longest_words_in_quotation_marks_are_the_title(words: str) -> None:
    assert read_words(words).title == "Four die"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Dawn, 2024-02-07", "2024-02-07"),
        ("Dawn, 2024-02", "2024-02"),
        ("Dawn, February 7, 2024", "2024-02-07"),
        ("Dawn, 7th Feb 2024", "2024-02-07"),
        ("Dawn, Feb 2024", "2024-02"),
        ("Dawn, 2024", "2024"),
        ("Dawn, 2024-13-07", ""),
        ("Dawn, 31 February 2024", "2024-02"),
        ("Dawn, 7 Febuary 2024", "2024"),
        ("Dawn, page 2024001", ""),
    ],
)
def test_a_day_is_read_where_it_is_sure(words: str, day: str) -> None:
    assert read_words(words).published == day


def test_a_year_within_the_title_is_not_the_day() -> None:
    assert read_words("“The bombings of 2013”, a leaflet").published == ""


def test_words_without_a_title_describe_the_source() -> None:
    found = read_words("A leaflet given out\nin the market, see https://example.org/a?utm_id=1.")

    assert found.description == "A leaflet given out in the market, see"
    assert found.address == "https://example.org/a"


def test_a_whole_text_is_the_source_s_own() -> None:
    text = "Four die in blast\nBy Asif Khan\n7 February 2024\n" + "It was loud. " * 60
    found = read_words(text)

    assert (found.title, found.published, found.text) == ("Four die in blast", "2024-02-07", text.strip())
    assert found.description == ""


def test_a_long_first_line_is_no_title() -> None:
    assert read_words("It was loud. " * 60).title == ""


def test_only_so_many_names_are_looked_for() -> None:
    assert len(read_words(", ".join(f"Name {number}" for number in range(60))).names) == MOST_NAMES


@given(st.text(max_size=2 * LONGEST_WORDS))
def test_any_text_is_read(text: str) -> None:
    found = read_words(text)

    assert "\n" not in found.title + found.description
    if found.published:
        bounds(found.published)


LOUD = "It was loud. " * 60


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Four die\nBy Asif Khan | Dawn | February 7, 2024\n{LOUD}", "Dawn"),
        (f"Four die\nAFP\n{LOUD}", "AFP"),
        (f"Four die\nQUETTA, Pakistan (AFP) – {LOUD}", "AFP"),
        (f"Four die\n{LOUD}\nPublished in Dawn, February 7th, 2024", "Dawn"),
    ],
)
def test_a_publication_is_read_in_the_lines_of_a_text_that_are_no_sentences(text: str, name: str) -> None:
    assert name in read_words(text).names


@pytest.mark.parametrize(
    "text",
    [
        f"Four die, Amaq\n{LOUD}",
        f"Four die\nThe group claimed it through its Amaq news agency, Amaq, (Amaq) said.\n{LOUD}",
        f"Four die\nOn 7 February 2024, Amaq, its agency, said so.\n{LOUD}",
    ],
)
def test_a_name_in_a_sentence_of_a_text_or_in_its_title_is_no_publication_of_it(text: str) -> None:
    assert not [name for name in read_words(text).names if "Amaq" in name and name != "Four die, Amaq"]


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Four die in blast, Dawn, 7 February 2024", "Four die in blast"),
        ("Four die in blast - Dawn (7 February 2024)", "Four die in blast"),
        ("Four die in Dawn raid of 7 February 2024", "Four die in Dawn raid of 7 February 2024"),
        ("Dawn, 7 February 2024", "Dawn, 7 February 2024"),
    ],
)
def test_the_publication_and_the_day_that_stand_apart_are_no_description(words: str, rest: str) -> None:
    assert read_words(words).rest("Dawn") == rest


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("“Four die”, The Guardian, 7 February 2024", "The Guardian"),
        ("Four die, Quetta Herald, 2024", "Quetta Herald"),
        ("“Four die”, Asif Khan, 2024", ""),
        ("The Guardian", ""),
    ],
)
def test_a_name_that_can_only_be_a_publication_s_is_one(words: str, name: str) -> None:
    assert read_words(words).newcomer == name
