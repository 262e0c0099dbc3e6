"""Days, times and places as articles write them."""

from __future__ import annotations

from datetime import date

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vocabulary import PlaceKind
from incidents.importers.formats.wikipedia.days import clock_of, date_of, read_day
from incidents.importers.formats.wikipedia.places import places_of, spot_of


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("{{start date|2024|2|7|df=y}}", "2024-02-07"),
        ("{{Start date and age|2024|02}}", "2024-02"),
        ("{{start date|2024|2|7}} – {{end date|2024|2|9}}", "2024-02-07/2024-02-09"),
        ("{{start date|7 February 2024}}", "2024-02-07"),
        ("{{start date}}", ""),
        ("{{start date|2024|13}}", ""),
        ("7 February 2024", "2024-02-07"),
        ("Wednesday, 7 February 2024<ref>x</ref>", "2024-02-07"),
        ("February 7, 2024", "2024-02-07"),
        ("Feb. 7–9, 2024", "2024-02-07/2024-02-09"),
        ("7–9&nbsp;February 2024", "2024-02-07/2024-02-09"),
        ("February 2024", "2024-02"),
        ("2024-02-07", "2024-02-07"),
        ("2024", "2024"),
        ("2024 (UTC)", "2024"),
        ("2024-02-07, at noon", "2024-02-07"),
        ("31 February 2024", ""),
        ("last week", ""),
        ("", ""),
    ],
)
def test_dates(text: str, edtf: str) -> None:
    assert date_of(mwparserfromhell.parse(text)) == edtf


@given(st.dates(date(1000, 1, 1)))
def test_every_day_is_read_in_each_order(day: date) -> None:
    assert read_day(f"{day:%d %B %Y}") == read_day(f"{day:%B %d, %Y}") == f"{day:%Y-%m-%d}"


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14:05", ("14:05", False)),
        ("c. 2:05 p.m. (PKT)", ("14:05", True)),
        ("12:30 am", ("00:30", False)),
        ("about 9.15", ("09:15", True)),
        ("25:00", None),
        ("12:75", None),
        ("noon", None),
    ],
)
def test_times(text: str, clock: tuple[str, bool] | None) -> None:
    assert clock_of(text) == clock


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("{{coord|30.5|67|display=title}}", (30.5, 67.0)),
        ("{{small|x}}{{coord|30.5|S|67|W}}", (-30.5, -67.0)),
        ("{{coord|30|30|N|66|59|24|E|type:event}}", (30.5, 66.99)),
        ("{{coord|91|0}}", None),
        ("{{coord|999|0}}", None),
        ("{{coord|N}}", None),
        ("{{coord|30}}", None),
        ("30, 67", None),
    ],
)
def test_coordinates(text: str, spot: tuple[float, float] | None) -> None:
    assert spot_of(mwparserfromhell.parse(text)) == spot


def test_places_lie_within_one_another_and_the_narrowest_has_the_spot() -> None:
    country, province, site = places_of("Pishin, Balochistan, Pakistan", (30.5, 67.0))

    kinds = (country.kind, province.kind, site.kind)
    assert kinds == (PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.SITE)
    assert (site.parent, site.latitude, country.latitude) == (province.key, 30.5, None)


def test_one_name_alone_is_no_country() -> None:
    assert [place.kind for place in places_of("Pishin", None)] == [PlaceKind.SITE]
    assert places_of(" , ", (30.5, 67.0)) == ()
