"""What a record says of incidents and entities that were merged into others."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from archive.figures import for_readers
from archive.record import Merged, RecordError, Renumbered, canonical, make_record, read_record
from tests.builders import actor, count, exactly, record, responsible

Data = dict[str, Any]


def event(*, merged: Any = (), former_keys: Any = ()) -> Data:
    """A small record in plain data: two claims, the first of which names an actor."""
    given = record(
        responsible(1, "group"), count(2, exactly(3)), entities=[actor("group", former_keys=("old-group",))]
    )
    data: Data = orjson.loads(canonical(given))
    data["actors"][0]["former_keys"] = list(former_keys)
    return data | {"merged": list(merged)}


def test_an_edition_from_before_there_were_merges_reads_as_before() -> None:
    given = record(count(1, exactly(3)))
    old: Data = orjson.loads(canonical(given))
    del old["merged"], old["sources"][0]["former_keys"]

    assert read_record(orjson.dumps(old)) == given


def test_what_was_merged_stands_in_the_order_of_ids_and_keys() -> None:
    made = make_record(event(merged=[{"id": "b"}, {"id": "a"}], former_keys=["z", "y"]))

    assert [one.id for one in made.merged] == ["a", "b"]
    assert made.actors[0].former_keys == ("y", "z")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"merged": [{"id": "event-1"}]}, "merged: “event-1” is still in use"),
        ({"merged": [{"id": "a"}, {"id": "a"}]}, "merged: “a” is given twice"),
        ({"former_keys": ["group"]}, "actors: the former key “group” is still in use"),
        ({"former_keys": ["old", "old"]}, "actors: the former key “old” is given twice"),
        (
            {"merged": [{"id": "a", "claims": [{"old": 1, "new": 1}, {"old": 1, "new": 2}]}]},
            "merged[a].claims: the old number 1 is given twice",
        ),
        (
            {"merged": [{"id": "a", "attacks": [{"old": 1, "new": 2}, {"old": 3, "new": 2}]}]},
            "merged[a].attacks: the new number 2 is given twice",
        ),
    ],
)
def test_a_former_name_that_leads_to_two_things_is_refused(changes: Data, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        make_record(event(**changes))
    assert message in str(caught.value)


def test_readers_learn_no_former_number_of_a_withheld_claim() -> None:
    pairs = tuple(Renumbered(old=old, new=old + 1) for old in (1, 2))
    given = record(
        *(count(number, exactly(3), withheld=number == 3) for number in (2, 3)),
        merged=(Merged(id="event-0", claims=pairs),),
    )

    assert for_readers(given).merged[0].claims == pairs[:1]
