"""What headlines suggest is confirmed and dismissed at the desk, by the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from incidents.models import Claim, HeadlineDecision
from tests.browser.axe import judge
from tests.browser.desk import Desk
from tests.incidents.test_headlines import imported


def by_key(desk: Desk, button: str) -> None:
    desk.do(desk.page.get_by_role("button", name=button).press("Enter"))


def test_headlines_of_a_row_are_decided_on(desk: Desk, tmp_path: Path) -> None:
    incident = imported(tmp_path)
    desk.come_in_as("contributor")
    desk.shown(incident)
    desk.follow("Claims that the headlines behind them suggest")
    desk.sees("2 suggestions wait for an editor’s word.")
    judge(desk, "headlines")

    by_key(desk, "Confirm killed: 85")
    desk.sees("1 suggestion waits for an editor’s word.")
    by_key(desk, "Dismiss killed: 149")
    desk.sees("No suggestion waits for an editor’s word.")
    judge(desk, "headlines-decided")

    claim = Claim.objects.get(citations__quote__contains="kills 85")
    assert HeadlineDecision.objects.filter(verdict="confirmed", claim=claim).count() == 1
    assert HeadlineDecision.objects.filter(verdict="dismissed", claim=None).count() == 1
