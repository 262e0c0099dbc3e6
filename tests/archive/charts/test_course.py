"""The chart of a count's course: what is drawn where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.charts import Chart, Moment, Point, course_chart
from archive.figures import Stated
from archive.record import Figure
from archive.vocabulary import About, Population, Property, Rule

PEOPLE = st.integers(0, 100_000)


def figure(low: int | None, high: int | None = None, **more: bool) -> Figure:
    return Figure(
        about=About.INCIDENT,
        measure=Property.KILLED,
        population=Population.ALL,
        rule=Rule.ARCHIVE,
        low=low,
        high=low if high is None else high,
        **more,
    )


def point(low: int, high: int | None = None, best: int | None = None, *, opens: str = "") -> Point:
    above, below = opens == "above", opens == "below"
    return Point(1, Stated(low, low if high is None else high, best, above, below), is_used=True)


def moment(*points: Point, figure: Figure, words: Sequence[str] = ("13 Jul", "2018")) -> Moment:
    return Moment(tuple(words), points, figure)


@st.composite
def moments(draw: st.DrawFn) -> list[Moment]:
    def one() -> Moment:
        pairs = draw(st.lists(st.tuples(PEOPLE, PEOPLE), min_size=1, max_size=6))
        points = [point(min(pair), max(pair), pair[0]) for pair in pairs]
        ends = draw(st.none() | st.tuples(PEOPLE, PEOPLE))
        shown = figure(min(ends), max(ends)) if ends else figure(None)
        return moment(*points, figure=shown, words=draw(st.lists(st.text(max_size=8), max_size=4)))

    return [one() for _ in range(draw(st.integers(1, 12)))]


@given(moments())
def test_every_claim_has_a_place_of_its_own_in_the_order_given(given_moments: list[Moment]) -> None:
    chart = course_chart(given_moments)
    places = [mark.x for mark in chart.marks]

    assert len(places) == sum(len(each.points) for each in given_moments)
    assert all(later - earlier >= 19 for earlier, later in pairwise(places))


@given(moments())
def test_everything_lies_within_the_ground(given_moments: list[Moment]) -> None:
    chart = course_chart(given_moments)

    assert all(chart.start <= mark.x <= chart.end for mark in chart.marks)
    assert all(chart.top <= mark.top <= mark.bottom <= chart.floor for mark in chart.marks)
    assert all(chart.start <= band.x and band.x + band.width <= chart.end + 0.2 for band in chart.bands)
    assert all(chart.floor < line.y < chart.height for line in chart.lines)


@given(moments())
def test_the_one_number_a_claim_commits_to_lies_on_its_range(given_moments: list[Moment]) -> None:
    for mark in course_chart(given_moments).marks:
        assert mark.best is not None
        assert mark.top <= mark.best <= mark.bottom


@given(moments())
def test_a_figure_is_a_band_that_can_be_seen_and_none_where_there_is_no_number(
    given_moments: list[Moment],
) -> None:
    bands = course_chart(given_moments).bands

    assert len(bands) == sum(each.figure.low is not None for each in given_moments)
    assert all(band.height >= 4 for band in bands)


@given(moments())
def test_the_words_of_one_figure_do_not_run_into_those_of_the_next(given_moments: list[Moment]) -> None:
    told = [band for band in course_chart(given_moments).bands if band.text]

    assert all(one.x + 7 * len(one.text) < other.x for one, other in pairwise(told))


def text_of(chart: Chart) -> list[str]:
    return [band.text for band in chart.bands]


def test_a_figure_is_named_where_it_begins_and_not_again_while_it_stays() -> None:
    chart = course_chart(
        [
            moment(point(128), figure=figure(128)),
            moment(point(128), figure=figure(128)),
            moment(point(149, opens="above"), figure=figure(128, 149, open_above=True)),
        ]
    )

    assert text_of(chart) == ["128", "", "128–149+"]


def test_a_claim_that_is_open_says_on_which_side() -> None:
    above, below = point(16, opens="above"), point(10, opens="below")
    chart = course_chart([moment(above, below, figure=figure(10, 16))])

    assert [(mark.open_above, mark.open_below, mark.is_point) for mark in chart.marks] == [
        (True, False, True),
        (False, True, True),
    ]


def test_days_are_told_apart_by_a_line_between_them() -> None:
    three = [moment(point(1), figure=figure(1)) for _ in range(3)]

    assert len(course_chart(three).ends) == 2


def test_nothing_makes_no_chart() -> None:
    with pytest.raises(ValueError, match="at least one moment"):
        course_chart([])
