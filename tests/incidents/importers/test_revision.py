"""What a later release changes in an incident, and what the editors' work keeps from being changed."""

from __future__ import annotations

from typing import Any

from archive.record import Citation, Record
from archive.vocabulary import Rank
from incidents.importers.parsing.entry import Entry
from incidents.importers.parsing.revision import Revision, joined, revised
from tests.builders import attack, count, exactly, record, source
from tests.incidents.importers.rows import parsed

FREE = 50


def row(**changed: str) -> Entry:
    return parsed("ucdp", **{"best": "7", "low": "5", "high": "9"} | changed)


def numbers(entry: Entry) -> dict[str, int]:
    return {slot: claim.number for slot, claim in zip(entry.slots, entry.record.claims, strict=True)}


def edited(desk: Record, number: int, **changed: Any) -> Record:
    """The record with one claim changed by an editor."""
    claims = [claim.model_copy(update=changed) if claim.number == number else claim for claim in desk.claims]
    return desk.model_copy(update={"claims": tuple(claims)})


def without(desk: Record, number: int) -> Record:
    return desk.model_copy(update={"claims": tuple(claim for claim in desk.claims if claim.number != number)})


def revise(desk: Record, old: Entry | None, new: Entry, **more: Any) -> Revision:
    first = old or row()
    given: dict[str, Any] = {"numbers": numbers(first), "next_number": FREE, "own": True} | more
    return revised(desk, old, new, **given)


def at(found: Revision, slot: str) -> Any:
    """The claim of this slot as it now is; None where it is gone."""
    return next((claim for claim in found.record.claims if claim.number == found.numbers.get(slot)), None)


def test_what_the_editors_left_follows_the_row() -> None:
    old, new = row(), row(best="8")

    found = revise(old.record, old, new)

    assert at(found, "killed").value.best == 8
    assert at(found, "killed").stated == "best 8, low 5, high 9"
    assert found.kept == ()


def test_title_date_place_and_attack_follow_the_row() -> None:
    old, new = row(), row(where_coordinates="Zenda town", date_start="2014-03-06", date_end="2014-03-06")

    found = revise(old.record, old, new)

    assert (found.record.title, found.record.date) == (new.record.title, "2014-03-06")
    assert (found.record.place, found.record.attacks) == (new.record.place, new.record.attacks)


def test_what_an_editor_changed_of_them_stays_and_is_told() -> None:
    old, new = row(), row(where_coordinates="Zenda town", date_start="2014-03-06", date_end="2014-03-06")
    desk = old.record.model_copy(update={"title": "The battle of Strelsau"})

    found = revise(desk, old, new)

    assert found.record.title == "The battle of Strelsau"
    assert found.kept == ("title: an editor changed it, and the row has changed",)


def test_a_claim_that_an_editor_changed_stays_and_is_told() -> None:
    old, new = row(), row(best="8")
    desk = edited(old.record, numbers(old)["killed"], value=exactly(6))

    found = revise(desk, old, new)

    assert at(found, "killed").value == exactly(6)
    assert found.kept == ("killed: an editor worked on claim 3, and the row has changed",)


def test_what_an_editor_changed_is_not_told_while_the_row_says_the_same() -> None:
    old = row()
    desk = edited(old.record, numbers(old)["killed"], value=exactly(6))

    assert revise(desk, old, row()).kept == ()


def test_a_deleted_claim_stays_deleted() -> None:
    old, new = row(), row(best="8")

    found = revise(without(old.record, numbers(old)["killed"]), old, new)

    assert at(found, "killed") is None
    assert found.kept == ("killed: an editor deleted its claim, and the row has changed",)


def test_a_deleted_claim_does_not_come_back_with_a_release_that_says_it_again() -> None:
    first, second = row(deaths_civilians="2"), row()
    gone = revise(without(first.record, numbers(first)["killed:civilians"]), first, second)

    again = revise(gone.record, second, first, numbers=gone.numbers)

    assert at(again, "killed:civilians") is None


def test_what_the_row_says_no_longer_goes() -> None:
    old, new = row(deaths_civilians="2"), row()

    found = revise(old.record, old, new)

    assert "killed:civilians" not in found.numbers
    assert len(found.record.claims) == len(old.record.claims) - 1


def test_a_claim_that_comes_anew_gets_a_number_never_used() -> None:
    found = revise(row().record, row(), row(deaths_civilians="2", deaths_b="1"))

    assert {at(found, "killed:civilians").number, at(found, "killed:fighters").number} == {FREE, FREE + 1}


def test_rank_withholding_and_further_citations_are_the_editors() -> None:
    old, new, press = row(), row(best="8"), Citation(source="press")
    number = numbers(old)["killed"]
    own = old.record.claims[number - 1].citations
    more = {"rank": Rank.PREFERRED, "rank_reason": "It is right.", "withheld": True}
    desk = edited(old.record, number, citations=(*own, press), **more)

    claim = at(revise(desk, old, new), "killed")

    assert (claim.value.best, claim.rank, claim.withheld) == (8, Rank.PREFERRED, True)
    assert claim.citations == (*own, press)


