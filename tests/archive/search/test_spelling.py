"""A mistyped name meets the names that it may have meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search import parsed
from archive.search.spelling import corrections, hints_of, nearest, respelt, spellings_of
from archive.search.words import LONGEST, words_of


def meets(typed: str, name: str) -> bool:
    (one,), (other,) = words_of(typed), words_of(name)
    return bool(hints_of(one.folded) & hints_of(other.folded)) and nearest(one.folded, [name]) == [name]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("saifulah", "Saifullah"),
        ("kila", "Qila"),
        ("pashen", "Pishin"),
        ("kweta", "Quetta"),
        ("mastoong", "Mastung"),
        ("mstung", "Mastung"),
        ("mastugn", "Mastung"),
        ("achakzay", "Achakzai"),
        ("belujistan", "Baluchistan"),
        ("Şaifullah", "Saifullah"),
        ("مستنگ", "مستونگ"),
        ("سیفاللہ", "سيف‌الله"),
    ],
)
def test_a_name_is_recognised_by_how_it_sounds(typed: str, name: str) -> None:
    assert meets(typed, name)


@pytest.mark.parametrize(("typed", "name"), [("2024", "2025"), ("it", "et"), ("quetta", "Lahore")])
def test_what_is_no_name_or_far_from_it_is_not(typed: str, name: str) -> None:
    assert not meets(typed, name)


def test_the_likest_name_comes_first() -> None:
    assert nearest("saifulah", ["Safiullah", "Saifullah", "Saif", "saifullah"]) == ["Saifullah", "Safiullah"]


def test_every_spelling_of_an_entity_is_kept_with_its_hints() -> None:
    place = {"name": "Killa 9", "names": [{"text": "Qila"}, {"text": "x" * (LONGEST + 1)}]}

    assert list(spellings_of(place)) == [("Killa", "kl"), ("Qila", "kl")]


def test_what_was_typed_keeps_its_marks_when_a_word_is_respelt() -> None:
    query = parsed("“qila saifulah” -mastung bommb")
    _, saifulah, bommb = (word for needle in query.wanted for word in needle.words)

    assert respelt(query, {bommb: "bomb", saifulah: "Saifullah"}) == "“qila Saifullah” -mastung bomb"


def test_several_spellings_are_several_corrections() -> None:
    query = parsed("kila pashen")
    kila, pashen = (needle.words[0] for needle in query.wanted)

    assert corrections(query, {kila: ["Qila", "Killa"], pashen: ["Pishin"]}) == [
        "Qila Pishin",
        "Killa Pishin",
    ]


def test_a_word_that_is_like_none_leaves_nothing_to_offer() -> None:
    query = parsed("kila xyzzy")
    kila, xyzzy = (needle.words[0] for needle in query.wanted)

    assert corrections(query, {kila: ["Qila"], xyzzy: []}) == []
    assert corrections(query, {}) == []


@given(st.text())
def test_any_name_has_words_and_hints_that_a_database_holds(name: str) -> None:
    for written, hint in spellings_of({"name": name}):
        assert 0 < len(written) <= LONGEST
        assert 0 < len(hint) <= LONGEST
