"""What keeps claims from going two ways."""

from __future__ import annotations

from typing import Any

import pytest

from archive.record import Record, TimeClaim
from archive.vocabulary import Property
from incidents.merging.parting import crossings
from tests.builders import at_least, cited, count, exactly, record

OLDER: dict[str, Any] = {"superseded_by": 2, "superseded_reason": "raised"}


def later_than(attack: int) -> TimeClaim:
    value = {"minutes": 20, "after_attack": attack}
    return TimeClaim.model_validate(
        {"number": 3, "property": Property.TIME, "value": value, "citations": cited("s1")}
    )


@pytest.mark.parametrize(
    ("given", "claims", "attacks", "said"),
    [
        (record(count(1, exactly(3), attack=1), attacks=1), {1}, {1}, []),
        (
            record(count(1, exactly(3), attack=1), attacks=1),
            {1},
            set(),
            ["Claim 1 goes back, but it names attack 1, which stays: change that claim first."],
        ),
        (
            record(later_than(1), attacks=1),
            set(),
            {1},
            ["Claim 3 stays, but it names attack 1, which goes back: change that claim first."],
        ),
        (
            record(count(1, at_least(3), **OLDER), count(2, exactly(4))),
            {1},
            set(),
            ["Claim 1 goes back, but it is superseded by claim 2, which stays: change that claim first."],
        ),
    ],
)
def test_claims_that_refer_to_what_goes_the_other_way_are_named(
    given: Record, claims: set[int], attacks: set[int], said: list[str]
) -> None:
    assert list(crossings(given, claims, attacks)) == said
