"""Rows of ACLED."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.importers.formats.acled import ACLED, deleted_id
from incidents.importers.parsing.entry import RowError
from tests.incidents.importers.rows import (
    PLAIN,
    cells,
    dataset,
    parsed,
    place_chain,
    refusal,
    values,
    words,
)


def test_a_row_becomes_an_incident_with_one_attack() -> None:
    entry = parsed("acled")
    assert (entry.external_id, entry.record.id) == ("RUR101", "acled-rur101")
    assert entry.record.title == "Armed clash in Strelsau, 5 March 2014"
    assert entry.record.attacks[0].type == "armed_assault"
    assert entry.flags == ()


def test_the_terms_do_not_let_the_archive_publish_rows() -> None:
    assert not ACLED.redistributable


def test_the_older_form_has_other_columns_and_says_the_same() -> None:
    new, *older = ACLED.variants
    assert [len(new), *(len(columns) for columns in older)] == [31, 31, 30, 29, 27]
    for columns in older:
        row = {name: PLAIN["acled"].get(name, "") for name in columns}
        old = ACLED.parse(row | {"inter1": "1", "inter2": "2"}, dataset("acled"))
        assert values(old) == values(parsed("acled"))


@pytest.mark.parametrize("cell", ["05 March 2014", "2014-03-05", "5-Mar-2014", "05-March-2014", "5 Mar 2014"])
def test_every_form_of_the_date_is_the_same_day(cell: str) -> None:
    assert parsed("acled", event_date=cell).record.date == "2014-03-05"


@pytest.mark.parametrize(
    ("precision", "date"), [("1", "2014-03-05"), ("2", "2014-03-05~"), ("3", "2014-03"), ("", "2014-03-05")]
)
def test_a_date_is_as_precise_as_the_row_says(precision: str, date: str) -> None:
    assert parsed("acled", time_precision=precision).record.date == date


@pytest.mark.parametrize("id", ["", "101", "RUR", "RUR101; DROP"])
def test_an_id_that_is_none_is_refused(id: str) -> None:
    with pytest.raises(RowError, match="event_id_cnty"):
        parsed("acled", event_id_cnty=id)


def test_no_fatalities_are_zero_and_an_empty_cell_is_nothing() -> None:
    found = values(parsed("acled", fatalities="0"), "killed")
    assert found == {"killed": {"qualifier": "exact", "best": 0, "population": "all"}}
    assert values(parsed("acled", fatalities=""), "killed") == {}


def test_no_injured_are_counted() -> None:
    assert values(parsed("acled"), "injured") == {}


def test_the_sources_are_credited_for_every_claim() -> None:
    entry = parsed("acled", source="Strelsau Courier (Ruritania); AFP; Twitter; AFP;Undisclosed Source;")
    kinds = {one.name: one.kind.value for one in entry.record.publications if one.key != "acled"}
    assert kinds == {"Strelsau Courier": "newspaper", "AFP": "news_agency", "Twitter": "platform"}
    via = {claim.citations[0].reported_via for claim in entry.record.claims}
    assert via == {("strelsau-courier", "afp", "twitter")}


def test_sources_that_are_not_named_credit_nobody() -> None:
    entry = parsed("acled", source="Undisclosed Source")
    assert [one.key for one in entry.record.publications] == ["acled"]


@pytest.mark.parametrize(
    ("inter", "kind"),
    [
        ("1", "security_force"),
        ("1.0", "security_force"),
        ("State Forces", "security_force"),
        ("2", "armed_group"),
        ("Identity militia", "armed_group"),
        ("8", "other"),
        ("", "other"),
        ("something new", "other"),
    ],
)
def test_what_an_actor_is_stands_in_a_number_or_in_words(inter: str, kind: str) -> None:
    entry = parsed("acled", actor1="Some Force", inter1=inter)
    assert {actor.name: actor.kind.value for actor in entry.record.actors}["Some Force"] == kind


def test_both_sides_of_a_battle_are_named_and_neither_is_responsible() -> None:
    entry = parsed("acled", assoc_actor_1="Palace Guard")
    assert values(entry, "side") == {
        "side:1": {
            "text": "Military Forces of Ruritania (2010-)",
            "actor": "military-forces-of-ruritania-2010",
        },
        "side:2": {"text": "Red Hand", "actor": "red-hand"},
    }
    assert "assoc_actor_1 Palace Guard" in words(entry, "side:1")
    assert values(entry, "responsibility") == {}


def test_two_sides_of_one_name_are_named_once() -> None:
    assert list(values(parsed("acled", actor1="Red Hand", inter1="2"), "side")) == ["side:1"]


def test_violence_against_civilians_is_attributed_to_the_first_actor() -> None:
    entry = parsed(
        "acled",
        event_type="Violence against civilians",
        sub_event_type="Attack",
        actor1="Red Hand",
        inter1="2",
        actor2="Civilians (Ruritania)",
        inter2="7",
        civilian_targeting="Civilian targeting",
    )
    assert values(entry, "responsibility") == {
        "responsibility": {"actor": "red-hand", "attribution": "attributed"}
    }
    assert list(values(entry, "side")) == ["side:1"]
    assert values(entry, "target") == {"target": {"type": "civilians", "text": "Civilians (Ruritania)"}}
    assert entry.record.attacks[0].target == "civilians"


def test_an_unidentified_actor_is_nobody() -> None:
    entry = parsed(
        "acled",
        event_type="Explosions/Remote violence",
        sub_event_type="Remote explosive/landmine/IED",
        actor1="Unidentified Armed Group (Ruritania)",
        inter1="3",
    )
    assert values(entry, "responsibility") == {"responsibility": {"attribution": "none_named"}}
    assert [actor.name for actor in entry.record.actors] == ["Red Hand"]
    attack = entry.record.attacks[0]
    assert (attack.type, attack.weapon, attack.target) == ("bombing", "explosives", None)


@pytest.mark.parametrize("crowd", ["", "Civilians (Ruritania)"])
def test_a_crowd_is_not_held_responsible(crowd: str) -> None:
    entry = parsed("acled", event_type="Violence against civilians", sub_event_type="Attack", actor1=crowd)
    assert values(entry, "responsibility") == {}


def test_civilian_targeting_alone_tells_the_target() -> None:
    entry = parsed(
        "acled",
        sub_event_type="Suicide bomb",
        event_type="Explosions/Remote violence",
        civilian_targeting="Civilian targeting",
    )
    assert entry.record.attacks[0].target == "civilians"
    assert entry.record.attacks[0].type == "suicide_bombing"


@pytest.mark.parametrize(
    ("event", "kind", "title"),
    [
        ("Protests", "Peaceful protest", "Peaceful protest in Strelsau, 5 March 2014"),
        ("Strategic developments", "Other", "Strategic developments in Strelsau, 5 March 2014"),
        ("", "", "Event in Strelsau, 5 March 2014"),
    ],
)
def test_what_is_no_attack_is_kept_without_one(event: str, kind: str, title: str) -> None:
    entry = parsed("acled", event_type=event, sub_event_type=kind)
    assert entry.record.attacks == ()
    assert entry.record.title == title
    assert values(entry, "attack_type") == {}


def test_a_violent_event_of_a_new_kind_is_an_attack_and_flagged() -> None:
    entry = parsed("acled", sub_event_type="Catapult")
    assert entry.record.attacks[0].type == "unknown"
    assert entry.flags == ("sub_event_type: “Catapult” is not among the types of the codebook",)


@pytest.mark.parametrize(
    ("changed", "chain"),
    [
        (
            {},
            [
                ("Elphberg", "province", None),
                ("Strelsau", "district", None),
                ("Strelsau", "settlement", "exact"),
            ],
        ),
        (
            {"location": "Strelsau - Old Town"},
            [
                ("Elphberg", "province", None),
                ("Strelsau", "district", None),
                ("Strelsau", "settlement", None),
                ("Old Town", "site", "exact"),
            ],
        ),
        (
            {"geo_precision": "2", "admin2": ""},
            [
                ("Elphberg", "province", None),
                ("Strelsau", "settlement", "exact"),
                ("Near Strelsau", "site", "near"),
            ],
        ),
        ({"geo_precision": "3"}, [("Elphberg", "province", "province")]),
        ({"geo_precision": "3", "latitude": "", "longitude": ""}, [("Elphberg", "province", None)]),
        ({"geo_precision": "3", "admin1": "", "admin2": ""}, [("Strelsau", "settlement", "province")]),
        (
            {"latitude": "", "longitude": "", "admin2": ""},
            [("Elphberg", "province", None), ("Strelsau", "settlement", None)],
        ),
        (
            {"location": "", "admin3": "Old Quarter"},
            [
                ("Elphberg", "province", None),
                ("Strelsau", "district", None),
                ("Old Quarter", "subdistrict", "district"),
            ],
        ),
        ({"location": "", "admin2": ""}, [("Elphberg", "province", "province")]),
    ],
)
def test_the_location_lies_within_its_areas(
    changed: dict[str, str], chain: list[tuple[str, str, str | None]]
) -> None:
    assert place_chain(parsed("acled", **changed))[1:] == chain


def test_coordinates_of_a_country_are_somewhere_in_it() -> None:
    entry = parsed("acled", location="", admin1="", admin2="")
    assert place_chain(entry) == [("Ruritania", "country", "country")]


def test_the_timestamp_does_not_make_a_row_another() -> None:
    assert "timestamp" in ACLED.volatile
    assert parsed("acled", timestamp="1800000000") == parsed("acled")


def test_the_list_of_deleted_events_needs_the_column_of_ids_alone() -> None:
    assert deleted_id({"event_id_cnty": " RUR101 ", "deleted_timestamp": "1700000000"}) == "RUR101"
    with pytest.raises(RowError, match="event_id_cnty"):
        deleted_id({"event_id_cnty": "none"})


def test_notes_stay_out_of_the_record() -> None:
    sentence = "A sentence of somebody else."
    assert sentence not in parsed("acled", notes=sentence).record.model_dump_json()


def test_the_release_is_the_last_day_in_the_name_of_the_file() -> None:
    assert ACLED.release_of("2010-01-01-2024-02-07-Ruritania.csv") == "2024-02-07"
    assert ACLED.release_of("acled.csv") == ""


@given(st.dictionaries(st.sampled_from(ACLED.variants[0]), st.text() | st.sampled_from(["0", "1", "2", "3"])))
def test_whatever_stands_in_a_row_it_is_an_entry_or_refused_in_words(changed: dict[str, str]) -> None:
    assert refusal(ACLED, cells("acled", **changed), dataset("acled")) != "no reason"
