"""Within lines that differ, the words that do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.differing import Change
from sources.captures.marking import AROUND, EFFORT, MOST_WORDS, SHOWN, Piece, marked

WORDS = st.lists(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6).map(" ".join), max_size=3)


def told(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.words}]" if piece.is_changed else piece.words for piece in pieces)


def compared(old: str, new: str) -> tuple[str, str]:
    """Both sides of a change, with the marked words in brackets."""
    (found,) = marked([Change(tuple(old.splitlines()), tuple(new.splitlines()))])
    return told(found.old), told(found.new)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("At least 85 died.", "At least 128 died.", "At least [85] died.", "At least [128] died."),
        ("85 died today", "85 died", "85 died [today]", "85 died"),
        ("At least 85\ndied.", "At least 128\ndied.", "At least [85]\ndied.", "At least [128]\ndied."),
        ("", "85 died", "", "[85 died]"),
        ("The mayor spoke", "Rain is expected", "[The mayor spoke]", "[Rain is expected]"),
    ],
)
def test_words_that_differ_are_marked(old: str, new: str, before: str, after: str) -> None:
    assert compared(old, new) == (before, after)


def test_what_is_the_same_far_from_a_change_is_left_out() -> None:
    before, _ = compared(f"85 {'so ' * 200}", f"128 {'so ' * 200}")

    assert before.startswith("[85] so so ")
    assert " … " in before
    assert len(before) < 3 * AROUND


def test_a_long_text_that_came_new_is_cut() -> None:
    assert compared("", "x" * 2 * SHOWN) == ("", f"[{'x' * SHOWN}…]")


@pytest.mark.parametrize("words", [["so"] * MOST_WORDS, [str(number) for number in range(MOST_WORDS + 1)]])
def test_what_would_take_long_is_marked_as_a_whole(words: list[str]) -> None:
    before, _ = compared(" ".join([*words, "85"]), " ".join([*words, "128"]))

    assert before.startswith(f"[{words[0]}")


def test_many_changes_together_take_no_more_than_one_may() -> None:
    line = " ".join(f"w{number}" for number in range(1_000))
    found = list(marked([Change((f"{line} 85",), (f"{line} 128",))] * (EFFORT // 1_000)))

    assert not found[0].old[0].is_changed
    assert found[-1].old[0].is_changed


@given(WORDS, WORDS)
def test_the_pieces_of_a_change_make_up_its_lines(old: list[str], new: list[str]) -> None:
    (found,) = marked([Change(tuple(old), tuple(new))])

    assert "".join(piece.words for piece in found.old) == "\n".join(old)
    assert "".join(piece.words for piece in found.new) == "\n".join(new)
