"""What a reader typed is understood, or refused with a sentence that says what to write."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search import BadQuery, Needle, parsed
from archive.search.query import LONGEST, MOST_NEEDLES


def folded(needles: tuple[Needle, ...]) -> list[str]:
    return [" ".join(word.folded for word in needle.words) for needle in needles]


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("mastung bombing", ["mastung", "bombing"], []),
        ("“election office” Pishin", ["election office", "pishin"], []),
        ("«bureau électoral»", ["bureau electoral"], []),
        ("bombing -quetta -“police van”", ["bombing"], ["quetta", "police van"]),
        ("Islamic State – Khorasan - Province", ["islamic", "state", "khorasan", "province"], []),
        ("PML-N", ["pml n"], []),
        ("bombing in the bazaar", ["bombing", "bazaar"], []),
        ("“in the bazaar”", ["in the bazaar"], []),
        ("the", ["the"], []),
        ("IS", ["is"], []),
        ('""  !? x', ["x"], []),
    ],
)
def test_words_phrases_and_exclusions(typed: str, wanted: list[str], unwanted: list[str]) -> None:
    query = parsed(typed)

    assert (folded(query.wanted), folded(query.unwanted)) == (wanted, unwanted)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("   ", "no letter and no digit"),
        ("?!", "no letter and no digit"),
        ("-mastung", "cannot leave out words only"),
        ("“open phrase", "Close the phrase"),
        ('5" pipe', "Close the phrase"),
        ("x" * (LONGEST + 1), "at most 500 characters"),
        ("x " * (MOST_NEEDLES + 1), "at most 24 words"),
    ],
)
def test_what_is_not_understood_is_refused_in_words(typed: str, told: str) -> None:
    with pytest.raises(BadQuery, match=told):
        parsed(typed)


def test_every_word_tells_where_it_was_typed() -> None:
    typed = "x “Election Office” -Émeute"
    query = parsed(typed)

    stands = [typed[w.start : w.end] for needle in query.wanted + query.unwanted for w in needle.words]

    assert stands == ["x", "Election", "Office", "Émeute"]


def test_a_query_can_ask_for_a_mark_besides() -> None:
    query = parsed("quetta -bomb").marked("·places")

    assert [needle.terms for needle in query.wanted] == [("·places",), ("quetta",)]
    assert folded(query.unwanted) == ["bomb"]


@given(st.text())
def test_whatever_is_typed_is_a_query_or_is_refused(typed: str) -> None:
    with suppress(BadQuery):
        assert parsed(typed).wanted
