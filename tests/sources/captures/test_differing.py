"""What changed between two stored copies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.captures.differing import Change, changes

LINES = st.lists(st.sampled_from(["a", "b", " c ", "", "d"]), max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("a\nb", "a\n\n b ", ()),
        ("85 dead\nMore", "128 dead\nMore", (Change(("85 dead",), ("128 dead",)),)),
        ("a\nb\nc", "a\nc", (Change(("b",), ()),)),
        ("", "a", (Change((), ("a",)),)),
    ],
)
def test_lines_that_differ_are_told(old: str, new: str, found: tuple[Change, ...]) -> None:
    assert changes(old, new) == found


@given(LINES, LINES)
def test_changing_the_old_lines_so_gives_the_new_ones(old: list[str], new: list[str]) -> None:
    found = changes("\n".join(old), "\n".join(new))
    gone = sum(len(change.old) for change in found)
    come = sum(len(change.new) for change in found)
    before, after = ([line for line in lines if line.strip()] for lines in (old, new))

    assert len(before) - gone + come == len(after)
    assert not found or [line.strip() for line in before] != [line.strip() for line in after]


def test_texts_of_lines_that_are_all_alike_are_compared_in_reasonable_time() -> None:
    """To match every such line with every other took a minute."""
    old, new = ["a"] * 2_000, ["a", "b"] * 1_000

    found = changes("\n".join(old), "\n".join(new))

    assert sum(change.new.count("b") for change in found) == 1_000
