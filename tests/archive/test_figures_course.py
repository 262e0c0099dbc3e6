"""How a figure came to be, day by day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from archive.figures import Evidence, Topic, course, figure
from archive.record import Record
from archive.vocabulary import About, Population, Property, Rule
from tests.archive.events import mastung
from tests.strategies import records

KILLED = Topic(Property.KILLED, Population.ALL, None)


def test_the_count_of_the_second_event_rose_in_two_steps() -> None:
    days = [date(2018, 7, day) for day in (12, 13, 14, 16, 20)]

    found = course(Evidence.of(mastung()), KILLED, days, rule=Rule.ARCHIVE)
    assert [each.low for each in found] == [None, 128, 128, 149, 149]


@given(records(), st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), max_size=4), st.sampled_from(Rule))
def test_on_each_day_it_is_the_figure_known_then(record: Record, days: list[date], rule: Rule) -> None:
    assert course(Evidence.of(record), KILLED, days, rule=rule) == tuple(
        figure(record, Property.KILLED, about=About.INCIDENT, rule=rule, known_at=day) for day in days
    )
