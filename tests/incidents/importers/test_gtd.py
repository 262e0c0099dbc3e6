"""Rows of the Global Terrorism Database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.record import Record
from incidents.importers.formats.gtd import GTD
from incidents.importers.parsing.entry import RowError
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


def settled(record: Record) -> tuple[str | None, str | None, str | None]:
    attack = record.attacks[0]
    return attack.type, attack.target, attack.weapon


def test_a_row_becomes_an_incident_with_one_attack() -> None:
    entry = parsed("gtd")
    assert (entry.external_id, entry.record.id) == ("201403050001", "gtd-201403050001")
    assert entry.record.title == "Bombing in Strelsau, 5 March 2014"
    assert settled(entry.record) == ("bombing", "police", "explosives")
    assert entry.flags == ()


def test_the_licence_does_not_let_the_archive_publish_rows() -> None:
    assert not GTD.redistributable


@pytest.mark.parametrize("cell", ["201403050001", "201403050001.0", "2.01403050001E+11", " 201403050001 "])
def test_an_id_that_a_spreadsheet_made_a_number_is_read(cell: str) -> None:
    assert parsed("gtd", eventid=cell).external_id == "201403050001"


@pytest.mark.parametrize("cell", ["", "2014", "201403050001.5", "nan", "abc", "2.01403E+11", "1E+999999"])
def test_an_id_that_is_none_or_was_cut_is_refused(cell: str) -> None:
    with pytest.raises(RowError, match="eventid"):
        parsed("gtd", eventid=cell)


@pytest.mark.parametrize(
    ("month", "day", "date"),
    [("3", "5", "2014-03-05"), ("3", "0", "2014-03"), ("0", "0", "2014"), ("0", "5", "2014")],
)
def test_a_day_or_month_of_zero_is_not_known(month: str, day: str, date: str) -> None:
    assert parsed("gtd", imonth=month, iday=day).record.date == date


@pytest.mark.parametrize(
    ("day", "approximate", "date"),
    [
        ("0", "March 12-15, 2014", "[2014-03-12..2014-03-15]"),
        ("0", "Late March 2014", "2014-03"),
        ("0", "March 30, 2014 - April 2, 2014", "[2014-03-30..2014-04-02]"),
        ("5", "March 4-6, 2014", "[2014-03-04..2014-03-06]"),
        ("0", "after the harvest", "2014-03"),
        ("0", "2014", "2014-03"),
    ],
)
def test_the_approximate_date_is_taken_where_it_says_more(day: str, approximate: str, date: str) -> None:
    entry = parsed("gtd", iday=day, approxdate=approximate)
    assert entry.record.date == date
    assert f"approxdate {approximate}" in words(entry, "date")
    assert entry.flags == ()


def test_an_approximate_date_that_contradicts_the_numbers_is_flagged() -> None:
    entry = parsed("gtd", iday="0", approxdate="May 2-3, 2014")
    assert entry.record.date == "2014-03"
    assert entry.flags == ("approxdate “May 2-3, 2014” contradicts iyear, imonth and iday (2014-03)",)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"iyear": ""}, "iyear"),
        ({"iyear": "0"}, "iyear"),
        ({"imonth": "2", "iday": "30"}, "no day 30 in month 2 of 2014"),
        ({"imonth": "13"}, "month 13"),
    ],
)
def test_numbers_that_are_no_date_are_refused(changed: dict[str, str], problem: str) -> None:
    with pytest.raises(RowError, match=problem):
        parsed("gtd", **changed)


def test_a_city_lies_within_its_province_and_country() -> None:
    assert place_chain(parsed("gtd")) == [
        ("Ruritania", "country", None),
        ("Elphberg", "province", None),
        ("Strelsau", "settlement", "exact"),
    ]


def test_what_is_near_a_city_lies_near_it() -> None:
    entry = parsed("gtd", vicinity="1")
    assert place_chain(entry)[-2:] == [("Strelsau", "settlement", "exact"), ("Near Strelsau", "site", "near")]
    assert entry.record.title == "Bombing near Strelsau, 5 March 2014"


@pytest.mark.parametrize(
    ("changed", "last"),
    [
        ({"specificity": "2"}, ("Strelsau", "settlement", "district")),
        ({"specificity": "3", "city": "Zenda district"}, ("Zenda district", "district", "district")),
        ({"specificity": "3", "city": "Forest of Zenda"}, ("Forest of Zenda", "site", "district")),
        ({"specificity": "4", "city": "Unknown"}, ("Elphberg", "province", "province")),
        ({"specificity": "1", "city": "Unknown"}, ("Elphberg", "province", "province")),
        ({"specificity": "1", "city": "Elphberg"}, ("Elphberg", "province", "province")),
        ({"specificity": "5", "latitude": "", "longitude": ""}, ("Strelsau", "site", None)),
        ({"specificity": "5"}, ("Strelsau", "site", None)),
        ({"specificity": "4", "city": "", "provstate": "Unknown"}, ("Ruritania", "country", None)),
        ({"vicinity": "1", "city": "Unknown"}, ("Elphberg", "province", "province")),
        (
            {"vicinity": "1", "latitude": "", "longitude": ""},
            ("Near Strelsau", "site", None),
        ),
    ],
)
def test_specificity_says_what_the_coordinates_are_those_of(
    changed: dict[str, str], last: tuple[str, str, str | None]
) -> None:
    assert place_chain(parsed("gtd", **changed))[-1] == last


def test_coordinates_that_are_none_are_flagged_and_left_out() -> None:
    entry = parsed("gtd", longitude="-86185896")
    assert place_chain(entry)[-1] == ("Strelsau", "settlement", None)
    assert "longitude" in entry.flags[0]


def test_a_row_without_a_country_is_refused() -> None:
    with pytest.raises(RowError, match="country_txt: is empty"):
        parsed("gtd", country_txt="")


def test_people_are_counted_by_population() -> None:
    entry = parsed("gtd", nkill="4", nkillter="1.0", nwound="0", nwoundte="0", nperpcap="2")
    assert values(entry, ["killed", "killed:perpetrators", "injured", "injured:perpetrators"]) == {
        "killed": {"qualifier": "exact", "best": 4, "population": "all"},
        "killed:perpetrators": {"qualifier": "exact", "best": 1, "population": "perpetrators"},
        "injured": {"qualifier": "exact", "best": 0, "population": "all"},
        "injured:perpetrators": {"qualifier": "exact", "best": 0, "population": "perpetrators"},
    }
    assert values(entry, "detained") == {
        "detained:perpetrators": {"qualifier": "exact", "best": 2, "population": "perpetrators"}
    }


@pytest.mark.parametrize("cell", ["", "-9", "-99", "-99.0"])
def test_unknown_numbers_are_no_claims(cell: str) -> None:
    entry = parsed("gtd", nkill=cell, nkillter=cell, nwound=cell, nwoundte=cell, nperpcap=cell)
    assert values(entry, "killed") | values(entry, "injured") | values(entry, "detained") == {}


@pytest.mark.parametrize(("cell", "best"), [("3.3333", 3), ("2.5", 3), ("0.25", 1)])
def test_a_fraction_is_about_a_number_and_never_nobody(cell: str, best: int) -> None:
    entry = parsed("gtd", nkill=cell)
    assert values(entry, "killed")["killed"] == {"qualifier": "about", "best": best, "population": "all"}
    assert words(entry, "killed") == f"nkill {cell}"
    assert "nkill is a fraction" in entry.flags[0]


@pytest.mark.parametrize("cell", ["many", "-1", "nan", "1e30"])
def test_what_is_no_number_of_people_is_refused(cell: str) -> None:
    with pytest.raises(RowError, match="nkill"):
        parsed("gtd", nkill=cell)


def test_more_dead_perpetrators_than_dead_are_kept_and_flagged() -> None:
    entry = parsed("gtd", nkill="1", nkillter="2")
    assert entry.flags == ("nkillter (2) is more than nkill (1)",)
    assert set(values(entry, "killed")) == {"killed", "killed:perpetrators"}


def test_hostages_are_told_in_words_and_never_counted_as_detained() -> None:
    entry = parsed("gtd", attacktype1="6", ishostkid="1", nhostkid="12")
    assert "nhostkid 12" in words(entry, "attack_type:1")
    assert values(entry, "detained") == {}


def test_up_to_three_types_and_targets_and_four_weapons_are_claims_and_the_first_is_settled() -> None:
    entry = parsed(
        "gtd",
        attacktype1="2",
        attacktype2="7",
        attacktype3="6",
        targtype1="14",
        targtype2="19",
        targtype3="10",
        weaptype1="5",
        weaptype2="8",
        weaptype3="9",
        weaptype4="13",
    )
    assert [value["type"] for value in values(entry, "attack_type").values()] == [
        "armed_assault",
        "infrastructure_attack",
        "kidnapping",
    ]
    assert [value["type"] for value in values(entry, "target").values()] == [
        "civilians",
        "transport",
        "journalists",
    ]
    assert [value["type"] for value in values(entry, "weapon").values()] == [
        "firearms",
        "incendiary",
        "melee",
        "unknown",
    ]
    assert settled(entry.record) == ("armed_assault", "civilians", "firearms")


@pytest.mark.parametrize(
    ("kind", "suicide", "found"),
    [("3", "1", "suicide_bombing"), ("3", "0", "bombing"), ("3", "", "bombing"), ("2", "1", "armed_assault")],
)
def test_only_a_bombing_is_a_suicide_bombing(kind: str, suicide: str, found: str) -> None:
    assert parsed("gtd", attacktype1=kind, suicide=suicide).record.attacks[0].type == found


@pytest.mark.parametrize(("kind", "title"), [("9", "Attack"), ("", "Attack"), ("1", "Assassination")])
def test_a_title_names_the_type_where_there_is_one(kind: str, title: str) -> None:
    assert parsed("gtd", attacktype1=kind).record.title == f"{title} in Strelsau, 5 March 2014"


def test_subtypes_that_tell_more_are_taken() -> None:
    entry = parsed(
        "gtd",
        targtype1="2",
        targsubtype1_txt="Election-related",
        weapsubtype1_txt="Projectile (rockets etc.)",
    )
    assert settled(entry.record) == ("bombing", "election", "missile")
    assert values(entry, "target")["target:1"]["text"] == "Election-related"


def test_a_code_that_no_codebook_holds_is_other_and_flagged() -> None:
    entry = parsed("gtd", attacktype1="77", targtype1="78", weaptype1="79", weaptype2="-9")
    assert settled(entry.record) == ("other", "other", "other")
    assert "attacktype1: 77 is not among the codes of the codebook" in entry.flags
    assert len(entry.flags) == 3


def test_a_group_is_held_responsible_and_an_uncertain_one_suspected() -> None:
    entry = parsed("gtd", gname2="Blue Fist", guncertain2="1", gname3="Red Hand")
    assert values(entry, "responsibility") == {
        "responsibility:1": {"actor": "red-hand", "attribution": "attributed"},
        "responsibility:2": {"actor": "blue-fist", "attribution": "suspected"},
    }


def test_an_unknown_group_is_nobody() -> None:
    entry = parsed("gtd", gname="Unknown", claimed="1", gname2="Unknown")
    assert values(entry, "responsibility") == {"responsibility:1": {"attribution": "none_named"}}
    assert values(entry, "claimed") == {}
    assert entry.record.actors == ()


def test_a_group_that_claimed_the_attack_says_so_itself() -> None:
    entry = parsed("gtd", claimed="1", claimmode_txt="Call (post-incident)", compclaim="1")
    assert values(entry, "claimed")["claimed:1"] == {"actor": "red-hand", "attribution": "self_claimed"}
    assert claimed_by(entry, "claimed:1").model_dump() == {"actor": "red-hand", "role": "", "kind": "party"}
    assert words(entry, "claimed:1") == "claimed 1, claimmode_txt Call (post-incident), compclaim 1"
    assert entry.flags == ("more than one group claimed the attack for itself alone (compclaim 1)",)


def test_a_branch_is_part_of_its_group() -> None:
    entry = parsed("gtd", gsubname="Northern Column")
    branch = next(actor for actor in entry.record.actors if actor.name == "Northern Column")
    assert (branch.key, branch.part_of, branch.part_as) == ("red-hand-northern-column", "red-hand", "branch")
    assert values(entry, "responsibility")["responsibility:1"]["actor"] == branch.key


@pytest.mark.parametrize("branch", ["Unknown", "red hand"])
def test_a_branch_without_a_name_of_its_own_is_none(branch: str) -> None:
    assert [actor.key for actor in parsed("gtd", gsubname=branch).record.actors] == ["red-hand"]


def test_individuals_without_a_group_are_no_armed_group() -> None:
    assert parsed("gtd", gname="Unaffiliated Individual(s)").record.actors[0].kind == "other"


def test_related_events_are_named_by_their_titles() -> None:
    entry = parsed("gtd", multiple="1", related="201403050001, 201403050002,201403050002, see notes")
    assert values(entry, "related") == {"related:201403050002": {"title": "GTD event 201403050002"}}


def test_doubts_about_the_event_are_flagged() -> None:
    entry = parsed("gtd", doubtterr="1", alternative_txt="Insurgency/Guerilla Action", crit1="1", crit3="0")
    assert entry.flags == (
        "GTD doubts that this was terrorism (doubtterr 1); perhaps “Insurgency/Guerilla Action”",
        "does not meet GTD's criterion 3 (crit3 0)",
    )
    assert parsed("gtd", doubtterr="1").flags == ("GTD doubts that this was terrorism (doubtterr 1)",)


def test_citations_become_reports_that_the_row_rests_on() -> None:
    entry = parsed(
        "gtd",
        scite1='Ann Pen, "Bomb in Strelsau Kills Four," Strelsau Courier, March 6, 2014.',
        scite2="“Toll rises,” The Zenda Post, 7 March 2014",
        scite3="J. Doe, A History of Ruritania (Strelsau: Elphberg Press, 2016), 12.",
    )
    found = {source.title or source.description: source for source in entry.record.sources}
    first, second = found["Bomb in Strelsau Kills Four"], found["Toll rises"]
    assert (first.publication, first.published, first.authors) == (
        "strelsau-courier",
        "2014-03-06",
        ("Ann Pen",),
    )
    assert (second.publication, second.published, second.authors) == ("the-zenda-post", "2014-03-07", ())
    assert found["J. Doe, A History of Ruritania (Strelsau: Elphberg Press, 2016), 12."].publication is None
    assert len(found["GTD, event 201403050001"].relies_on) == 3


@pytest.mark.parametrize(
    "citation",
    [
        '"Toll rises," Courier, Smarch 7, 2014',
        f'"Toll rises," {"C" * 301}, March 7, 2014',
        "x" * 3000,
    ],
)
def test_a_citation_that_cannot_be_read_for_sure_is_kept_as_it_stands(citation: str) -> None:
    report = next(
        source for source in parsed("gtd", scite1=citation).record.sources if source.kind == "report"
    )
    assert report.description[:100] == citation[:100]


def test_a_citation_that_stands_twice_is_one_report() -> None:
    citation = '"Toll rises," Courier, March 7, 2014'
    entry = parsed("gtd", scite1=citation, scite2=citation)
    assert len(entry.record.sources) == 2


def test_sentences_of_the_dataset_stay_out_of_the_record() -> None:
    sentence = "A sentence of somebody else."
    columns = ("summary", "motive", "addnotes", "propcomment", "location", "target1", "weapdetail")
    entry = parsed("gtd", **dict.fromkeys(columns, sentence))
    assert sentence not in entry.record.model_dump_json()


@pytest.mark.parametrize(
    ("file", "release"),
    [
        ("globalterrorismdb_0522dist.xlsx", "0522"),
        ("globalterrorismdb_2021Jan-June_1222dist.xlsx", "1222, 2021 January to June"),
        ("gtd.csv", ""),
    ],
)
def test_the_release_is_read_out_of_the_name_of_the_file(file: str, release: str) -> None:
    assert GTD.release_of(file) == release


@given(
    st.dictionaries(st.sampled_from(GTD.variants[0]), st.text() | st.sampled_from(["-9", "0", "1", "2.5"]))
)
def test_whatever_stands_in_a_row_it_is_an_entry_or_refused_in_words(changed: dict[str, str]) -> None:
    assert refusal(GTD, cells("gtd", **changed), dataset("gtd")) != "no reason"
