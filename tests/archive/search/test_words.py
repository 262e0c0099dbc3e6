"""Every way of writing a word gives one term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.words import LONGEST, terms_of, words_of


@pytest.mark.parametrize(
    ("written", "also"),
    [
        ("Bombings", "bombing"),
        ("candidate’s", "candidates"),
        ("QILĀ SAIFULLĀH", "qila saifullah"),
        ("cafe\u0301", "café"),
        ("Łódź, Ærø", "lodz aero"),
        ("STRASSE", "straße"),
        ("Jamiat Ulema-e-Islam", "jamiat ulema e islam"),
        ("28–30+", "28 30"),
        ("Sana'a", "Sanaa"),
        ("قلعہ سیف اللہ", "قلعه سيف الله"),
        ("قِلعہ", "قلعہ"),
        ("كوئٹہ", "کوئٹہ"),
        ("مس\u200cتونگ", "مستونگ"),
        ("بلوچســتان", "بلوچستان"),
        ("۲۰۲۴", "2024"),
        ("أحمد", "احمد"),
        ("Ⅷ ① ﬁ", "viii 1 fi"),
    ],
)
def test_two_ways_of_writing_are_one(written: str, also: str) -> None:
    assert terms_of(written) == terms_of(also)


@pytest.mark.parametrize(("one", "other"), [("Killa", "Qila"), ("मी", "मू"), ("خان", "جان")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert terms_of(one) != terms_of(other)


def test_a_word_of_any_length_has_a_term_of_some_length() -> None:
    assert [len(term) for term in terms_of("1" * 500)] == [LONGEST]


def test_a_word_is_shown_with_the_marks_on_its_last_letter() -> None:
    text = "قلعہِ x"

    (first, _) = words_of(text)

    assert text[first.start : first.end] == "قلعہِ"


@given(st.text())
def test_the_words_of_a_text_and_its_terms_are_the_same(text: str) -> None:
    words = words_of(text)

    assert [word.term for word in words] == terms_of(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


@given(st.text())
def test_a_term_is_made_of_nothing_that_an_engine_would_read_as_a_sign(text: str) -> None:
    assert all(not set(term) & set("'\"\\:·*()-^+ \0") for term in terms_of(text))
