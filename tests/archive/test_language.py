"""Words in the language at hand, and the way in which texts run."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.language import (
    direction_of,
    gettext,
    in_english,
    language,
    ngettext,
    pgettext,
    speaking,
)


class Louder(NullTranslations):
    """Says everything in capital letters."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper()

    def pgettext(self, context: str, message: str) -> str:
        return f"{message} ({context})".upper()

    def info(self) -> dict[str, str]:
        return {"language": "loud"}


def test_words_are_english_unless_something_else_is_spoken() -> None:
    assert (gettext("a claim"), ngettext("one", "several", 2), pgettext("Rank", "normal")) == (
        "a claim",
        "several",
        "normal",
    )
    assert language() == "en"


def test_words_are_in_the_language_that_is_spoken() -> None:
    with speaking(Louder()):
        assert (gettext("a claim"), ngettext("one", "several", 1)) == ("A CLAIM", "ONE")
        assert pgettext("Rank", "normal") == "NORMAL (RANK)"
        assert language() == "loud"


def test_a_language_is_spoken_until_its_end_even_if_something_fails() -> None:
    with pytest.raises(ValueError, match="broken"), speaking(Louder()):
        raise ValueError("broken")

    assert gettext("a claim") == "a claim"


def test_what_is_stored_is_english_whatever_is_spoken() -> None:
    stored = in_english(lambda word: gettext(word))

    with speaking(Louder()):
        assert stored("a claim") == "a claim"
        assert gettext("a claim") == "A CLAIM"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Killa Saifullah", "ltr"),
        ("قلعہ سیف اللہ", "rtl"),
        ("שלום", "rtl"),
        ("28–30 قلعہ", "rtl"),
        ("“7 February”", "ltr"),
        ("28–30+", ""),
        ("", ""),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, direction: str) -> None:
    assert direction_of(text) == direction


@given(st.text())
def test_every_text_has_one_direction_or_none(text: str) -> None:
    assert direction_of(text) in ("ltr", "rtl", "")


@given(st.text(alphabet="0123456789 .,–+()"), st.sampled_from([("a", "ltr"), ("ا", "rtl")]))
def test_signs_and_numbers_before_the_first_letter_count_for_nothing(
    signs: str, letter: tuple[str, str]
) -> None:
    text, direction = letter

    assert direction_of(signs + text) == direction
