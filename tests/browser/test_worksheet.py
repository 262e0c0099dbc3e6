"""Claims are taken from the text of a source, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from incidents.models import Claim, LeftOut
from sources.models import Capture
from tests.browser.axe import judge
from tests.browser.desk import PASSWORD, Desk
from tests.browser.entering.hands import Hands
from tests.browser.entering.reports import Report, an_incident
from tests.browser.entering.ways import by_form, by_worksheet


def sheet_of(report: Report) -> str:
    """The address of the report's worksheet, once its text is there."""
    Capture.objects.create(source=report.source, captured_at="2024-05-16T00:00Z", text=report.text)
    return f"/desk/incidents/incident/{report.incident.pk}/worksheet/{report.source.pk}/"


@pytest.fixture
def reports(desk: Desk) -> list[Report]:
    return an_incident("sarwan")


#: What the first report says too.
UNQUOTED = {
    "property": "killed",
    "qualifier": "at_least",
    "low": 14,
    "population": "unstated",
    "number": 1,
}


def values(claim: Claim) -> tuple[object, ...]:
    cited = claim.citations.get()
    told = (
        claim.property,
        claim.stated,
        claim.about,
        claim.attack_id,
        claim.claimant_role,
        claim.claimant_id,
    )
    return (*told, claim.value_data(), cited.quote, cited.locator, cited.source_id)


def test_the_worksheet_enters_what_the_claims_own_form_enters(desk: Desk, reports: list[Report]) -> None:
    desk.come_in_as("editor")
    report = reports[0]
    chosen = [report.claims[0], report.claims[4], report.claims[7]]
    hands = Hands(desk)
    by_worksheet(hands, report, chosen)
    sheet = hands.done()
    judge(desk, "worksheet")
    hands = Hands(desk)
    by_form(hands, report, chosen)
    form = hands.done()

    entered = list(map(values, Claim.objects.order_by("number")))
    assert entered[:3] == entered[3:]
    assert sheet.keys + sheet.clicks < form.keys + form.clicks
    assert sheet.loads < form.loads


def test_what_was_typed_comes_back_when_the_window_was_closed(desk: Desk, reports: list[Report]) -> None:
    desk.come_in_as("editor")
    address = sheet_of(reports[0])
    desk.open(address)
    desk.sees("Keys")
    desk.do(desk.page.locator("#worksheet[data-ready]").wait_for())
    desk.fill_in({"Property": "motive", "Quote": "Typed for an hour"})
    desk.open("/desk/")
    desk.open(address)

    desk.sees("What you typed here and did not save is back.")
    desk.holds("Quote", "Typed for an hour")


def test_what_was_typed_and_a_proposal_replaced_is_brought_back(desk: Desk, reports: list[Report]) -> None:
    desk.come_in_as("editor")
    desk.open(sheet_of(reports[0]))
    desk.do(desk.page.locator("#worksheet[data-ready]").wait_for())
    desk.fill_in({"Property": "motive", "Quote": "Typed for an hour"})
    desk.do(desk.page.locator("#proposals a").first.click())
    desk.sees("What you typed was replaced.")
    desk.press("Bring it back")

    desk.holds("Quote", "Typed for an hour")
    desk.holds("Property", "motive")


def test_what_was_typed_when_the_session_ended_is_sent_again(desk: Desk, reports: list[Report]) -> None:
    user = desk.log_in_as("editor")
    address = sheet_of(reports[0])
    desk.watch.expected.add(address)
    desk.open(address)
    desk.do(desk.page.locator("#worksheet[data-ready]").wait_for())
    desk.fill_in({"Property": "motive", "Text": "Gain"})
    desk.forget_session()
    desk.press("Save the claim")
    desk.sees("Nothing is lost")
    desk.fill_in({"Username": user.username, "Password": PASSWORD})
    desk.press("Log in")
    desk.press("Send the form again")
    desk.sees("Claim 1 is saved")

    assert Claim.objects.get().text == "Gain"
    desk.does_not_see("What you typed here")


def test_what_most_claims_need_stands_above_the_fold(desk: Desk, reports: list[Report]) -> None:
    desk.come_in_as("editor")
    desk.turn({"width": 1366, "height": 900}, "light")
    desk.open(sheet_of(reports[0]))
    desk.do(desk.page.locator("#worksheet[data-ready]").wait_for())
    for words, fields in (("killed", ("qualifier", "low")), ("responsibility", ("attribution", "actor"))):
        desk.do(desk.page.locator("#proposals a", has_text=words).first.click())
        for name in ("property", *fields, "claimant"):
            assert desk.do(desk.page.evaluate(ROOM, name)) >= 0, f"{words}: {name} is below the fold"


def test_the_words_of_a_claim_without_a_quote_are_quoted_by_the_keyboard(
    desk: Desk, reports: list[Report]
) -> None:
    desk.come_in_as("editor")
    address = sheet_of(reports[0])
    claim = Claim.objects.create(incident=reports[0].incident, position=1, **UNQUOTED)
    claim.citations.create(source=reports[0].source)
    desk.open(address)
    desk.do(desk.page.locator("#worksheet[data-ready]").wait_for())
    desk.do(desk.page.get_by_role("button", name="Quote the words around").first.focus())
    desk.do(desk.page.keyboard.press("Enter"))
    desk.sees("quotes these words now.")

    assert claim.citations.get().quote


def test_what_is_left_out_is_set_aside_with_one_key(desk: Desk, reports: list[Report]) -> None:
    desk.come_in_as("editor")
    desk.open(sheet_of(reports[2]))
    desk.do(desk.page.locator("#worksheet[data-ready]").wait_for())
    for key in ("o", "1"):
        desk.do(desk.page.keyboard.press(key))
    desk.sees("Take back")
    assert LeftOut.objects.get().reason == "elsewhere"

    desk.do(desk.page.locator("#letter-keys").uncheck())
    desk.do(desk.page.keyboard.press("n"))
    assert desk.do(desk.page.evaluate("document.activeElement.id")) == "letter-keys"


def test_what_no_claim_accounts_for_stands_below_the_text(desk: Desk, reports: list[Report]) -> None:
    desk.come_in_as("editor")
    desk.open(sheet_of(reports[2]))
    desk.do(desk.page.locator("#worksheet[data-ready]").wait_for())
    desk.do(desk.page.keyboard.press("o"))
    desk.do(expect(desk.page.locator("#open a[data-offer]").first).to_be_in_viewport())
    desk.do(desk.page.evaluate("window.scrollTo(0, document.body.scrollHeight)"))

    assert desk.do(desk.page.evaluate(GAP)) >= 0


#: How many pixels are left between a field of the form and the row with its button.
ROOM = """(name) => {
  const field = document.querySelector(`#claim_form [name=${name}]`);
  const row = document.querySelector("#claim_form .submit-row");
  return row.getBoundingClientRect().top - field.closest(".form-row > *").getBoundingClientRect().bottom;
}"""
#: By how many pixels what is open begins below the whole side with the text.
GAP = """() => {
  const [read, open] = [".worksheet__read", "#open"].map((name) => document.querySelector(name));
  return open.getBoundingClientRect().top - read.getBoundingClientRect().bottom;
}"""
