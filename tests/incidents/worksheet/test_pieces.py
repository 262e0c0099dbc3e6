"""A text is cut where something begins or ends, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incidents.worksheet.pieces import Piece, cut
from incidents.worksheet.spans import Span, paragraphs

TEXT = "Police said 14 died.\nThe end"


def test_words_of_a_quote_lead_to_its_claim_and_open_marks_to_what_they_offer() -> None:
    first, second = cut(TEXT, [(Span(0, 20), 7)], [(Span(12, 14), "mark=1")])

    assert first.pieces == (
        Piece("Police said ", (7,)),
        Piece("14", (7,), "mark=1"),
        Piece(" died.", (7,), None, (7,)),
    )
    assert (second.number, second.start, second.pieces) == (2, 21, (Piece("The end"),))


def test_a_quote_over_two_paragraphs_is_shown_in_both() -> None:
    first, second = cut(TEXT, [(Span(15, 24), 1), (Span(15, 24), 1)], [])

    assert [piece.claims for piece in first.pieces] == [(), (1,)]
    assert [piece.claims for piece in second.pieces] == [(1,), ()]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.text(alphabet="a b\n", max_size=30), st.lists(SPANS), st.lists(SPANS))
def test_the_pieces_of_a_paragraph_make_it_up(text: str, quotes: list[Span], marks: list[Span]) -> None:
    found = cut(text, [(span, 1) for span in quotes], [(span, "mark=1") for span in marks])

    assert ["".join(piece.words for piece in each.pieces) for each in found] == [
        span.of(text) for span in paragraphs(text)
    ]
