"""A quote is found in a text, though the two are typed differently; and in no other text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.quotes import find

WORDS = st.lists(st.text("abcäß18’“fi—-", min_size=1, max_size=6), min_size=1, max_size=12)
SPACES = st.sampled_from([" ", "\n", "\u00a0", " \t ", "\u2009"])
UNSEEN = st.sampled_from(["", "\u00ad", "\u200b", "\u200e"])
TYPED = {"’": "'", "“": '"', "—": "–", "ä": "a\u0308", "fi": "ﬁ"}


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("at least 85", "Officials said at least 85 died.", "at least 85"),
        ("“at least 85”", "at\u00a0least\n  85", "at\u00a0least\n  85"),
        ("the army's men", "the army’s men", "the army’s men"),
        ("28-30 killed", "28 – 30 killed", "28 – 30 killed"),
        ("difficult offices", "diﬃcult oﬀices", "diﬃcult oﬀices"),
        ("café", "cafe\u0301.", "cafe\u0301"),
        ("bombing", "bomb\u00ading", "bomb\u00ading"),
        ("the bombing of", "the bomb-\n  ing of", "the bomb-\n  ing of"),
        ("killed … hospital", "killed many, who died in hospital", "killed many, who died in hospital"),
        ("killed […] hospital", "killed; hospital", "killed; hospital"),
        ("killed ... hospital ...", "killed in hospital.", "killed in hospital"),
        ("پولیس نے کہا", "آج پولیس نے\u200f کہا کہ", "پولیس نے\u200f کہا"),
        ("85", "128 85", "85"),
        ("(85)", "x(85)x", "(85)"),
    ],
)
def test_a_quote_is_found_where_it_stands(quote: str, text: str, found: str) -> None:
    place = find(quote, text)

    assert place is not None
    assert text[slice(*place)] == found


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("85 dead", "128 dead"),
        ("8 dead", "128 dead"),
        ("12", "128"),
        ("hospital … killed", "killed, who died in hospital"),
        ("Dead", "dead"),
        ("", "anything"),
        ("…", "anything"),
        ("“ ”", "anything"),
        ("anything", ""),
    ],
)
def test_a_quote_that_does_not_stand_there_is_not_found(quote: str, text: str) -> None:
    assert find(quote, text) is None


@given(WORDS, SPACES, UNSEEN, st.text(" .,", max_size=5), st.text(" .,", max_size=5))
def test_what_is_typed_otherwise_is_found_with_its_whole_span(
    words: list[str], space: str, unseen: str, before: str, after: str
) -> None:
    quote = " ".join(words)
    if not quote.strip("’“ "):
        return
    typed = "".join(TYPED.get(each, each) + unseen for each in quote.replace(" ", space))
    place = find(quote, f"{before}{typed}{after}")

    assert place is not None
    begun, ended = place
    assert 0 <= begun < ended <= len(f"{before}{typed}{after}")


@given(st.text(max_size=50), st.text(max_size=200))
def test_any_two_texts_give_a_place_within_the_text_or_none(quote: str, text: str) -> None:
    place = find(quote, text)

    assert place is None or 0 <= place[0] < place[1] <= len(text)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_a_part_of_a_text_that_is_made_of_whole_words_is_found(text: str, begun: int, ended: int) -> None:
    part = " ".join(text.split()[begun % 7 : ended % 11])
    if "..." in part or "…" in part or not any(map(str.isalnum, part)):
        return

    assert find(part, part) is not None
