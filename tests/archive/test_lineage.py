"""How sources that are no voices of their own go back to their origins."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from archive.independence import independence
from archive.lineage import Step, lineages
from archive.record import Record, Relation
from archive.vocabulary import Reliance
from tests.builders import count, exactly, publication, record, source
from tests.strategies import records


def event(**relations: list[tuple[Reliance, str]]) -> Record:
    """A record of sources with these relations to one another, or to the publication “agency”."""
    entities = [
        source(
            key,
            relies_on=tuple(
                Relation(how=how, publication=other) if other == "agency" else Relation(how=how, source=other)
                for how, other in related
            ),
        )
        for key, related in relations.items()
    ]
    return record(count(1, exactly(1), relations), entities=[*entities, publication("agency")])


def test_a_source_goes_back_step_by_step() -> None:
    made = event(a=[], b=[(Reliance.QUOTES, "a")], c=[(Reliance.SUMMARISES, "b")])

    assert lineages(made, {"a", "b", "c"}) == {
        "b": ((Step("b", Reliance.QUOTES, ("source", "a")),),),
        "c": (
            (
                Step("c", Reliance.SUMMARISES, ("source", "b")),
                Step("b", Reliance.QUOTES, ("source", "a")),
            ),
        ),
    }


def test_a_source_that_rests_on_several_goes_back_to_each() -> None:
    made = event(a=[], b=[], row=[(Reliance.SUMMARISES, "a"), (Reliance.SUMMARISES, "b")])

    assert [way[0].origin for way in lineages(made, {"a", "b", "row"})["row"]] == [
        ("source", "a"),
        ("source", "b"),
    ]


def test_what_two_papers_reprint_is_their_origin() -> None:
    made = event(a=[(Reliance.SYNDICATES, "agency")], b=[(Reliance.SYNDICATES, "agency")])

    assert lineages(made, {"a", "b"})["b"] == ((Step("b", Reliance.SYNDICATES, ("publication", "agency")),),)


def test_the_shortest_way_is_told() -> None:
    made = event(a=[], b=[(Reliance.QUOTES, "a")], c=[(Reliance.QUOTES, "b"), (Reliance.QUOTES, "a")])

    assert lineages(made, {"a", "b", "c"})["c"] == ((Step("c", Reliance.QUOTES, ("source", "a")),),)


def test_a_mere_credit_leads_nowhere() -> None:
    assert lineages(event(a=[], b=[(Reliance.CREDITS, "a")]), {"a", "b"}) == {}


@given(records())
def test_whoever_heads_no_group_goes_back_to_one_that_does(record: Record) -> None:
    keys = {source.key for source in record.sources}
    groups = independence(record, keys).groups
    found = lineages(record, keys)

    assert found.keys() == keys - {group.head for group in groups if group.kind == "source"}
    for key, ways in found.items():
        for way in ways:
            assert way[0].key == key
            assert all(one.origin == ("source", other.key) for one, other in pairwise(way))
            assert way[-1].origin in {(group.kind, group.head) for group in groups}
