"""Whom a sentence names as who says it."""

from __future__ import annotations

import pytest

from archive.vocabulary import ClaimantKind
from incidents.proposals import read
from tests.incidents.proposals.reading import NAMES, only


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("14 people were killed, police said.", "official", "police"),
        ("Police said 14 people were killed.", "official", "Police"),
        ("According to a hospital official, 14 people were killed.", "official", "hospital official"),
        ("14 people were killed, according to witnesses.", "witness", "witnesses"),
        ("“14 people were killed,” Musa Ibrahim, a resident, said.", "witness", "Musa Ibrahim, a resident"),
        (
            "“14 people were killed,” said Wasim Baig, a spokesman for the hospital.",
            "official",
            "Wasim Baig, a spokesman for the hospital",
        ),
        ("A senior official, who asked not to be named, said 14 people died.", "official", "senior official"),
        ("“It went off,” the officer told AFP, adding that 14 people had died.", "official", "officer"),
        ("But the chairman, Abba Kaka, told AFP by phone that 14 died.", "unstated", "chairman, Abba Kaka"),
        ("Bomb kills 14: police", "official", "police"),
        ("Civil defence said that 14 people were killed.", "official", "Civil defence"),
        ("14 people were killed, the civil defence department said.", "official", "civil defence department"),
        ("Official: Bomb kills 14", "official", "Official"),
        ("UPDATE 1-Pakistan police say 14 people killed.", "official", "Pakistan police"),
        ("The minister later put the death toll at 14.", "official", "minister"),
        ("14 people were killed, said Hassan Abdi, who drove an ambulance.", "unstated", "Hassan Abdi"),
        ("14 people were killed, Hassan Abdi said.", "unstated", "Hassan Abdi"),
        ("He said 14 people were killed.", "unstated", ""),
        ("As per initial information, 14 people were killed.", "unstated", ""),
        ("It is said 14 people were killed.", "unstated", ""),
        ("Nine years on: 14 people killed", "unstated", ""),
    ],
)
def test_the_claimant(text: str, kind: str, role: str) -> None:
    found = only(text)
    assert (found.claimant_kind, found.claimant_role) == (kind, role)


def test_two_who_disagree_in_one_sentence_each_say_their_own() -> None:
    text = "Police put the toll at 16, while a spokesman for the hospital said 19 bodies had been received."
    assert [(one.best, one.claimant_role) for one in read(text)] == [
        (16, "Police"),
        (19, "spokesman for the hospital"),
    ]


def test_a_claimant_whom_the_archive_knows_is_given_by_key() -> None:
    assert only("The Pakistan Army said 14 militants were killed.").claimant == "army"


def test_an_agency_printed_it_and_did_not_say_it() -> None:
    found = only("According to AFP, the attack killed 14 people.")
    assert (found.reported_via, found.claimant_role, found.claimant_kind) == (
        "AFP",
        "",
        ClaimantKind.UNSTATED,
    )
    assert only("Reuters reported that 14 people were killed.").reported_via == "Reuters"


def test_no_more_than_a_name_is_taken_for_a_speaker() -> None:
    long = "the man from the house by the road near the river under the old bridge of the town said"
    assert only(f"{long} 14 people were killed.").claimant_role == ""


def test_who_claims_an_attack_is_its_claimant() -> None:
    (found,) = read("The TTP claimed responsibility for it, its spokesman said.", NAMES)
    assert (found.claimant_kind, found.claimant) == (ClaimantKind.PARTY, "ttp")


def test_who_claims_a_deed_does_not_say_how_many_it_killed() -> None:
    assert only("IS claims blast which killed 85").claimant_role == ""
    assert only("The TTP claimed that 14 soldiers were killed.").claimant_role == "TTP"
