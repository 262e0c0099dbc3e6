"""Releases and editors take turns: whatever both do, the editors' work stays and the rest follows the row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from archive.record import BaseClaim, Citation, Record
from archive.record.links import ENTITIES, held, reached
from archive.vocabulary import Rank
from incidents.importers.parsing.entry import Entry
from incidents.importers.parsing.revision import SAID, revised
from tests.builders import count, exactly, source
from tests.incidents.importers.rows import parsed

ROWS = st.fixed_dictionaries(
    {
        "best": st.sampled_from(["", "0", "7", "8"]),
        "low": st.sampled_from(["", "5"]),
        "deaths_civilians": st.sampled_from(["0", "2", "3"]),
        "deaths_b": st.sampled_from(["0", "1"]),
        "side_b": st.sampled_from(["Red Hand", "Blue Hand", "Civilians"]),
        "type_of_violence": st.sampled_from(["1", "3"]),
        "where_coordinates": st.sampled_from(["Strelsau town", "Zenda town"]),
        "conflict_name": st.sampled_from(["", "Ruritania: Government"]),
        "source_article": st.sampled_from(["", '"Courier,2014-03-06,Seven killed"']),
    }
)
PRESS = source("press")


@dataclass
class Desk:
    """An incident that was made for a row, what the row said, and what editors did since.

    `told`: claims that were kept as they are for an editor's sake, which was told.
    """

    record: Record
    row: Entry
    numbers: dict[str, int]
    next_number: int
    own: list[BaseClaim] = field(default_factory=list)
    changed: dict[int, BaseClaim] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    title: str = ""

    def put(self, *claims: BaseClaim) -> None:
        """Hold these claims, and whatever they name."""
        record = self.record.model_copy(update={"claims": claims})
        known = held(record) | {("sources", "press"): PRESS}
        needed = reached(record, known)
        parts = {name: [known[link] for link in sorted(needed) if link[0] == name] for name in ENTITIES}
        self.record = Record.model_validate(record.model_dump(by_alias=True) | parts)


def add(desk: Desk, random: Random) -> None:
    claim = count(desk.next_number, exactly(random.randrange(9)), "press")
    desk.next_number += 1
    desk.own.append(claim)
    desk.put(*desk.record.claims, claim)


def change(desk: Desk, random: Random) -> None:
    of_rows = [claim for claim in desk.record.claims if claim.property == "killed" and claim not in desk.own]
    for claim in of_rows[:1]:
        new = claim.model_copy(update={"value": exactly(random.randrange(100, 200))})
        desk.changed[claim.number] = new
        desk.put(*(new if each.number == claim.number else each for each in desk.record.claims))


def rank(desk: Desk, random: Random) -> None:
    for claim in desk.record.claims[-1:]:
        if claim in desk.own:
            return
        new = claim.model_copy(
            update={
                "rank": Rank.PREFERRED,
                "rank_reason": "Right.",
                "citations": (*claim.citations, Citation(source="press")),
            }
        )
        desk.put(*(new if each.number == claim.number else each for each in desk.record.claims))
        if claim.number in desk.changed:
            desk.changed[claim.number] = new


def delete(desk: Desk, random: Random) -> None:
    claims = [claim for claim in desk.record.claims if claim not in desk.own]
    if claims:
        claim = random.choice(claims)
        desk.gone.add(claim.number)
        desk.changed.pop(claim.number, None)
        desk.put(*(each for each in desk.record.claims if each.number != claim.number))


def retitle(desk: Desk, random: Random) -> None:
    desk.title = "What an editor calls it"
    desk.record = desk.record.model_copy(update={"title": desk.title})


ACTS: list[Callable[[Desk, Random], None]] = [add, change, rank, delete, retitle]


def imported(cells: dict[str, str]) -> Desk:
    entry = parsed("ucdp", **cells)
    numbers = {slot: claim.number for slot, claim in zip(entry.slots, entry.record.claims, strict=True)}
    return Desk(entry.record, entry, numbers, len(entry.slots) + 1)


def said(claim: BaseClaim) -> list[object]:
    return [getattr(claim, name) for name in SAID]


def revise(desk: Desk, cells: dict[str, str]) -> None:
    """Take the next release, and check what became of every claim."""
    before, new = desk.record, parsed("ucdp", **cells)
    found = revised(before, desk.row, new, desk.numbers, desk.next_number, own=True)
    claims = {claim.number: claim for claim in found.record.claims}
    assert Record.model_validate(found.record.model_dump(by_alias=True)) == found.record
    assert len(claims) == len(found.record.claims)
    assert [claims[claim.number] for claim in desk.own] == desk.own
    assert {number: claims[number] for number in desk.changed} == desk.changed
    assert desk.gone.isdisjoint(claims)
    assert all(number >= desk.next_number for number in claims.keys() - {c.number for c in before.claims})
    kept = {words.rsplit(": ", 1)[0] for words in found.kept}
    desk.told |= {number for slot, number in found.numbers.items() if slot in kept}
    for slot, claim in zip(new.slots, new.record.claims, strict=True):
        number = found.numbers[slot]
        if number not in desk.gone | desk.changed.keys() | desk.told:
            assert said(claims[number]) == said(claim)
    assert found.record.title == (desk.title or new.record.title)
    desk.record, desk.row, desk.numbers = found.record, new, dict(found.numbers)
    desk.next_number = max([desk.next_number, *(number + 1 for number in claims)])


@given(ROWS, st.lists(st.one_of(ROWS, st.sampled_from(ACTS)), max_size=8), st.randoms(use_true_random=False))
def test_releases_and_editors_take_turns(first: dict[str, str], turns: list[object], random: Random) -> None:
    desk = imported(first)
    for turn in turns:
        if isinstance(turn, dict):
            revise(desk, turn)
        else:
            turn(desk, random)  # type: ignore[operator]


@given(ROWS, st.lists(st.sampled_from(ACTS), max_size=5), st.randoms(use_true_random=False))
def test_the_same_row_changes_nothing(
    cells: dict[str, str], acts: list[Callable[[Desk, Random], None]], random: Random
) -> None:
    desk = imported(cells)
    for act in acts:
        act(desk, random)

    found = revised(desk.record, desk.row, desk.row, desk.numbers, desk.next_number, own=True)

    assert (found.record, dict(found.numbers), found.kept) == (desk.record, desk.numbers, ())