def test_another_place_in_the_row_that_an_editor_cites_stays() -> None:
    old, number = row(), numbers(row())["killed"]
    own = old.record.claims[number - 1].citations
    further = Citation(source=old.source, locator="source_original")

    claim = at(revise(edited(old.record, number, citations=(*own, further)), old, row(best="8")), "killed")

    assert claim.citations == (*own, further)


def test_words_that_an_editor_quotes_from_the_row_stay() -> None:
    old, number = row(), numbers(row())["killed"]
    quoted = tuple(c.model_copy(update={"quote": "7"}) for c in old.record.claims[number - 1].citations)

    claim = at(revise(edited(old.record, number, citations=quoted), old, row(best="8")), "killed")

    assert claim.citations == quoted


def test_a_claim_that_an_editor_worked_on_stays_where_the_row_says_it_no_longer() -> None:
    old, new = row(deaths_civilians="2"), row()
    number = numbers(old)["killed:civilians"]

    found = revise(edited(old.record, number, rank=Rank.DEPRECATED, rank_reason="No."), old, new)

    assert at(found, "killed:civilians").rank == Rank.DEPRECATED
    assert found.kept == (
        f"killed:civilians: the row no longer says it, but an editor worked on claim {number}",
    )


def test_a_claim_stays_that_an_editor_made_the_newer_one_of_another() -> None:
    old = row(deaths_civilians="2")
    number = numbers(old)["killed:civilians"]
    older = count(40, exactly(1), old.source, superseded_by=number, superseded_reason="Later count.")
    desk = old.record.model_copy(update={"claims": (*old.record.claims, older)})

    assert at(revise(desk, old, row()), "killed:civilians").number == number


def test_what_an_editor_made_of_a_claim_stays_when_the_row_says_it_again() -> None:
    first, second, third = row(deaths_civilians="2"), row(), row(deaths_civilians="4")
    number = numbers(first)["killed:civilians"]
    desk = edited(first.record, number, value=exactly(3))

    found = revise(desk, first, second)
    found = revise(found.record, second, third, numbers=found.numbers)

    assert at(found, "killed:civilians").value == exactly(3)
    assert found.kept == (f"killed:civilians: an editor worked on claim {number}, and the row has changed",)


def test_where_the_old_row_cannot_be_read_the_desk_is_left_as_it_is_and_that_is_told() -> None:
    desk = row().record

    found = revise(desk, None, row(best="8", where_coordinates="Zenda town"))

    assert at(found, "killed").value.best == 7
    assert found.record.title == desk.title
    told = {words.split(":")[0] for words in found.kept}
    assert told == {"place", "killed", "title", "attacks"}


def test_where_the_old_row_cannot_be_read_and_nothing_changed_nothing_is_told() -> None:
    assert revise(row().record, None, row()) == Revision(row().record, numbers(row()))


def test_the_old_rows_source_goes_with_the_claim_that_cites_it_and_what_it_rests_on_is_renewed() -> None:
    article = '"Strelsau Courier,2014-03-06,Seven killed"'
    old, new = row(), row(best="8", source_article=article, number_of_sources="1")

    found = revise(old.record, old, new)

    assert {source.title for source in found.record.sources} == {"", "Seven killed"}
    assert Record.model_validate(found.record.model_dump(by_alias=True)) == found.record


def elsewhere(attacks: int) -> Record:
    """An incident of the editors' own, with so many attacks."""
    return record(count(1, exactly(6), "press"), attacks=attacks, entities=[source("press")])


def test_a_row_joins_an_incident_behind_its_claims_and_changes_nothing_else() -> None:
    desk = elsewhere(1)

    found = joined(desk, row(), 2)

    assert found.record.claims[:1] == desk.claims
    assert (found.record.title, found.record.attacks) == (desk.title, desk.attacks)
    assert sorted(found.numbers.values()) == list(range(2, 2 + len(row().slots)))


def test_what_a_joining_row_says_of_its_attack_is_said_of_the_only_attack() -> None:
    desk = record(attacks=[attack(3)])

    assert at(joined(desk, row(type_of_violence="3"), 2), "target").attack == 3


def test_what_a_joining_row_says_of_its_attack_is_said_of_the_whole_where_there_are_several() -> None:
    claim = at(joined(elsewhere(2), row(type_of_violence="3"), 2), "target")

    assert (claim.about, claim.attack) == ("incident", None)


def test_a_joined_row_is_revised_where_it_was_put() -> None:
    old, new = row(type_of_violence="3"), row(type_of_violence="3", best="8", side_a="Blue Hand")
    first = joined(elsewhere(2), old, 2)

    found = revise(first.record, old, new, numbers=first.numbers, own=False)

    assert at(found, "killed").value.best == 8
    assert at(found, "target").about == "incident"
    assert found.record.title == "An event"
    assert found.kept == ()
