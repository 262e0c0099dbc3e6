"""Columns side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.charts import Stack, columns

pairs = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
stacks = st.lists(pairs.map(lambda pair: Stack(min(pair), max(pair))), max_size=30)


@given(stacks)
def test_every_column_stands_on_the_ground_and_within_its_place(given: list[Stack]) -> None:
    ground = columns(given)

    for place, column in enumerate(ground.columns):
        if column:
            assert 10 * place <= column.x < column.x + column.width <= 10 * (place + 1)
            assert round(column.top + column.more, 1) == column.split
            assert round(column.split + column.sure, 1) == ground.height
            assert column.top >= 0


@given(stacks)
def test_what_there_is_can_be_seen(given: list[Stack]) -> None:
    drawn = zip(given, columns(given).columns, strict=True)

    assert all((column is None) == (stack.high == 0) for stack, column in drawn)


def test_what_is_sure_lies_below_what_there_may_be() -> None:
    (column,) = columns([Stack(50, 100)]).columns

    assert column is not None
    assert (column.sure, column.more, column.top) == (50.0, 50.0, 0.0)


def test_where_nothing_is_sure_the_column_is_all_doubt() -> None:
    (column,) = columns([Stack(0, 100)]).columns

    assert column is not None
    assert (column.sure, column.more) == (0.0, 100.0)


def test_the_numbers_run_from_the_top_down_to_zero() -> None:
    ground = columns([Stack(3, 3), Stack(0, 0)])

    assert (ground.numbers, ground.lines) == ((3, 2, 1, 0), (0.0, 33.3, 66.7, 100.0))
    assert ground.width == 20
