"""Rows of any dataset, read by a mapping file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.importers.formats.mapped import format_of
from incidents.importers.formats.mapping import read_mapping
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.entry import RowError
from tests.incidents.importers.maps import mapped
from tests.incidents.importers.rows import claimed_by, place_chain, refusal, values, words
from tests.incidents.importers.test_mapping import WHOLE

KIND = {"column": "Kind", "words": {"Blast": "bombing", "Shooting": "armed_assault"}}


def test_a_row_becomes_an_incident() -> None:
    entry = mapped({"Day": "2014-03-05"}, date="Day")
    assert (entry.external_id, entry.record.id) == ("7", "zenda-list-7")
    assert entry.record.title == "Attack in Strelsau, 5 March 2014"
    assert place_chain(entry) == [("Ruritania", "country", None), ("Strelsau", "settlement", None)]


def test_an_id_may_be_made_of_several_columns() -> None:
    entry = mapped({"Year": "2014"}, id=["Year", "No"])
    assert (entry.external_id, entry.record.id) == ("2014-7", "zenda-list-2014-7")


def test_ids_that_look_alike_make_different_incidents() -> None:
    ids = {mapped({"No": id}).record.id for id in ("A/1", "A-1", "A 1", "A_1", "é")}
    assert len(ids) == 5


@pytest.mark.parametrize("id", ["", "x" * 101])
def test_an_id_that_is_missing_or_too_long_is_refused(id: str) -> None:
    with pytest.raises(RowError, match="No: "):
        mapped({"No": id})


@pytest.mark.parametrize(
    ("fields", "row", "date"),
    [
        ({"date": "Day", "date_forms": ["%d/%m/%Y"]}, {"Day": "05/03/2014"}, "2014-03-05"),
        ({"date": "Day", "unknown": ["-"]}, {"Day": "-"}, None),
        ({"date": {"first": "A", "last": "B"}}, {"A": "2014-03-01", "B": "2014-03-31"}, "2014-03"),
        ({"date": {"first": "A", "last": "B"}}, {"A": "2014-03-01", "B": ""}, "2014-03-01"),
        (
            {"date": {"year": "Y", "month": "M", "day": "D"}},
            {"Y": "2014", "M": "March", "D": "5"},
            "2014-03-05",
        ),
        ({"date": {"year": "Y", "month": "M", "day": "D"}}, {"Y": "2014", "M": "3", "D": "0"}, "2014-03"),
        ({"date": {"year": "Y", "month": "M"}}, {"Y": "2014", "M": ""}, "2014"),
        ({"date": {"year": "Y"}}, {"Y": "2014"}, "2014"),
        ({"date": {"year": "Y"}}, {"Y": ""}, None),
        ({}, {}, None),
    ],
)
def test_a_date_is_read_as_the_file_says(
    fields: dict[str, Any], row: dict[str, str], date: str | None
) -> None:
    assert mapped(row, **fields).record.date == date


def test_a_row_without_day_and_place_says_so_in_its_title() -> None:
    entry = mapped({"City": "", "Dead": "3"}, place={"settlement": "City"}, killed={"best": "Dead"})
    assert entry.record.title == "Attack in an unknown place, day unknown"
    assert entry.record.place is None


def test_a_row_that_says_nothing_is_refused() -> None:
    with pytest.raises(RowError, match="the row says nothing"):
        mapped({"City": ""}, place={"settlement": "City"})


@pytest.mark.parametrize(
    ("fields", "row", "problem"),
    [
        ({"date": "Day"}, {"Day": "05/03/2014"}, "Day: “05/03/2014” is not a date"),
        ({"date": {"year": "Y"}}, {"Y": "MMXIV"}, "Y: “MMXIV” is not a year"),
        ({"date": {"first": "A", "last": "B"}}, {"A": "2014-03-02", "B": "2014-03-01"}, "date"),
        ({"time": "T"}, {"T": "tea time"}, "T: “tea time” is not a time of day"),
        ({"killed": {"best": "Dead"}}, {"Dead": "some"}, "Dead: “some” is not a number of people"),
        ({"killed": {"best": "Dead"}}, {"Dead": "100000001"}, "Dead: “100000001” is not a number"),
        ({"killed": {"low": "Dead"}}, {"Dead": "3+"}, "Dead: “3[+]” is not a number of people"),
        ({"killed": {"best": "Dead"}}, {"Dead": "9" * 5000}, "Dead: “999"),
        (
            {"attack_type": KIND},
            {"Kind": "Magic"},
            "Kind: the mapping file's attack_type has no word for “Magic”",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_column(
    fields: dict[str, Any], row: dict[str, str], problem: str
) -> None:
    with pytest.raises(RowError, match=problem):
        mapped(row, **fields)


@pytest.mark.parametrize("cell", ["14:30", "14:30:00", "2:30 PM", "1430"])
def test_a_time_of_day_is_read_in_its_usual_forms(cell: str) -> None:
    assert values(mapped({"T": cell}, time="T"), "time") == {"time": {"clock": "14:30"}}
    assert values(mapped({"T": ""}, time="T"), "time") == {}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("3", {"qualifier": "exact", "best": 3}),
        ("3.0", {"qualifier": "exact", "best": 3}),
        ("1,200", {"qualifier": "exact", "best": 1200}),
        ("0", {"qualifier": "exact", "best": 0}),
        ("30+", {"qualifier": "at_least", "low": 30}),
        ("At least 30", {"qualifier": "at_least", "low": 30}),
        ("more than 30", {"qualifier": "more_than", "low": 30}),
        (">30", {"qualifier": "more_than", "low": 30}),
        ("up to 30", {"qualifier": "at_most", "high": 30}),
        ("fewer than 30", {"qualifier": "fewer_than", "high": 30}),
        ("about 30", {"qualifier": "about", "best": 30}),
        ("~30", {"qualifier": "about", "best": 30}),
        ("10-12", {"qualifier": "range", "low": 10, "high": 12}),
        ("28–30+", {"qualifier": "range_or_more", "low": 28, "high": 30}),
    ],
)
def test_a_number_keeps_what_its_signs_say(cell: str, value: dict[str, Any]) -> None:
    entry = mapped({"Dead": cell}, killed={"best": "Dead"})
    assert values(entry, "killed") == {"killed:1:unstated": value}
    assert words(entry, "killed:1:unstated") == f"Dead {cell}"


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ({"Min": "3", "Best": "4", "Max": "5"}, {"qualifier": "estimate", "low": 3, "best": 4, "high": 5}),
        ({"Min": "3", "Best": "", "Max": "5"}, {"qualifier": "range", "low": 3, "high": 5}),
        ({"Min": "5", "Best": "", "Max": "3"}, {"qualifier": "estimate", "low": 5, "high": 3}),
        ({"Min": "3", "Best": "", "Max": ""}, {"qualifier": "at_least", "low": 3}),
        ({"Min": "", "Best": "", "Max": "3"}, {"qualifier": "at_most", "high": 3}),
        ({"Min": "", "Best": "3", "Max": ""}, {"qualifier": "exact", "best": 3}),
    ],
)
def test_several_columns_make_one_number(row: dict[str, str], value: dict[str, Any]) -> None:
    entry = mapped(row, killed={"low": "Min", "best": "Best", "high": "Max"})
    assert values(entry, "killed") == {"killed:1:unstated": value}


def test_an_unknown_number_is_no_claim_and_populations_stay_apart() -> None:
    killed = [{"best": "Dead", "population": "all"}, {"best": "Police", "population": "security_forces"}]
    entry = mapped({"Dead": "NA", "Police": "2"}, killed=killed, unknown=["NA"])
    assert values(entry, "killed") == {
        "killed:2:security_forces": {"qualifier": "exact", "best": 2, "population": "security_forces"}
    }


@pytest.mark.parametrize(
    ("cell", "kind", "title"),
    [
        ("Blast", "bombing", "Bombing"),
        ("blast", "bombing", "Bombing"),
        ("arson", "arson", "Arson"),
        ("suicide bombing", "suicide_bombing", "Suicide bombing"),
        ("Magic", "other", "Attack"),
        ("", None, "Attack"),
    ],
)
def test_words_stand_for_words_of_the_archive(cell: str, kind: str | None, title: str) -> None:
    entry = mapped({"Kind": cell}, attack_type=KIND | {"others": "other"})
    assert entry.record.attacks[0].type == kind
    assert entry.record.title.startswith(f"{title} in")


def test_a_constant_is_said_of_every_row() -> None:
    entry = mapped({}, target={"constant": "police"}, name={"constant": "A raid"}, part_of="War")
    assert values(entry, "target") == {"target": {"type": "police"}}
    assert values(entry, "name") == {"name": {"text": "A raid"}}


def test_a_cell_may_name_the_conflict() -> None:
    entry = mapped({"War": "Elphberg Wars"}, part_of="War")
    assert values(entry, "part_of") == {"part_of": {"conflict": "elphberg-wars"}}


def test_who_is_responsible_and_who_said_so() -> None:
    entry = mapped(
        {"Group": "Red Hand", "Said by": "Red Hand spokesman", "Dead": "3"},
        responsibility={"actor": "Group", "attribution": "suspected"},
        claimant="Said by",
        killed={"best": "Dead"},
    )
    assert values(entry, "responsibility") == {
        "responsibility:1": {"actor": "red-hand", "attribution": "suspected"}
    }
    assert claimed_by(entry, "killed:1:unstated").kind == "party"
    assert values(mapped({}, responsibility={"actor": "Group"}), "responsibility") == {}


@pytest.mark.parametrize(
    ("row", "last"),
    [
        ({"Lat": "48.5", "Lon": "14.2"}, ("Strelsau", "settlement", "near")),
        ({"Lat": "48.5", "Lon": "14.2", "City": ""}, ("Ruritania", "country", "country")),
        ({"Lat": "", "Lon": ""}, ("Strelsau", "settlement", None)),
    ],
)
def test_coordinates_are_those_of_the_narrowest_place(
    row: dict[str, str], last: tuple[str, str, str | None]
) -> None:
    place = {
        "country": {"constant": "Ruritania"},
        "settlement": "City",
        "latitude": "Lat",
        "longitude": "Lon",
        "precision": "near",
    }
    assert place_chain(mapped(row, place=place))[-1] == last


def test_reports_are_sources_that_the_row_rests_on() -> None:
    reports = [
        {"title": "Headline", "publication": "Paper", "published": "Printed"},
        {"url": "Link"},
        {"title": "Headline", "publication": "Paper", "published": "Printed"},
        {"title": "Nothing"},
    ]
    row = {
        "Headline": "Toll rises",
        "Paper": "Courier",
        "Printed": "2014-03-06",
        "Link": "https://example.org/a",
    }
    entry = mapped(row, source=reports)
    found = {source.title or source.description: source for source in entry.record.sources}
    assert found["Toll rises"].published == "2014-03-06"
    assert found["Toll rises"].publication == "courier"
    assert found["Report at https://example.org/a"].url == "https://example.org/a"
    assert len(found["Zenda List of Incidents, row 7"].relies_on) == 2


def test_an_address_that_is_none_is_kept_in_words() -> None:
    entry = mapped({"Link": "see archive", "Printed": ""}, source={"url": "Link", "published": "Printed"})
    report = next(source for source in entry.record.sources if source.kind == "headline")
    assert (report.url, report.note, report.published) == (None, "Named as “see archive”.", None)


def test_a_title_may_hold_columns() -> None:
    entry = mapped({"Headline": "Bomb"}, title="{Headline} ({place}) {nothing}")
    assert entry.record.title == "Bomb (Strelsau)"


@given(
    st.dictionaries(
        st.sampled_from(sorted(format_of(read_mapping(WHOLE.encode())).needed)),
        st.text() | st.sampled_from(["0", "12", "30+", "05/03/2014", "-"]),
    )
)
def test_whatever_stands_in_a_row_it_is_an_entry_or_refused_in_words(changed: dict[str, str]) -> None:
    form = format_of(read_mapping(WHOLE.encode()))
    row = dict.fromkeys(form.needed, "") | {"No": "1", "Year": "2014"} | changed
    assert refusal(form, row, Dataset(form.publication, "2024")) != "no reason"
