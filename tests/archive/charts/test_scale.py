"""The upright scale of charts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.charts import scale_to

PEOPLE = st.integers(0, 10**9)


@given(PEOPLE)
def test_a_scale_holds_the_largest_number_and_no_whole_step_more(largest: int) -> None:
    scale = scale_to(largest, top=10, height=100)

    assert scale.ceiling >= largest
    assert scale.ceiling - largest < max(scale.step, 2)


@given(PEOPLE)
def test_a_scale_has_few_numbers_from_zero_to_its_ceiling(largest: int) -> None:
    numbers = scale_to(largest, top=10, height=100).numbers

    assert numbers[0] == 0
    assert 2 <= len(numbers) <= 5
    assert str(numbers[1]).rstrip("0") in ("1", "2", "5")


@given(PEOPLE, st.lists(PEOPLE, min_size=2))
def test_more_people_lie_higher_and_within_the_plot(largest: int, numbers: list[int]) -> None:
    scale = scale_to(largest, top=10, height=100)
    heights = [scale.at(number) for number in sorted(numbers) if number <= largest]

    assert heights == sorted(heights, reverse=True)
    assert all(10 <= height <= 110 for height in heights)


def test_zero_lies_at_the_foot_and_the_ceiling_at_the_top() -> None:
    scale = scale_to(149, top=34, height=132)

    assert (scale.numbers, scale.at(0), scale.at(150)) == ((0, 50, 100, 150), 166, 34)
