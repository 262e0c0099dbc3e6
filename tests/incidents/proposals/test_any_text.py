"""What holds for every text, whatever it says."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from archive.record.values import Quantity, Responsibility
from archive.vocabulary import MEASURES, Attribution, Property
from incidents.proposals import Name, Proposal, marks, read
from tests.proposals_scored import examples, known

WORDS = sorted({word for part in examples("tuned") for word in part.text.split()})
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*WORDS, ".", "\n\n", "“", "28–30+", "no", "٣", "İ", "\x00"]), max_size=60).map(
        " ".join
    ),
)
NAMES = st.lists(
    st.builds(Name, st.sampled_from(["actor", "place"]), st.just("key"), st.text(max_size=9)), max_size=4
).map(lambda some: [*some, *known()])


@given(TEXTS, NAMES)
def test_any_text_is_read_and_every_span_lies_within_it(text: str, names: list[Name]) -> None:
    for proposal in read(text, names):
        assert 0 <= proposal.quote_start <= proposal.start < proposal.end <= proposal.quote_end <= len(text)
        assert proposal.stated == text[proposal.start : proposal.end]
        assert all(proposal.why)


@given(TEXTS)
def test_proposals_stand_in_the_order_of_the_text(text: str) -> None:
    starts = [proposal.start for proposal in read(text, known())]
    assert starts == sorted(starts)


@given(TEXTS)
def test_a_text_that_is_read_again_is_read_the_same(text: str) -> None:
    assert read(text, known()) == read(text, known())


@given(TEXTS)
def test_what_is_proposed_is_a_value_that_a_claim_may_have(text: str) -> None:
    for proposal in read(text, known()):
        _refuse_bad(proposal)


def _refuse_bad(proposal: Proposal) -> None:
    if proposal.property in MEASURES:
        assert proposal.qualifier is not None
        assert proposal.population is not None
        Quantity(
            qualifier=proposal.qualifier,
            low=proposal.low,
            best=proposal.best,
            high=proposal.high,
            population=proposal.population,
        )
    elif proposal.property is Property.RESPONSIBILITY:
        assert proposal.attribution is not None
        if proposal.actor or proposal.attribution is Attribution.NONE_NAMED:
            Responsibility(attribution=proposal.attribution, actor=proposal.actor or None)
    else:
        assert proposal.value


@given(TEXTS)
def test_every_digit_is_marked_once(text: str) -> None:
    numbers = [mark for mark in marks(text) if mark.kind == "number"]
    for before, after in itertools.pairwise(numbers):
        assert before.end <= after.start
    marked = {place for mark in numbers for place in range(mark.start, mark.end)}
    assert {place for place, sign in enumerate(text) if sign.isdecimal()} <= marked


@given(TEXTS)
def test_every_number_of_a_proposal_is_marked(text: str) -> None:
    marked = [mark for mark in marks(text) if mark.kind == "number"]
    for proposal in read(text):
        if any(sign.isdecimal() for sign in proposal.stated):
            assert any(proposal.start <= mark.start < proposal.end for mark in marked)


def test_a_text_without_a_stop_is_read_in_pieces() -> None:
    text = "14 people were killed and " * 400
    found = read(text)
    assert len(found) > 300
    assert max(proposal.quote_end - proposal.quote_start for proposal in found) <= 1_500


def test_a_text_without_a_space_is_read_in_pieces() -> None:
    assert read("x" * 4_000) == ()
