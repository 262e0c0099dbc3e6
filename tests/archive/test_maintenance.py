"""A published record is patched where it shows a shared entity, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.figures import with_figures
from archive.maintenance import note_on, patched, rechecked, same_figures
from archive.record import (
    Actor,
    BaseClaim,
    Checked,
    Citation,
    Record,
    RecordError,
    Relation,
    Source,
    canonical,
    read_record,
)
from archive.record.entities import Part
from archive.record.links import ENTITIES, Link, held, links
from archive.vocabulary import PartAs, QuoteState, Reliance
from tests.builders import (
    actor,
    attack,
    cited,
    conflict,
    count,
    exactly,
    happened_at,
    place,
    publication,
    record,
    responsible,
    source,
)
from tests.strategies import records


def known(*parts: Part) -> Mapping[Link, Part]:
    return {(f"{type(part).__name__.lower()}s", part.key): part for part in parts}  # type: ignore[attr-defined]


def group(record: Record, key: str) -> Actor:
    return next(each for each in record.actors if each.key == key)


#: What an entity may come to lie within, or be issued by.
FRESH: dict[str, Part] = {
    "actors": actor("fresh"),
    "places": place("fresh"),
    "publications": publication("fresh"),
}

#: The fields by which an entity leads to another.
UPWARDS: dict[str, dict[str, Any]] = {
    "actors": {"part_of": "fresh", "part_as": PartAs.BRANCH},
    "places": {"parent": "fresh"},
    "sources": {"publication": "fresh"},
}


@dataclass(frozen=True)
class Case:
    """A record, one of the entities that it shows, and everything as it is known now."""

    record: Record
    link: Link
    known: Mapping[Link, Part]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """The entity has another name, and may lead elsewhere; all others are called otherwise too."""
    old = with_figures(draw(records(most_claims=6).filter(held)))
    link = draw(st.sampled_from(sorted(held(old))))
    now = {name: _renamed(part) for name, part in held(old).items()}
    upwards = UPWARDS.get(link[0], {})
    moves: dict[str, Any] = draw(st.sampled_from([{}, upwards, dict.fromkeys(upwards)]))
    now[link] = now[link].model_copy(update=moves)
    return Case(old, link, now | dict(known(*FRESH.values())))


def _renamed(part: Part) -> Part:
    return part.model_copy(update={"title" if isinstance(part, Source) else "name": "Renamed"})


@settings(max_examples=25)
@given(cases())
def test_nothing_but_the_entity_and_what_hangs_on_it_changes(case: Case) -> None:
    result = patched(case.record, case.link, case.known)
    before, after = held(case.record), held(result)

    assert after[case.link] == case.known[case.link]
    assert all(after[name] == before[name] for name in after.keys() & before.keys() - {case.link})
    assert result.model_copy(
        update={name: getattr(case.record, name) for name in (*ENTITIES, "figures")}
    ) == (case.record)


@settings(max_examples=25)
@given(cases())
def test_patching_twice_is_patching_once(case: Case) -> None:
    once = patched(case.record, case.link, case.known)

    assert patched(once, case.link, case.known) is once
    assert read_record(canonical(once)) == with_figures(once) == once


@settings(max_examples=25)
@given(cases())
def test_nothing_names_a_merged_entity_any_more(case: Case) -> None:
    kind, key = case.link
    target = (kind, "the-other")
    other = _renamed(held(case.record)[case.link])
    plain = dict.fromkeys(UPWARDS.get(kind, {}))
    alone = {"relies_on": ()} if kind == "sources" else {}
    now = {target: other.model_copy(update={"key": "the-other", **alone, **plain})}
    result = patched(case.record, target, now, instead_of=[key])

    parts = [*result.attacks, *result.claims, *held(result).values()]
    assert case.link not in {name for part in parts for name in links(part)} | held(result).keys()
    assert [_words(claim) for claim in result.claims] == [_words(claim) for claim in case.record.claims]
    assert patched(result, target, now, instead_of=[key]) is result


def _words(claim: BaseClaim) -> dict[str, Any]:
    """What a claim says without naming an entity."""
    said = claim.model_dump(exclude={"claimant": {"actor"}, "citations": True})
    return said | {
        "value": {k: v for k, v in said["value"].items() if k not in ("actor", "place", "conflict")}
    }


def test_a_record_that_does_not_show_the_entity_is_left_as_it_is() -> None:
    old = record(responsible(1, "group"))

    assert patched(old, ("actors", "other"), known(actor("other"))) is old


def test_what_the_entity_newly_leads_to_comes_along() -> None:
    old = record(responsible(1, "branch"))
    whole = actor("whole", name="The whole")
    branch = actor("branch", part_of="whole", part_as=PartAs.BRANCH)
    result = patched(old, ("actors", "branch"), known(branch, whole))

    assert [each.key for each in result.actors] == ["branch", "whole"]


def test_what_it_leads_to_stays_as_the_record_has_it() -> None:
    branch = actor("branch", part_of="whole", part_as=PartAs.BRANCH)
    old = record(responsible(1, "branch"), entities=[branch, actor("whole", name="As published")])
    now = known(branch.model_copy(update={"name": "Renamed"}), actor("whole", name="A waiting edit"))
    result = patched(old, ("actors", "branch"), now)

    assert group(result, "whole").name == "As published"


def test_what_nothing_leads_to_any_more_goes() -> None:
    branch = actor("branch", part_of="whole", part_as=PartAs.BRANCH)
    old = record(responsible(1, "branch"), entities=[branch])
    result = patched(old, ("actors", "branch"), known(actor("branch")))

    assert [each.key for each in result.actors] == ["branch"]


def test_a_place_within_itself_is_refused() -> None:
    old = record(happened_at(1, "town"), entities=[place("town", parent="district"), place("district")])
    now = known(place("district", parent="town"), place("town", parent="district"))

    with pytest.raises(RecordError, match="comes round to itself"):
        patched(old, ("places", "district"), now)


def test_everything_that_named_a_merged_place_names_the_one_that_stayed() -> None:
    old = record(
        happened_at(1, "town"),
        attacks=[attack(1, place="town")],
        place="street",
        entities=[place("street", parent="town")],
    )
    result = patched(old, ("places", "city"), known(place("city")), instead_of=["town"])

    assert (result.claims[0].value.place, result.attacks[0].place) == ("city", "city")  # type: ignore[union-attr]
    assert [(each.key, each.parent) for each in result.places] == [("city", None), ("street", "city")]


def test_an_incident_at_a_merged_place_is_at_the_one_that_stayed() -> None:
    old = record(place="town")

    assert patched(old, ("places", "city"), known(place("city")), instead_of=["town"]).place == "city"


def test_two_merged_publications_are_credited_once() -> None:
    twice = [each.model_copy(update={"reported_via": ("ap", "associated-press")}) for each in cited("s1")]
    old = record(count(1, exactly(3), citations=twice))
    result = patched(old, ("publications", "ap"), known(publication("ap")), instead_of=["associated-press"])

    assert result.claims[0].citations[0].reported_via == ("ap",)


def test_two_merged_sources_that_are_cited_alike_are_cited_once() -> None:
    old = record(count(1, exactly(3), ["s1", "s2"]))
    result = patched(old, ("sources", "s1"), known(source("s1")), instead_of=["s2"])

    assert [citation.source for citation in result.claims[0].citations] == ["s1"]


def test_a_source_does_not_come_to_rely_on_itself() -> None:
    relies = [Relation(how=Reliance.QUOTES, source="s2")]
    old = record(count(1, exactly(3), ["s1", "s3"]), entities=[source("s3", relies_on=relies)])
    result = patched(old, ("sources", "s3"), known(source("s3")), instead_of=["s2"])

    assert all(not each.relies_on for each in result.sources)


def test_figures_that_would_change_are_noticed() -> None:
    claims: list[Any] = [
        count(1, exactly(3), claimant={"actor": "spokesman"}),
        count(2, exactly(9)),
        responsible(3, "group"),
    ]
    old = with_figures(record(*claims))
    spokesman = actor("spokesman", part_of="group", part_as=PartAs.MEDIA_ARM)

    assert not same_figures(old, patched(old, ("actors", "spokesman"), known(spokesman, actor("group"))))


def test_figures_that_stay_are_noticed() -> None:
    old = with_figures(record(count(1, exactly(3)), responsible(2, "group")))

    assert same_figures(old, patched(old, ("actors", "group"), known(actor("group", name="Renamed"))))


def test_the_note_says_the_old_name_and_the_new() -> None:
    old = record(responsible(1, "group"), entities=[actor("group", name="The Group")])
    new = patched(old, ("actors", "group"), known(actor("group", name="The Front")))

    assert note_on(old, new, ("actors", "group")) == "“The Group” is now “The Front”."


def test_the_note_names_every_merged_entity_that_the_record_showed() -> None:
    old = record(responsible(1, "a"), responsible(2, "b"))
    new = patched(old, ("actors", "c"), known(actor("c", name="C")), instead_of=["a", "b"])

    assert note_on(old, new, ("actors", "c"), instead_of=["b", "a"]) == (
        "“Actor a” is now “C”. “Actor b” is now “C”."
    )


def test_the_note_says_that_something_else_is_new_where_the_name_stayed() -> None:
    old = record(responsible(1, "group"), entities=[actor("group", name="The Group")])
    new = patched(old, ("actors", "group"), known(actor("group", name="The Group", kind="government")))

    assert note_on(old, new, ("actors", "group")) == "What is said of “The Group” was brought up to date."


def test_a_merged_conflict_is_named_by_the_one_that_stayed() -> None:
    claim = {"number": 1, "property": "part_of", "value": {"conflict": "war"}}
    old = Record.model_validate(
        {"id": "event-1", "title": "An event", "claims": [claim], "conflicts": [conflict("war")]}
    )
    new = patched(old, ("conflicts", "the-war"), known(conflict("the-war")), instead_of=["war"])

    assert new.claims[0].value.conflict == "the-war"  # type: ignore[union-attr]


LOOKED_UP = Checked(state=QuoteState.GONE, on=date(2024, 3, 1))


def quoting(*citations: Citation) -> Record:
    claim = count(1, exactly(3), by="s1").model_copy(update={"citations": citations})
    return record(claim)


def test_what_looking_up_has_shown_is_put_to_the_quotes_of_that_source_alone() -> None:
    given = quoting(Citation(source="s1", quote="Three died."), Citation(source="s2", quote="Three died."))
    after = rechecked(given, "s1", {(1, "", "Three died."): LOOKED_UP})

    assert [cited.checked for cited in after.claims[0].citations] == [LOOKED_UP, None]
    words = note_on(given, after, ("sources", "s1"))
    assert words.endswith("no longer says what is quoted for claim 1.")


def test_a_quote_that_the_desk_has_otherwise_stays_as_it_is() -> None:
    given = quoting(Citation(source="s1", quote="Three died.", checked=LOOKED_UP))

    assert rechecked(given, "s1", {(1, "", "Four died."): None}) is given
    assert rechecked(given, "s1", {(1, "", "Three died."): LOOKED_UP}) is given
    assert rechecked(given, "s1", {(1, "", "Three died."): None}) == quoting(
        Citation(source="s1", quote="Three died.")
    )
