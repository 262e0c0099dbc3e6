"""What statistics may be asked for, and how their groups are named and traced."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.statistics import (
    BadPeriod,
    Grouping,
    Interval,
    Meaningless,
    Measure,
    Question,
    days_of,
    question,
    refuse_around,
    standing,
    traced,
)
from archive.vocabulary import Population

DAYS = st.dates(date(1, 1, 8), date(9999, 12, 20))
ALL = Population.ALL


def about(*words: str) -> Question:
    return question(map(Grouping, words), [], ALL)


def test_without_words_the_killed_are_counted_all_together() -> None:
    asked = about()

    assert (asked.interval, asked.by, asked.measures, asked.may_overlap) == (
        None,
        (),
        (Measure.KILLED,),
        False,
    )


def test_an_interval_goes_with_one_other_thing() -> None:
    asked = about("place:province", "month")

    assert (asked.interval, asked.by, asked.may_overlap) == (Interval.MONTH, (Grouping.PROVINCE,), True)


def test_traits_of_an_attack_go_together() -> None:
    assert about("type", "target", "weapon").by == (Grouping.TYPE, Grouping.TARGET, Grouping.WEAPON)


def test_a_publication_has_incidents_and_no_sums() -> None:
    assert about("publication").measures == ()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("day", "month"), "One stretch of the calendar lies within another"),
        (("place:province", "place:district"), "One level of places lies within another"),
        (("place:province", "actor"), "pairs that nobody states"),
        (("type", "place:province"), "pairs that nobody states"),
        (("publication", "actor", "month"), "pairs that nobody states"),
    ],
)
def test_groupings_that_would_count_twice_are_refused_with_the_reason(
    words: tuple[str, ...], why: str
) -> None:
    with pytest.raises(Meaningless, match=why) as refused:
        about(*words)

    assert refused.value.parameter == "group_by"


@pytest.mark.parametrize(
    ("measures", "why"),
    [
        ([Measure.KILLED, Measure.KILLED_OR_INJURED], "counts the killed too"),
        ([Measure.KILLED_OR_INJURED, Measure.INJURED], "counts the injured too"),
    ],
)
def test_a_measure_within_another_is_refused(measures: list[Measure], why: str) -> None:
    with pytest.raises(Meaningless, match=why):
        question([], measures, ALL)


def test_sums_by_publication_are_refused() -> None:
    with pytest.raises(Meaningless, match="rests on all the sources"):
        question([Grouping.PUBLICATION], [Measure.KILLED], ALL)


def test_counts_of_nobody_in_particular_are_refused() -> None:
    with pytest.raises(Meaningless, match="Ask for all"):
        question([], [], Population.UNSTATED)


@pytest.mark.parametrize(("level", "kind"), [("place:province", "district"), ("place:country", "site")])
def test_levels_around_a_chosen_place_are_refused(level: str, kind: str) -> None:
    with pytest.raises(Meaningless, match="choose a larger place"):
        refuse_around(about(level, "month"), ["country", kind])


@pytest.mark.parametrize(
    ("word", "kind"), [("place:province", "country"), ("place:province", "province"), ("type", "site")]
)
def test_levels_within_a_chosen_place_are_not(word: str, kind: str) -> None:
    refuse_around(about(word), [kind])


@given(st.sets(st.sampled_from(Grouping)))
def test_a_question_that_is_allowed_has_no_two_words_that_count_the_same(words: set[Grouping]) -> None:
    try:
        asked = question(words, [], ALL)
    except Meaningless:
        return

    kinds = [word.value.partition(":")[0] for word in asked.by]
    assert all(kinds.count(kind) == 1 for kind in kinds)
    assert len([word for word in words if word.value in list(Interval)]) == (asked.interval is not None)


@given(DAYS)
def test_the_periods_of_a_day_hold_it(day: date) -> None:
    texts = {
        Interval.DAY: day.isoformat(),
        Interval.WEEK: (day - timedelta(day.weekday())).isoformat(),
        Interval.MONTH: day.isoformat()[:7],
        Interval.YEAR: day.isoformat()[:4],
    }
    for interval, text in texts.items():
        where = standing(text, interval)
        assert where.period
        first, last = days_of(where.period)
        assert first <= day <= last
        assert (last - first).days in {Interval.DAY: [0], Interval.WEEK: [6]}.get(interval, range(27, 366))


@pytest.mark.parametrize(
    ("text", "interval", "within", "why"),
    [
        ("2024", Interval.MONTH, "2024", "Its date lies within 2024, and tells no single month."),
        ("2024-02", Interval.DAY, "2024-02", "Its date lies within 2024-02, and tells no single day."),
        ("", Interval.YEAR, None, "It has no date, or none that lies within one year."),
        ("", Interval.WEEK, None, "It has no date, or none that lies within one week."),
    ],
)
def test_a_date_wider_than_the_interval_stands_in_none(
    text: str, interval: Interval, within: str | None, why: str
) -> None:
    assert standing(text, interval) == (None, within, why)


@pytest.mark.parametrize(
    "text",
    ["", "0000", "2024-13", "2024-W54", "2024-02-30", "2024-W6", "9999-W52", "2024-2", "٢٠٢٤", "2024\n"],
)
def test_a_text_that_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadPeriod, match="2024-W06"):
        days_of(text)


@pytest.mark.parametrize(
    ("words", "period", "values", "asked", "found"),
    [
        (["month"], "2024-02", [], {}, {"period": ["2024-02"]}),
        (["month"], "2024", [], {}, {"period": ["2024"], "wider_than": ["month"]}),
        (["day"], "2024-02", [], {}, {"period": ["2024-02"], "wider_than": ["day"]}),
        (["day"], "", [], {}, {"wider_than": ["year"]}),
        (["week"], "", [], {}, {"wider_than": ["week"]}),
        (["week"], "2024-02-05", [], {"q": ["x"]}, {"q": ["x"], "period": ["2024-W06"]}),
        (["place:province"], "", ["kp"], {"place": ["pk"]}, {"place": ["kp"]}),
        (["actor"], "", ["bla", "suspected"], {}, {"actor": ["bla"], "attribution": ["suspected"]}),
        (["actor"], "", ["", "none_named"], {}, {"actor": [], "attribution": ["none_named"]}),
        (["type", "target"], "", ["bombing", "police"], {}, {"type": ["bombing"], "target": ["police"]}),
        ([], "", [], {"place": ["pk"]}, {"place": ["pk"]}),
        (["year"], "2024", [], {"period": ["2024-02"]}, {"period": ["2024-02"]}),
        (["month"], "2024-02", [], {"period": ["2024"]}, {"period": ["2024-02"]}),
        (["month"], "2024-02", [], {"period": ["2024-W05"]}, None),
        (["month"], "2024", [], {"wider_than": ["day"]}, None),
        (["month", "place:province"], "2024-02", [""], {}, None),
        (["actor"], "", ["", ""], {}, None),
    ],
)
def test_a_group_is_traced_by_what_its_list_is_asked_for(
    words: list[str],
    period: str,
    values: list[str],
    asked: dict[str, list[str]],
    found: dict[str, list[str]] | None,
) -> None:
    assert traced(asked, about(*words), period, values) == found


def test_no_two_levels_of_places_are_told_apart_by_their_order_alone() -> None:
    levels = [word for word in Grouping if word.value.startswith("place:")]

    for pair in combinations(levels, 2):
        with pytest.raises(Meaningless):
            question(pair, [], ALL)
