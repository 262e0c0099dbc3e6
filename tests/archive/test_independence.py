"""Which sources speak for themselves."""

from __future__ import annotations

import pytest
from hypothesis import given

from archive.independence import Independence, independence
from archive.record import Record
from archive.vocabulary import Reliance
from tests.builders import record, source, statement
from tests.strategies import records

Relations = list[tuple[Reliance, str, str]]


def event(**relies_on: Relations) -> Record:
    """A record of these sources; each relation is how, "source" or "publication", and a key."""
    sources = [
        source(key, relies_on=[{"how": how, kind: other} for how, kind, other in relations])
        for key, relations in relies_on.items()
    ]
    return record(statement(1, "A bomb went off.", list(relies_on)), entities=sources)


def members(found: Independence) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.head, group.members) for group in found.groups]


def test_sources_that_rest_on_nothing_recorded_are_independent() -> None:
    assert independence(event(a=[], b=[], c=[])).count == 3


@pytest.mark.parametrize("how", [Reliance.SYNDICATES, Reliance.QUOTES, Reliance.SUMMARISES])
def test_a_derived_source_joins_the_group_of_its_origin(how: Reliance) -> None:
    assert members(independence(event(a=[], b=[(how, "source", "a")]))) == [("a", ("a", "b"))]


def test_a_credit_derives_nothing() -> None:
    found = independence(
        event(a=[], b=[(Reliance.CREDITS, "source", "a")], c=[(Reliance.CREDITS, "publication", "ap")])
    )

    assert found.count == 3


def test_sources_that_reprint_one_publication_share_one_head() -> None:
    reprint = [(Reliance.SYNDICATES, "publication", "ap")]

    found = independence(event(a=reprint, b=reprint))

    assert members(found) == [("ap", ("a", "b"))]
    assert found.groups[0].kind == "publication"
    assert found.groups[0].voices == ("a", "b")


def test_quoting_a_publication_in_general_derives_nothing() -> None:
    assert independence(event(a=[(Reliance.QUOTES, "publication", "ap")], b=[])).count == 2


def test_a_dataset_row_does_not_make_the_agencies_it_summarises_one() -> None:
    row: Relations = [(Reliance.SUMMARISES, "source", key) for key in ("a", "b", "c")]

    found = independence(event(a=[], b=[], c=[], row=row))

    assert members(found) == [("a", ("a", "row")), ("b", ("b", "row")), ("c", ("c", "row"))]


def test_derivation_is_followed_to_its_first_origin() -> None:
    found = independence(
        event(a=[], b=[(Reliance.QUOTES, "source", "a")], c=[(Reliance.QUOTES, "source", "b")])
    )

    assert members(found) == [("a", ("a", "b", "c"))]
    assert found.groups[0].voices == ("a",)


def test_a_circle_without_an_outside_origin_is_one_group() -> None:
    found = independence(
        event(
            a=[(Reliance.QUOTES, "source", "b")],
            b=[(Reliance.QUOTES, "source", "a")],
            c=[(Reliance.QUOTES, "source", "b")],
        )
    )

    assert members(found) == [("a", ("a", "b", "c"))]
    assert found.groups[0].voices == ("a", "b")


def test_a_circle_with_an_outside_origin_belongs_to_that_origin() -> None:
    found = independence(
        event(
            a=[(Reliance.QUOTES, "source", "b"), (Reliance.QUOTES, "source", "z")],
            b=[(Reliance.QUOTES, "source", "a")],
            z=[],
        )
    )

    assert members(found) == [("z", ("a", "b", "z"))]


def test_among_some_sources_an_origin_left_aside_adds_no_voice() -> None:
    row: Relations = [(Reliance.SUMMARISES, "source", key) for key in ("a", "b", "c")]
    everything = event(a=[], b=[], c=[], row=row)

    assert members(independence(everything, {"a", "row"})) == [("a", ("a", "row"))]
    assert members(independence(everything, {"row"})) == [("a", ("row",))]
    assert independence(everything, set()).count == 0


@given(records())
def test_every_source_is_in_some_group_and_no_group_is_empty(record: Record) -> None:
    found = independence(record)

    assert {key for group in found.groups for key in group.members} == {s.key for s in record.sources}
    assert all(group.members for group in found.groups)
    assert all(set(group.origins) <= set(group.members) for group in found.groups)
