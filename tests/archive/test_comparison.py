"""What differs between two records, in words."""

from __future__ import annotations

from datetime import date

from archive.comparison import Change, ChangeKind, Where, Whereabouts, compare
from archive.figures import for_readers
from archive.record import Checked, Citation, Name, PartOf, Record, Time, make_record
from archive.record.claims import NameClaim, PartOfClaim, TimeClaim
from archive.vocabulary import Attribution, Property, QuoteState, Rank, Rule
from tests.builders import (
    actor,
    at_least,
    attack,
    cited,
    count,
    exactly,
    happened_at,
    place,
    publication,
    record,
    responsible,
    source,
    statement,
    vague,
)


def said(old: Record, new: Record) -> list[str]:
    return [change.sentence for change in compare(old, new)]


def test_a_record_does_not_differ_from_itself() -> None:
    event = record(count(1, exactly(3)), attacks=2)

    assert compare(event, event) == ()


def test_a_new_value_is_said_beside_the_old_one() -> None:
    assert said(record(count(1, at_least(16))), record(count(1, at_least(20)))) == [
        "Claim 1 (killed): value changed from “at least 16” to “at least 20”."
    ]


def test_a_change_says_where_it_lies() -> None:
    (change,) = compare(record(count(7, exactly(3))), record(count(7, exactly(4))))

    assert change == Change(
        ChangeKind.CHANGED, Where(Whereabouts.CLAIMS, 7), "value", "Claim 7 (killed)", "3", "4"
    )


def test_the_incidents_own_columns_are_told() -> None:
    old = record(title="A bombing", date="2024-02-07")
    new = record(title="Two bombings", date="2024-02-07/2024-02-08", place="town")

    assert said(old, new)[:3] == [
        "Incident: title changed from “A bombing” to “Two bombings”.",
        "Incident: date changed from “7 February 2024” to “7 to 8 February 2024”.",
        "Incident: place added: “Place town”.",
    ]


def test_a_new_attack_and_a_changed_one_are_told_by_number() -> None:
    new = record(attacks=[attack(1, label="Pishin", date="2024-02-07"), attack(2, label="Killa Saifullah")])

    assert said(record(attacks=1), new) == [
        "Attack 1: label changed from “Attack 1” to “Pishin”.",
        "Attack 1: date added: “7 February 2024”.",
        "Attack 2 added: “Killa Saifullah”.",
    ]


def test_a_claim_that_is_gone_is_told_whole() -> None:
    old = record(count(1, exactly(3)), count(2, exactly(4), claimant={"role": "police official"}))

    assert said(old, record(count(1, exactly(3)))) == [
        "Claim 2 (killed) removed: “4, said by police official (not stated), about the incident as a whole”."
    ]


def test_rank_and_supersession_are_told_with_their_reasons() -> None:
    old = record(count(1, exactly(3)), count(2, exactly(4)))
    first = count(1, exactly(3), superseded_by=2, superseded_reason="a later count")
    second = count(2, exactly(4), rank=Rank.PREFERRED, rank_reason="counted by name")

    assert said(old, record(first, second)) == [
        "Claim 1 (killed): superseded added: “by claim 2: a later count”.",
        "Claim 2 (killed): rank changed from “normal” to “preferred: counted by name”.",
    ]


def test_a_claim_that_moves_to_an_attack_says_so() -> None:
    old = record(count(1, exactly(3)), attacks=1)

    assert said(old, record(count(1, exactly(3), attack=1), attacks=1)) == [
        "Claim 1 (killed): what it is about changed from “the incident as a whole” to “attack 1 (Attack 1)”."
    ]


def test_an_actor_is_told_by_name() -> None:
    old = record(responsible(1, "isis"), entities=[actor("isis", name="Islamic State")])
    new = record(responsible(1, "bla"), entities=[actor("bla", name="Baloch Liberation Army")])

    assert said(old, new) == [
        "Claim 1 (responsibility): value changed from “Islamic State, attributed by the source” to "
        "“Baloch Liberation Army, attributed by the source”.",
        "Actor bla added: “Baloch Liberation Army”.",
        "Actor isis removed: “Islamic State”.",
    ]


