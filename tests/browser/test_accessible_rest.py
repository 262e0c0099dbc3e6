"""axe-core finds no fault with what few see: pages of people, of what came in, and of what went wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import expect

from incidents.models import Citation
from sources.models import CaptureRequest, WaybackSave
from tests.browser.axe import judge
from tests.browser.desk import Desk
from tests.browser.views import FEW
from tests.incidents import rows
from tests.incidents.roles.furnished import a_desk

pytestmark = pytest.mark.looks

#: Below /desk/.
PEOPLE = [
    "auth/user/",
    "auth/user/1/change/",
    "auth/group/1/change/",
    "incidents/signin/1/change/",
    "admin/logentry/1/change/",
    "usersessions/usersession/1/change/",
    "sign-ins/",
]
WORK = [
    "sources/",
    "sources/source/1/merge/",
    "incidents/import/upload/1/",
    "incidents/datasetrow/1/change/",
    "states/3/",
]


@pytest.fixture
def curator(desk: Desk) -> Desk:
    """The desk of a curator, with a row of everything."""
    a_desk()
    desk.come_in_as("curator")
    return desk


def test_pages_that_few_see(curator: Desk) -> None:
    for address in (*PEOPLE, *WORK):
        curator.open(f"/desk/{address}")
        judge(curator, views=FEW)


def copies_that_went_wrong() -> None:
    """Two copies that differ, one of them saved nowhere else; a request that failed; a quote that is gone."""
    for number, text in ((2, "A bomb killed three.\n\nPolice said so."), (3, "A bomb killed four.")):
        rows.capture(pk=number, text=text, captured_at=rows.A_DAY + timedelta(days=number)).save()
    WaybackSave.objects.create(capture_id=3, state="failed", error="The Wayback Machine refuses this page.")
    CaptureRequest.objects.create(source_id=2, state="failed", error="The website does not answer.")
    Citation.objects.create(
        claim_id=1, source_id=1, quote="killed three", quote_state="gone", quote_checked_on="2024-02-09"
    )


def test_copies_quotes_and_saves_that_went_wrong(curator: Desk) -> None:
    copies_that_went_wrong()
    for address in (
        "",
        "sources/source/1/change/",
        "sources/source/2/change/",
        "sources/capture/3/change/?compare=2",
        "sources/capture/?wayback=failed",
        "incidents/claim/1/change/",
    ):
        curator.open(f"/desk/{address}")
        judge(curator, f"wrong {address.replace('/', '-')}", FEW)


def test_the_menus_of_lists_open_and_close_by_key_and_pass(curator: Desk) -> None:
    curator.open("/desk/incidents/claim/")
    menu = curator.page.locator("nav.lists summary", has_text="Library")
    curator.do(menu.press("Enter"))
    curator.sees("Publications")
    judge(curator, "menu", FEW)
    curator.do(curator.page.get_by_role("link", name="Publications").press("Escape"))
    curator.does_not_see("Publications")
    curator.do(expect(menu).to_be_focused())

    curator.do(menu.press("Enter"))
    curator.follow("Publications")
    curator.reads_title("publication")
