"""The numbers that claims and attacks take when incidents are merged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incidents.merging.renumbering import followed, positions, renumber

NUMBERS = st.sets(st.integers(1, 60), max_size=20)


@given(NUMBERS, st.integers(1, 100))
def test_new_numbers_were_never_given_and_keep_the_order(numbers: set[int], following: int) -> None:
    pairs = renumber(numbers, following)

    assert [old for old, _ in pairs] == sorted(numbers)
    assert [new for _, new in pairs] == list(range(following, following + len(numbers)))


@given(NUMBERS, NUMBERS, st.integers(1, 100), st.integers(1, 100))
def test_two_merges_lead_where_one_after_the_other_leads(
    numbers: set[int], deleted: set[int], first: int, second: int
) -> None:
    earlier = renumber(numbers, first)
    later = renumber({new for _, new in earlier} - deleted, second)
    onwards = dict(later)

    assert dict(followed(earlier, later)) == {
        old: onwards[between] for old, between in earlier if between not in deleted
    }


def test_claims_stand_at_the_end_of_the_page_and_never_beyond_the_largest_place() -> None:
    assert positions(3, 7, 9) == [8, 9, 9]
