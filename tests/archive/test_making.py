"""Parts that are made of checked values, as answers and figures are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from archive.record import LeftOut, Place, Record
from archive.record.making import made
from archive.vocabulary import LeftOutReason, PlaceKind
from tests.strategies import records


@settings(max_examples=20)
@given(records())
def test_a_record_that_is_made_of_its_own_values_says_the_same(record: Record) -> None:
    again = made(Record, dict(record))

    assert again == record
    assert again.model_dump_json() == record.model_dump_json()


def test_what_is_not_given_is_as_it_is_by_default() -> None:
    values = {"key": "quetta", "name": "Quetta", "kind": PlaceKind.DISTRICT}

    assert made(Place, values) == Place(**values)


def test_its_fields_are_written_in_the_order_of_the_model() -> None:
    left_out = made(LeftOut, {"reason": LeftOutReason.VAGUE, "claim": 1})

    assert left_out.model_dump_json() == LeftOut(claim=1, reason=LeftOutReason.VAGUE).model_dump_json()


def test_a_part_that_was_made_is_as_immutable_as_one_that_was_read() -> None:
    left_out = made(LeftOut, {"claim": 1, "reason": LeftOutReason.VAGUE})

    with pytest.raises(ValidationError):
        left_out.claim = 2  # type: ignore[misc]
