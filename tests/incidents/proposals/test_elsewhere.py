"""Sentences that turn to another event."""

from __future__ import annotations

import pytest

from incidents.proposals.elsewhere import turns_elsewhere


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Hours earlier, four people were killed in Bannu.", "Hours earlier"),
        ("In a separate attack, two policemen died.", "In a separate attack"),
        ("In another incident, a mine killed one.", "In another incident"),
        ("Earlier in the day, a bomb went off.", "Earlier in the day"),
        ("Last month, 14 people were killed in Quetta.", "Last month"),
        ("In a bombing at a rally 128 people died.", ""),
        ("Four people were killed hours earlier.", ""),
    ],
)
def test_the_words_that_turn_elsewhere(sentence: str, words: str) -> None:
    assert turns_elsewhere(sentence) == words
