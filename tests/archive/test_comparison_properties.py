"""What holds of the comparison of any two records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from archive.answers.claims import KINDS
from archive.comparison import Change, ChangeKind, Where, compare
from archive.comparison.aspects import Aspect
from archive.comparison.parts import ATTACKS, CITATION, CLAIMS, INCIDENT, SHARED
from archive.comparison.values import WORDS
from archive.figures import with_figures
from archive.record import Attack, BaseClaim, Citation, Record
from archive.record.entities import Part
from tests.strategies.records import MODELS, records

OPPOSITE = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
    ChangeKind.CHANGED: ChangeKind.CHANGED,
}


@given(records())
def test_a_record_does_not_differ_from_itself(event: Record) -> None:
    assert compare(event, event) == ()


@given(records(most_claims=4), records(most_claims=4))
def test_records_between_which_nothing_is_told_are_equal(old: Record, new: Record) -> None:
    assert (compare(old, new) == ()) == (old == new)


@given(st.data(), records(most_claims=4))
def test_whatever_is_shuffled_or_left_out_is_told(data: DataObject, event: Record) -> None:
    old = with_figures(event)
    update = {name: tuple(data.draw(st.permutations(getattr(old, name)))) for name in ("claims", "figures")}
    new = old.model_copy(update=update)

    assert (compare(old, new) == ()) == (old == new)


def outline(changes: Sequence[Change], *, turned: bool) -> Counter[tuple[ChangeKind, Where, str, str, str]]:
    return Counter(
        (OPPOSITE[one.kind], one.where, one.field, one.after, one.before)
        if turned
        else (one.kind, one.where, one.field, one.before, one.after)
        for one in changes
    )


@given(records(most_claims=4), records(most_claims=4))
def test_swapping_the_sides_swaps_what_came_and_what_went(old: Record, new: Record) -> None:
    assert outline(compare(old, new), turned=False) == outline(compare(new, old), turned=True)


@given(records(most_claims=4), records(most_claims=4))
def test_every_difference_is_said_in_one_line_with_both_sides(old: Record, new: Record) -> None:
    for change in compare(with_figures(old), with_figures(new)):
        assert change.sentence.endswith("”.")
        assert change.before or change.after
        assert (change.before and change.after) if change.kind is ChangeKind.CHANGED else True


FIELDS: list[tuple[Any, Sequence[Aspect], set[str]]] = [
    (Attack, ATTACKS.aspects, {"number"}),
    (BaseClaim, CLAIMS.aspects, {"number", "citations"}),
    (Citation, CITATION, {"source", "locator"}),
    *((model, SHARED[name].aspects, {"key"}) for name, model in MODELS.items()),
    (Record, INCIDENT, {"schema_", "attacks", "claims", "figures", *SHARED}),
]


@pytest.mark.parametrize(("model", "aspects", "elsewhere"), FIELDS)
def test_no_field_of_any_part_is_forgotten(
    model: type[Part], aspects: Sequence[Aspect], elsewhere: set[str]
) -> None:
    told = {field for aspect in aspects for field in aspect.fields}

    assert told | elsewhere == set(model.model_fields)


def test_every_kind_of_value_has_its_words() -> None:
    kinds: set[object] = {kind.model_fields["value"].annotation for kind in KINDS}

    assert set(WORDS) == kinds