def test_two_actors_of_one_name_are_told_apart_by_their_keys() -> None:
    old = record(responsible(1, "one"), entities=[actor("one", name="Police")])
    new = record(responsible(1, "two"), entities=[actor("two", name="Police")])

    assert said(old, new)[0] == (
        "Claim 1 (responsibility): value changed from “value actor: one” to “value actor: two”."
    )


def test_what_only_one_side_has_is_none_on_the_other() -> None:
    old = record(happened_at(1, "near"), entities=[place("near", name="Town")])
    twin = NameClaim(
        number=2, property=Property.NAME, value=Name(text="x", place="near"), citations=cited("s1")
    )
    first = record(
        happened_at(1, "near"), twin, entities=[place("near", name="Town"), actor("x", name="Town")]
    )
    other = twin.model_copy(update={"value": Name(text="x", actor="x")})
    second = record(
        happened_at(1, "near"), other, entities=[place("near", name="Town"), actor("x", name="Town")]
    )

    assert old != first
    assert said(first, second)[0] == (
        "Claim 2 (name): value changed from “value actor: none; value place: near” to "
        "“value actor: x; value place: none”."
    )


def citing(*citations: Citation) -> Record:
    return record(
        count(1, exactly(3), citations=citations),
        entities=[source("s1", title="First"), source("s2", title="Second")],
    )


def test_citations_are_told_by_source_and_locator() -> None:
    old = citing(Citation(source="s1", locator="lead", quote="three dead"))
    new = citing(
        Citation(source="s1", locator="lead", quote="three killed"), Citation(source="s1", locator="end")
    )

    assert said(old, new) == [
        "Claim 1 (killed), citation of “First”, lead: quote changed from “three dead” to “three killed”.",
        "Claim 1 (killed), citation of “First”, end added: ““First”, end”.",
    ]


def test_what_became_of_a_quote_is_told_with_its_day() -> None:
    old = Citation(source="s1", quote="three dead")
    gone = Checked(state=QuoteState.GONE, on=date(2024, 3, 1))

    (told,) = said(citing(old), citing(old.model_copy(update={"checked": gone})))

    assert told.startswith("Claim 1 (killed), citation of “First”: quote looked up")
    assert told.endswith(", since 2024-03-01”.")


def test_a_change_of_a_citation_says_which() -> None:
    (change,) = compare(citing(Citation(source="s1")), citing(Citation(source="s1"), Citation(source="s1")))

    assert change.where == Where(Whereabouts.CLAIMS, 1, source="s1")
    assert change.kind is ChangeKind.ADDED


def test_citations_in_another_order_are_told() -> None:
    first, second = Citation(source="s1"), Citation(source="s2", locator="lead")

    assert said(citing(first, second), citing(second, first)) == [
        "Claim 1 (killed), citations: order changed from ““First”; “Second”, lead” to "
        "““Second”, lead; “First””."
    ]


def test_only_the_claims_from_the_first_to_the_last_that_moved_are_told() -> None:
    claims = [count(number, exactly(3)) for number in range(1, 6)]
    old = record(*claims)
    new = record(*(claims[place] for place in (0, 2, 1, 3, 4)))

    assert said(old, new) == ["Claims: order changed from “2; 3” to “3; 2”."]


def test_shared_entities_are_told_by_their_fields() -> None:
    old = record(count(1, exactly(3)), entities=[source("s1", "2024-02-07", publication="ap")])
    new = record(
        count(1, exactly(3)),
        entities=[
            source("s1", "2024-02-08", publication="ap"),
            publication("ap", name="Associated Press"),
        ],
    )

    assert said(old, new) == [
        "Source s1: date of publication changed from “7 February 2024” to “8 February 2024”.",
        "Publication ap: name changed from “Publication ap” to “Associated Press”.",
    ]


