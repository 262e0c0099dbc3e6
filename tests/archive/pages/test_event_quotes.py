"""A quote that its source no longer has is marked where the claim stands, beside its reference."""

from __future__ import annotations

from datetime import date

import pytest

from archive.figures import with_figures
from archive.pages.render import render_event
from archive.record import Checked, Citation, Claim
from archive.vocabulary import QuoteState
from tests.builders import count, exactly, record, statement


def page(claim: Claim, state: QuoteState) -> str:
    checked = Checked(state=state, on=date(2024, 3, 9))
    cited = Citation(source="s1", quote="at least 85 people", checked=checked)
    return render_event(with_figures(record(claim.model_copy(update={"citations": (cited,)}))))


@pytest.mark.parametrize("claim", [count(1, exactly(85), by="s1"), statement(1, "It burned.", by="s1")])
@pytest.mark.parametrize("state", QuoteState)
def test_only_a_quote_that_is_gone_is_marked_at_the_claim(claim: Claim, state: QuoteState) -> None:
    assert ("quote gone" in page(claim, state)) is (state is QuoteState.GONE)
