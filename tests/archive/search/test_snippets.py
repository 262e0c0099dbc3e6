"""A hit shows where it was found, with the words marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.search import Column, parsed
from archive.search.snippets import CUT, SHOWN, Piece, marked, snippets
from archive.search.texts import Text

NOISE = " ".join(["noise"] * 40)


def shown(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in pieces)


def passages(typed: str, *texts: str) -> list[str]:
    given_texts = [Text(Column.PROSE, text) for text in texts]
    return [shown(pieces) for pieces in snippets(given_texts, parsed(typed))]


def test_every_form_of_a_word_is_marked() -> None:
    assert (
        shown(marked("Bombings: a Bomb was bombed.", parsed("bombing")))
        == "[Bombings]: a [Bomb] was [bombed]."
    )


def test_a_phrase_is_marked_as_one_and_its_words_alone_are_not() -> None:
    assert (
        shown(marked("office; election office", parsed("“election office”"))) == "office; [election office]"
    )


def test_words_that_are_not_wanted_are_not_marked() -> None:
    assert shown(marked("a bomb in Quetta", parsed("bomb -quetta"))) == "a [bomb] in Quetta"


def test_a_long_text_is_cut_around_what_was_found() -> None:
    (passage,) = passages("bomb", f"{NOISE} a bomb {NOISE}")

    assert passage.startswith(CUT)
    assert passage.endswith(CUT)
    assert "a [bomb] noise" in passage
    assert len(passage.split()) == SHOWN


def test_the_passage_is_the_one_that_shows_most() -> None:
    (passage,) = passages("bomb bazaar", f"bomb {NOISE} a bomb in the bazaar")

    assert "[bomb] in the [bazaar]" in passage


def test_a_second_text_shows_what_the_first_does_not_hold() -> None:
    assert passages("bomb bazaar", "the bomb", "bomb again", "a bazaar") == ["the [bomb]", "a [bazaar]"]


def test_prose_is_shown_rather_than_a_bare_name_and_the_title_never() -> None:
    texts = [
        Text(Column.TITLE, "Pishin bombing"),
        Text(Column.NAMES, "Pishin"),
        Text(Column.PROSE, "It was in Pishin."),
    ]

    assert [shown(one) for one in snippets(texts, parsed("pishin"))] == ["It was in [Pishin]."]


@given(st.text(), st.sampled_from(["a", "“a b”", "1 a"]))
def test_the_pieces_of_a_text_are_the_text(text: str, typed: str) -> None:
    pieces = marked(text, parsed(typed))

    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
