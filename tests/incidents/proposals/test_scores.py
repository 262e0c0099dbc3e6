"""How well the rules propose, on sentences that were written for it: no lower than what was measured."""

from __future__ import annotations

from tests.proposals_scored import score


def test_on_the_sentences_they_were_tuned_on() -> None:
    result = score("tuned")
    assert result.precision() >= 0.99
    assert result.recall() >= 0.98