def test_the_figures_that_follow_are_told() -> None:
    old = for_readers(record(count(1, at_least(24))))
    new = for_readers(record(count(1, at_least(28))))

    assert said(old, new)[-1] == "Figure for killed, the incident: number changed from “24+” to “28+”."


def test_a_figure_that_stays_but_rests_on_other_claims_is_told() -> None:
    old = for_readers(record(count(1, exactly(3))))
    new = for_readers(record(count(1, exactly(3)), count(2, exactly(3))))

    assert said(old, new)[-1] == (
        "Figure for killed, the incident: claims in use changed from “claim 1” to “claims 1 and 2”."
    )


def test_a_figure_that_leaves_out_more_claims_is_told() -> None:
    old = for_readers(record(count(1, exactly(3))))
    new = for_readers(record(count(1, exactly(3)), count(2, vague())))

    assert said(old, new)[-1] == (
        "Figure for killed, the incident: claims left out added: “claim 2, states no number”."
    )


def test_figures_of_attacks_rules_and_populations_are_named() -> None:
    event = record(count(1, exactly(3, population="civilians"), attack=1), attacks=1)
    figures = [
        {"about": "attack", "attack": 1, "measure": "killed", "population": "civilians", "rule": Rule.LOWEST}
    ]
    new = make_record(event.model_dump(by_alias=True) | {"figures": figures})

    assert said(event, new) == [
        "Figure for killed, civilians, attack 1, the lowest number added: “no number stated”."
    ]


def test_a_long_text_is_told_around_its_first_difference() -> None:
    words = "word " * 100
    (sentence,) = said(record(statement(1, f"{words}old")), record(statement(1, f"{words}new")))

    assert len(sentence) < 400
    assert "old”" in sentence
    assert "new”" in sentence
    assert "“…" in sentence


def test_the_beginning_of_a_long_text_is_told_where_all_of_it_is_new() -> None:
    (sentence,) = said(record(), record(statement(1, "word " * 100, by=())))

    assert "“Events: word" in sentence
    assert sentence.endswith("…”.")


def test_a_text_that_only_grew_is_told_from_where_it_ends() -> None:
    words = "word " * 60
    (sentence,) = said(record(statement(1, words)), record(statement(1, f"{words}and more")))

    assert "and more" in sentence


def test_two_publications_of_one_name_are_told_apart_by_their_keys() -> None:
    def credited(*keys: str) -> Record:
        named = [publication(key, name="Agency") for key in keys]
        return record(
            count(1, exactly(3), citations=[Citation(source="s1", reported_via=keys)]), entities=named
        )

    assert said(credited("one"), credited("two"))[0] == (
        "Claim 1 (killed), citation of “Title s1”: credited to changed from “reported via 1: one” to "
        "“reported via 1: two”."
    )


def test_nobody_is_no_name() -> None:
    claim = responsible(1, None, Attribution.NONE_NAMED)

    assert said(record(), record(claim))[0].startswith(
        "Claim 1 (responsibility) added: “nobody named, said by"
    )


def test_a_time_of_day_is_said_as_a_clock_shows_it() -> None:
    def at(clock: str) -> Record:
        citations = [Citation(source="s1")]
        said = TimeClaim(number=1, property=Property.TIME, value=Time(clock=clock), citations=citations)
        return record(said)

    assert said(at("12:00"), at("13:30")) == ["Claim 1 (time): value changed from “12:00” to “13:30”."]


def test_a_conflict_is_said_by_its_name() -> None:
    def within(key: str) -> Record:
        citations = [Citation(source="s1")]
        value = PartOf(conflict=key)
        return record(PartOfClaim(number=1, property=Property.PART_OF, value=value, citations=citations))

    told = [line for line in said(within("one"), within("other")) if line.startswith("Claim 1")]
    assert told == ["Claim 1 (part of): value changed from “Conflict one” to “Conflict other”."]
