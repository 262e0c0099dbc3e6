"""Moments as readers write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.instants import BadInstant, read_instant

ZONES = st.builds(timezone, st.integers(-23 * 60, 23 * 60).map(lambda minutes: timedelta(minutes=minutes)))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-02-07", datetime(2024, 2, 7, tzinfo=UTC)),
        ("2024-02-07T18:30:00Z", datetime(2024, 2, 7, 18, 30, tzinfo=UTC)),
        ("2024-02-07t18:30:00z", datetime(2024, 2, 7, 18, 30, tzinfo=UTC)),
        ("2024-02-07T18:30Z", datetime(2024, 2, 7, 18, 30, tzinfo=UTC)),
        ("2024-02-07T18:30:00.5+05:00", datetime(2024, 2, 7, 13, 30, 0, 500_000, tzinfo=UTC)),
        ("2024-02-07T18:30:00 05:00", datetime(2024, 2, 7, 13, 30, tzinfo=UTC)),
        ("2024-02-07T18:30:00-05:00", datetime(2024, 2, 7, 23, 30, tzinfo=UTC)),
    ],
)
def test_a_day_or_a_moment_is_read(text: str, moment: datetime) -> None:
    assert read_instant(text) == moment


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES))
def test_what_is_written_as_rfc_3339_has_it_is_read(moment: datetime) -> None:
    assert read_instant(moment.isoformat()) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "2024-02",
        "20240207",
        "2024-02-30",
        "2024-02-07T18:30",
        "2024-02-07T25:00Z",
        "2024-02-07T18:30:00+99:00",
        "0001-01-01T00:00:00+01:00",
        "٢٠٢٤-02-07",
        "2024-02-07\n",
        "\0",
    ],
)
def test_anything_else_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(BadInstant, match="2024-02-07T18:30:00Z"):
        read_instant(text)
