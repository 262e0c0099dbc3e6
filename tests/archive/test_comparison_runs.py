"""Two versions of a text in one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.comparison import ChangeKind, Run, runs, shortened

TEXTS = st.lists(st.sampled_from(["the ", "count ", "was ", "128", "149", ", ", "dead", "."])).map("".join)
ADDED, REMOVED = ChangeKind.ADDED, ChangeKind.REMOVED


def test_a_changed_word_stands_within_what_stayed() -> None:
    assert runs("By Monday the count was 128 dead.", "By Monday the count was 149 dead.") == (
        Run("By Monday the count was "),
        Run("128 ", REMOVED),
        Run("149 ", ADDED),
        Run("dead."),
    )


def test_two_texts_that_share_little_stand_one_after_the_other() -> None:
    old, new = (
        "A bomb went off near the bazaar on Friday.",
        "Nobody has claimed it so far, said two officials.",
    )

    assert runs(old, new) == (Run(old, REMOVED), Run(new, ADDED))


def test_a_short_value_is_read_whole() -> None:
    assert runs("149", "149–150") == (Run("149", REMOVED), Run("149–150", ADDED))


def test_what_came_or_went_whole_is_one_run() -> None:
    assert (runs("", "new"), runs("old", "")) == ((Run("new", ADDED),), (Run("old", REMOVED),))


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    old, new = "word " * 1500, "word " * 1499 + "other"

    assert runs(old, new) == (Run(old, REMOVED), Run(new, ADDED))


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_in_the_one_line(before: str, after: str) -> None:
    woven = runs(before, after)

    assert "".join(run.text for run in woven if run.kind is not ADDED) == before
    assert "".join(run.text for run in woven if run.kind is not REMOVED) == after


def test_of_a_long_text_what_lies_about_its_changes_is_shown() -> None:
    start, middle, end = "a " * 100, "b " * 100, "c " * 100
    woven = (Run(start), Run("x", ADDED), Run(middle), Run("y", ADDED), Run(end))

    texts = [run.text for run in shortened(woven)]
    assert texts[1::2] == ["x", "y"]
    assert (texts[0][:5], texts[2][:3], texts[2][-2:], texts[4][-3:]) == (" … a ", "b b", "b ", " … ")
    assert all(len(text) < 125 for text in texts)


def test_a_short_text_is_shown_whole() -> None:
    assert shortened((Run("The count was "), Run("149", ADDED))) == (Run("The count was "), Run("149", ADDED))
