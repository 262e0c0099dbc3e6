"""What the form begins with when a proposal, or a mark without one, is taken up."""

from __future__ import annotations

from archive.vocabulary import Attribution, ClaimantKind, Property
from incidents.worksheet.spans import Span
from incidents.worksheet.suggesting import Row, of_mark, of_proposal
from tests.incidents.worksheet.test_accounting import TEXT, mark, proposal

NOBODY = {"claimant": "", "claimant_role": "", "claimant_kind": "unstated", "claimed_on": ""}
ROWS = {("actor", "group"): Row(3, "The Group"), ("place", "pishin"): Row(5, "Pishin")}


def test_a_publication_that_is_credited_is_whom_the_source_credits() -> None:
    via = of_proposal(proposal(reported_via="The  Agency"), TEXT, ROWS, {"the agency": Row(9, "Agency")})
    unknown = of_proposal(proposal(reported_via="Another"), TEXT, ROWS, {})

    assert (via.citation["reported_via"], via.names["reported_via"]) == ("9", "Agency")
    assert "reported_via" not in unknown.citation


def test_a_count_fills_its_value_its_quote_and_its_paragraph() -> None:
    found = of_proposal(proposal(), TEXT, ROWS, {})

    assert found.claim == NOBODY | {
        "property": "killed",
        "stated": "At least 14 people died",
        "qualifier": "at_least",
        "low": "14",
        "population": "unstated",
    }
    assert found.citation == {"quote": "At least 14 people died, police said.", "locator": "paragraph 1"}
    assert found.why == ("It says so.",)


def test_who_is_named_is_filled_by_their_database_keys_and_names() -> None:
    given = {"property": Property.RESPONSIBILITY, "attribution": Attribution.SELF_CLAIMED, "actor": "group"}
    speaking = {"claimant": "group", "claimant_kind": ClaimantKind.PARTY}
    found = of_proposal(
        proposal(low=None, qualifier=None, population=None, **given, **speaking), TEXT, ROWS, {}
    )

    assert (found.claim["actor"], found.claim["claimant"]) == ("3", "3")
    assert found.claim["claimant_kind"] == "party"
    assert found.names == {"actor": "The Group", "claimant": "The Group"}


def test_a_value_of_a_closed_list_and_a_place_go_to_their_columns() -> None:
    weapon = of_proposal(proposal(property=Property.WEAPON, value="drone"), TEXT, ROWS, {})
    place = of_proposal(proposal(property=Property.PLACE, value="pishin"), TEXT, ROWS, {})

    assert weapon.claim["weapon"] == "drone"
    assert place.claim["place"] == "5"


def test_a_name_without_a_proposal_fills_whom_or_what_it_names() -> None:
    found = of_mark(mark("Pishin", "place"), Span(38, 68), TEXT, ROWS["place", "pishin"])

    assert found.claim == NOBODY | {"stated": "Pishin", "property": "place", "place": "5"}
    assert found.citation["quote"] == "Some 14 shops burnt in Pishin."
    actor = of_mark(mark("police", "actor"), Span(0, 37), TEXT, ROWS["actor", "group"])
    assert actor.claim == NOBODY | {"stated": "police", "property": "responsibility", "actor": "3"}


def test_a_number_without_a_proposal_gives_its_words_alone() -> None:
    assert of_mark(mark("14", after=20), Span(38, 68), TEXT, None).claim == NOBODY | {"stated": "14"}
