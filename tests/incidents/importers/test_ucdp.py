"""Rows of UCDP's Georeferenced Event Dataset."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.importers.formats.ucdp import UCDP
from incidents.importers.parsing.entry import Cells, Entry, RowError
from tests.environment import ROOT
from tests.incidents.importers.rows import (
    cells,
    claimed_by,
    dataset,
    parsed,
    place_chain,
    refusal,
    values,
    words,
)

REAL = ROOT.parent / "shared" / "data" / "ucdp_ged_pakistan.csv.gz"


def test_a_row_becomes_an_incident() -> None:
    entry = parsed("ucdp", deaths_b="3", best="3", low="3", high="4")
    assert (entry.external_id, entry.record.id) == ("900001", "ucdp-900001")
    assert entry.record.title == "Violence in Strelsau, 5 March 2014"
    assert place_chain(entry) == [
        ("Ruritania", "country", None),
        ("Elphberg", "province", None),
        ("Strelsau District", "district", None),
        ("Strelsau", "settlement", "exact"),
    ]
    assert values(entry, "killed") == {
        "killed": {"qualifier": "estimate", "low": 3, "best": 3, "high": 4, "population": "all"},
        "killed:fighters": {"qualifier": "exact", "best": 3, "population": "fighters"},
    }
    assert entry.flags == ()


@pytest.mark.parametrize("id", ["", "PAK-1", "1.5", "1" * 13])
def test_an_id_that_is_none_is_refused(id: str) -> None:
    with pytest.raises(RowError, match="id: "):
        parsed("ucdp", id=id)


@pytest.mark.parametrize("cell", ["2014-03-05 00:00:00.000", "2014-03-05", "3/5/2014", "3/5/2014 00:00:00"])
def test_every_form_of_the_date_is_the_same_day(cell: str) -> None:
    assert parsed("ucdp", date_start=cell, date_end=cell).record.date == "2014-03-05"


def test_numbers_out_of_order_are_kept_and_flagged() -> None:
    entry = parsed("ucdp", low="5", best="4", high="3")
    assert entry.flags == ("low (5) is more than best (4)", "best (4) is more than high (3)")
    assert values(entry, "killed")["killed"] == {
        "qualifier": "estimate",
        "low": 5,
        "best": 4,
        "high": 3,
        "population": "all",
    }


@pytest.mark.parametrize("known", ["low", "best", "high"])
def test_of_three_numbers_one_is_enough(known: str) -> None:
    entry = parsed("ucdp", **dict.fromkeys(("low", "best", "high"), "") | {known: "4"})
    assert values(entry, "killed")["killed"] == {"qualifier": "estimate", known: 4, "population": "all"}


def test_unknown_numbers_are_no_claims() -> None:
    empty = dict.fromkeys(("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians"), "")
    assert values(parsed("ucdp", **empty), "killed") == {}


def test_the_dead_of_each_side_are_a_population_of_their_own() -> None:
    entry = parsed("ucdp", deaths_a="1", deaths_b="2", deaths_civilians="3", deaths_unknown="4", best="10")
    found = {value["population"]: value["best"] for value in list(values(entry, "killed:").values())}
    assert found == {"security_forces": 1, "fighters": 2, "civilians": 3}


def test_two_groups_that_fight_are_one_population() -> None:
    entry = parsed("ucdp", side_a="Blue Fist", deaths_a="1", deaths_b="2", best="3")
    assert values(entry, "killed:")["killed:fighters"]["best"] == 3


def test_one_sided_violence_is_attributed_to_the_side_that_used_it() -> None:
    entry = parsed(
        "ucdp",
        type_of_violence="3",
        side_a="Red Hand",
        side_b="Civilians",
        deaths_a="1",
        deaths_civilians="4",
    )
    assert entry.record.title == "Attack on civilians in Strelsau, 5 March 2014"
    assert entry.record.attacks[0].target == "civilians"
    assert values(entry, "responsibility") == {
        "responsibility": {"actor": "red-hand", "attribution": "attributed"}
    }
    assert set(values(entry, "killed:")) == {"killed:civilians", "killed:perpetrators"}
    assert list(values(entry, "side")) == ["side:a"]


def test_of_a_fight_between_two_neither_is_responsible() -> None:
    entry = parsed("ucdp")
    assert values(entry, "responsibility") == {}
    assert {actor.name: actor.kind.value for actor in entry.record.actors} == {
        "Government of Ruritania": "government",
        "Red Hand": "armed_group",
    }
    assert values(entry, "part_of") == {"part_of": {"conflict": "ruritania-government"}}


def test_a_row_without_sides_and_conflict_names_none() -> None:
    entry = parsed("ucdp", side_a="", side_b="", conflict_name="")
    assert not entry.record.actors
    assert not entry.record.conflicts


def test_who_is_quoted_is_the_claimant() -> None:
    entry = parsed("ucdp", source_original="Red Hand spokesman", deaths_b="1")
    assert claimed_by(entry, "killed").model_dump() == {
        "actor": None,
        "role": "Red Hand spokesman",
        "kind": "party",
    }


@pytest.mark.parametrize(
    ("changed", "last"),
    [
        ({"where_prec": "2"}, ("Near Strelsau", "site", "near")),
        ({"where_coordinates": "Zenda pass"}, ("Zenda pass", "site", "exact")),
        ({"where_prec": "9"}, ("Strelsau", "settlement", "province")),
        ({"latitude": "", "longitude": ""}, ("Strelsau", "settlement", None)),
        ({"where_prec": "2", "latitude": "", "longitude": ""}, ("Strelsau", "settlement", None)),
        (
            {"where_prec": "3", "where_coordinates": "Strelsau district"},
            ("Strelsau District", "district", "district"),
        ),
        (
            {"where_prec": "4", "where_coordinates": "Elphberg province", "adm_2": ""},
            ("Elphberg", "province", "province"),
        ),
        (
            {"where_prec": "6", "where_coordinates": "Ruritania", "adm_1": "", "adm_2": ""},
            ("Ruritania", "country", None),
        ),
        ({"where_prec": "6", "adm_1": "Elphberg", "adm_2": ""}, ("Elphberg", "province", "province")),
        ({"where_prec": "6", "adm_2": "", "latitude": "", "longitude": ""}, ("Elphberg", "province", None)),
    ],
)
def test_where_prec_says_how_near_the_place_is(
    changed: dict[str, str], last: tuple[str, str, str | None]
) -> None:
    assert place_chain(parsed("ucdp", **changed))[-1] == last


def test_a_place_that_begins_with_between_is_not_said_to_be_in_it() -> None:
    entry = parsed("ucdp", where_coordinates="Between Strelsau and Zenda")
    assert entry.record.title == "Violence between Strelsau and Zenda, 5 March 2014"


def test_articles_become_sources_that_the_row_rests_on() -> None:
    articles = '"Reuters News,2014-03-06,Blast, then ""shots"", in Strelsau";"Courier,2014-03-07,"'
    entry = parsed("ucdp", source_article=articles.replace('""', "'"))
    found = {source.key: source for source in entry.record.sources if source.kind == "headline"}
    titles = {source.publication: (source.title, source.published) for source in found.values()}
    assert titles == {
        "reuters": ("Blast, then 'shots', in Strelsau", "2014-03-06"),
        "courier": ("", "2014-03-07"),
    }
    row = next(source for source in entry.record.sources if source.kind == "dataset_row")
    assert {relation.source for relation in row.relies_on} == set(found)


@pytest.mark.parametrize(
    "cell", ["R 4/10 2014", '"Courier,2014-02-30,Blast"', '"Courier,2014-03-06,Blast" and more']
)
def test_what_is_no_list_of_articles_is_kept_in_a_note(cell: str) -> None:
    entry = parsed("ucdp", source_article=cell)
    assert [source.note for source in entry.record.sources] == [f"Rests on: {cell}"]


def test_very_long_words_are_cut() -> None:
    entry = parsed("ucdp", source_article="x" * 3000, where_description="y" * 3000)
    assert len(entry.record.sources[0].note) == 2000
    assert words(entry, "place").endswith("…")


@pytest.mark.parametrize(
    ("file", "release"),
    [
        ("GEDEvent_v22_1.csv", "22.1"),
        ("GEDEvent_v22_0_3.csv", "22.0.3"),
        ("ged221-csv.zip", "22.1"),
        ("pakistan.csv", ""),
    ],
)
def test_the_release_is_read_out_of_the_name_of_the_file(file: str, release: str) -> None:
    assert UCDP.release_of(file) == release


def test_the_variant_with_iso_codes_has_one_more_column() -> None:
    assert [len(columns) for columns in UCDP.variants] == [49, 50]


@given(
    st.dictionaries(st.sampled_from(UCDP.variants[0]), st.text() | st.sampled_from(["1", "2", "3", "4", "6"]))
)
def test_whatever_stands_in_a_row_it_is_an_entry_or_refused_in_words(changed: dict[str, str]) -> None:
    assert refusal(UCDP, cells("ucdp", **changed), dataset("ucdp")) != "no reason"


@given(st.text(alphabet='",; a-20134567', max_size=60))
def test_whatever_stands_in_the_list_of_articles_the_row_is_kept(cell: str) -> None:
    assert parsed("ucdp", source_article=cell).record.claims


def rows() -> Iterator[Cells]:
    """The rows of the publisher's own file, without its line of tags."""
    with gzip.open(REAL, "rt", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        next(reader)
        yield from reader


@pytest.mark.skipif(not REAL.exists(), reason="needs the publisher's file")
def test_the_publishers_file_is_parsed_without_one_refusal() -> None:
    entries: dict[str, Entry] = {}
    for row in rows():
        entry = UCDP.parse(row, dataset("ucdp"))
        entries[entry.external_id] = entry
    assert len(entries) == 6416
    best = {id: values(entries[id], ["killed"])["killed"]["best"] for id in ("274819", "64424", "235882")}
    assert best == {"274819": 149, "64424": 20, "235882": 75}
    mastung = entries["274819"].record
    assert len([source for source in mastung.sources if source.kind == "headline"]) == 4
    assert mastung.date == "2018-07-13"
