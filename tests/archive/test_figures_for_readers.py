"""What readers get: nothing withheld, and no trace of it."""

from __future__ import annotations

from archive.figures import figures, for_readers, with_figures
from archive.record import Claimant
from tests.builders import count, exactly, record, statement


def test_a_record_gets_its_figures_under_the_archives_rule() -> None:
    event = record(count(1, exactly(12)))

    assert with_figures(event).figures == figures(event)


def test_withheld_claims_and_whatever_only_they_name_are_dropped() -> None:
    private = Claimant(actor="a-relative")
    event = record(
        statement(1, "A bomb went off."),
        statement(2, "She was called N.", "private-source", claimant=private, withheld=True),
    )

    shown = for_readers(event)

    assert [claim.number for claim in shown.claims] == [1]
    assert [source.key for source in shown.sources] == ["s1"]
    assert shown.actors == ()


def test_a_withheld_claim_leaves_the_figures() -> None:
    event = with_figures(record(count(1, exactly(12)), count(2, exactly(14), withheld=True)))

    assert for_readers(event).figures[0].used == (1,)


def test_a_claim_superseded_by_a_withheld_one_stands() -> None:
    event = record(
        count(1, exactly(12), superseded_by=2, superseded_reason="raised"),
        count(2, exactly(14), withheld=True),
    )

    claim = for_readers(event).claims[0]

    assert (claim.superseded_by, claim.superseded_reason) == (None, "")


def test_a_chain_is_closed_over_a_withheld_claim() -> None:
    event = record(
        count(1, exactly(12), superseded_by=2, superseded_reason="raised"),
        count(2, exactly(14), withheld=True, superseded_by=3, superseded_reason="again"),
        count(3, exactly(16)),
    )

    claim = for_readers(event).claims[0]

    assert (claim.superseded_by, claim.superseded_reason) == (3, "raised")
