"""The worksheet at the desk: a claim is taken from a text, and saved as any other claim."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.vocabulary import Property
from incidents.models import Attack, Claim, Incident, LeftOut, Place, PlaceName, Snapshot
from incidents.worksheet.sheet import Offer, Sheet
from sources.models import Capture, Source
from tests.incidents import rows
from tests.incidents.desk import at_the_desk, errors_of, newest_claim, shown, typed_claim

pytestmark = pytest.mark.django_db

PAGE = "/desk/incidents/incident/1/worksheet/1/"
TEXT = (
    "Blast in A town\n\nAt least 14 people were killed in A town on Friday, police said.\n\n12 shops burnt."
)
SENTENCE = "At least 14 people were killed in A town on Friday, police said."
SHOPS = {"kind": "number", "words": "12", "around": ""}


@pytest.fixture
def desk() -> Client:
    rows.furnish()
    Claim.objects.all().delete()
    rows.capture(text=TEXT, media_type="text/plain").save()
    return at_the_desk("editor")


def cited(**more: Any) -> dict[str, Any]:
    citation = {"source": 1, "locator": "paragraph 2", "stance": "supports", "quote": SENTENCE}
    return {
        "citations-TOTAL_FORMS": 1,
        "citations-INITIAL_FORMS": 0,
        **{f"citations-0-{name}": value for name, value in citation.items()},
        **more,
    }


def killed(**more: Any) -> dict[str, Any]:
    stated = {"stated": "At least 14 people", "qualifier": "at_least", "low": 14, "best": ""}
    return typed_claim(Property.KILLED) | cited() | stated | more


def proposed(desk: Client, kind: str) -> str:
    sheet: Sheet = desk.get(PAGE).context["sheet"]
    return next(each.name for each in sheet.offers if each.proposal.property == kind)


def offers(desk: Client) -> tuple[Offer, ...]:
    sheet: Sheet = desk.get(PAGE).context["sheet"]
    return sheet.offers


def overlooked(desk: Client) -> list[str]:
    return [each.mark.words for each in desk.get(PAGE).context["sheet"].listed]


def test_a_proposal_that_is_followed_fills_the_form(desk: Client) -> None:
    typed = shown(desk, f"{PAGE}?{proposed(desk, 'killed')}")

    assert (typed["property"], typed["qualifier"], typed["low"]) == ("killed", "at_least", "14")
    assert typed["citations-0-quote"] == SENTENCE
    assert typed["citations-0-locator"] == "paragraph 2"
    assert str(typed["citations-0-source"]) == "1"


def test_a_count_of_a_part_is_offered_to_whoever_chooses_its_words(desk: Client) -> None:
    Capture.objects.update(text="Over two dozen children were among the injured.")
    sheet: Sheet = desk.get(PAGE).context["sheet"]
    page = desk.get(f"{PAGE}?{sheet.open[0].name}").content.decode()

    assert not sheet.offers
    assert sheet.open[0].suggestion.claim["property"] == "injured"
    assert sheet.open[0].suggestion.claim["low"] == "24"
    assert "This counts a part of the injured." in page


def test_a_sentence_that_turns_elsewhere_is_proposed_as_context_for_itself_alone(desk: Client) -> None:
    Capture.objects.update(text="Hours earlier, 14 people were killed in Bannu.")
    address = f"{PAGE}?about=attack&attack=1&{proposed(desk, 'killed')}"
    said = desk.post(PAGE, killed(about="context", attack="")).headers["Location"]

    assert shown(desk, address)["about"] == "context"
    assert "turns to another event: it is proposed as context" in desk.get(address).content.decode()
    assert "about=" not in said


def test_a_proposal_says_why(desk: Client) -> None:
    page = desk.get(f"{PAGE}?{proposed(desk, 'killed')}").content.decode()

    assert "at least" in page.partition('id="why"')[2].partition("</ul>")[0]


def test_a_claim_is_saved_and_the_next_one_keeps_what_stays_the_same(desk: Client) -> None:
    typed = killed(about="attack", attack=1, claimant=1, claimant_role="spokesman")
    response = desk.post(PAGE, typed)
    claim = newest_claim()

    assert (claim.low, claim.citations.get().quote) == (14, SENTENCE)
    assert "about=attack&attack=1&claimant=1&claimant_role=spokesman" in response.headers["Location"]
    assert shown(desk, response.headers["Location"])["attack"] == "1"


def test_the_next_form_says_from_which_claim_it_keeps_the_claimant(desk: Client) -> None:
    address = desk.post(PAGE, killed(claimant=1)).headers["Location"]
    said = desk.get(address).content.decode().partition('id="kept"')[2].partition("</p>")[0]

    assert f"claim {newest_claim().number}</a>" in said
    assert shown(desk, address)["claimant"] == "1"


def test_a_party_is_not_kept_as_claimant_of_the_next_claim(desk: Client) -> None:
    address = desk.post(PAGE, killed(claimant=1, claimant_kind="party")).headers["Location"]

    assert "claimant=" not in address
    assert shown(desk, address)["claimant_kind"] == "unstated"
    assert "kept from" not in desk.get(address).content.decode()


def test_a_proposal_that_names_nobody_takes_the_kept_claimant_out(desk: Client) -> None:
    Capture.objects.update(text="At least 14 people were killed in A town on Friday.")
    kept = "claimant=1&claimant_role=spokesman&claimant_kind=official&kept_from=1"
    typed = shown(desk, f"{PAGE}?{kept}&{proposed(desk, 'killed')}")

    assert (typed["claimant"], typed["claimant_role"], typed["claimant_kind"]) == ("", "", "unstated")


def test_what_is_wrong_is_said_as_on_the_claims_own_page(desk: Client) -> None:
    response = desk.post(PAGE, killed(low=""))

    assert "takes low: give this number" in errors_of(response)
    assert "What it says" in response.content.decode()
    assert not Claim.objects.exists()


def test_a_claim_of_another_incident_is_not_taken(desk: Client) -> None:
    rows.incident(key="other").save()
    response = desk.post(PAGE, killed(incident=Incident.objects.get(key="other").pk))

    assert "another incident" in errors_of(response)


def test_words_that_are_cited_lead_to_their_claim_and_are_open_no_longer(desk: Client) -> None:
    assert overlooked(desk) == ["A town", "14", "12"]
    desk.post(PAGE, killed())

    assert overlooked(desk) == ["A town", "12"]
    assert f'href="#claim-{newest_claim().number}"' in desk.get(PAGE).content.decode()


def test_what_is_left_out_on_purpose_is_listed_apart_and_can_be_taken_back(desk: Client) -> None:
    shops = next(each for each in desk.get(PAGE).context["sheet"].open if each.mark.words == "12")
    sent = dict(zip(("kind", "words", "around"), shops.sign, strict=True))
    for reason in ("repeated", "elsewhere"):
        desk.post(f"{PAGE}left-out/", sent | {"reason": reason})

    assert "12" not in overlooked(desk)
    assert LeftOut.objects.get().reason == "elsewhere"
    desk.post(f"{PAGE}left-out/", {"take_back": LeftOut.objects.get().pk})
    assert "12" in overlooked(desk)


def cite_without_quote(desk: Client, **more: Any) -> Claim:
    desk.post(PAGE, killed(**{"citations-0-quote": "", "citations-0-locator": ""} | more))
    return newest_claim()


def quoting(desk: Client, claim: int) -> dict[str, Any]:
    (one,) = (each for each in desk.get(PAGE).context["sheet"].open if claim in each.unquoted)
    return dict(zip(("kind", "words", "around"), one.sign, strict=True)) | {"claim": claim}


@pytest.mark.parametrize("stated", ["At least 14 people", "fourteen dead", ""])
def test_a_claim_without_a_quote_is_given_the_words_that_say_it(desk: Client, stated: str) -> None:
    claim = cite_without_quote(desk, stated=stated)
    page = desk.get(PAGE).content.decode()
    response = desk.post(f"{PAGE}quoted/", quoting(desk, claim.number), follow=True)
    citation = claim.citations.get()

    assert "says this without a quote" in page
    assert "14" not in overlooked(desk)
    assert (citation.quote, citation.locator) == (SENTENCE, "paragraph 2")
    assert citation.quote_state == "verified"
    assert f"Claim {claim.number} quotes these words now." in response.content.decode()
    assert Snapshot.objects.latest("pk").what == f"Claim {claim.number}: the words of its source quoted."


def test_a_locator_that_somebody_entered_stays(desk: Client) -> None:
    claim = cite_without_quote(desk, **{"citations-0-locator": "lead"})
    desk.post(f"{PAGE}quoted/", quoting(desk, claim.number))

    assert claim.citations.get().locator == "lead"


def test_nothing_is_quoted_where_the_claim_or_the_text_changed_meanwhile(desk: Client) -> None:
    claim = cite_without_quote(desk)
    sent = quoting(desk, claim.number)
    for changed in ({"claim": "x"}, {"words": "15"}):
        page = desk.post(f"{PAGE}quoted/", sent | changed, follow=True).content.decode()
        assert "has changed meanwhile" in page
    Capture.objects.all().delete()

    assert "has changed meanwhile" in desk.post(f"{PAGE}quoted/", sent, follow=True).content.decode()
    assert claim.citations.get().quote == ""


def test_the_incidents_own_place_and_those_above_it_need_no_claim(desk: Client) -> None:
    assert "A town" in overlooked(desk)
    above = rows.place(key="above", name="Blast")
    above.save()
    Place.objects.filter(key="town").update(parent=above)
    Attack.objects.update(place=Place.objects.get(key="town"))
    PlaceName.objects.create(place_id=1, text="shops")

    assert overlooked(desk) == ["14", "12"]


def test_what_is_told_of_another_day_or_place_is_proposed_as_context(desk: Client) -> None:
    incident = Incident.objects.get()
    incident.date, incident.place_id = "2024-02-07", 1
    incident.save()
    rows.place(key="far", name="Fartown").save()
    Capture.objects.update(text="In 2013, 92 people were killed. A bomb killed 3 in Fartown.")
    sheet: Sheet = desk.get(PAGE).context["sheet"]

    assert {each.suggestion.claim.get("about") for each in sheet.offers} == {"context"}
    assert '<span class="mark">context</span>' in desk.get(PAGE).content.decode()


def test_while_one_of_several_attacks_has_no_place_any_place_may_be_its(desk: Client) -> None:
    Incident.objects.update(place=1)
    rows.attack().save()
    rows.place(key="far", name="Fartown").save()
    Capture.objects.update(text="A bomb killed 3 in Fartown.")

    assert {each.suggestion.claim.get("about") for each in offers(desk)} == {None}
    Attack.objects.update(place=1)
    assert {each.suggestion.claim.get("about") for each in offers(desk)} == {"context"}


def test_a_weekday_is_a_day_where_that_of_publication_is_known(desk: Client) -> None:
    Capture.objects.update(text="On Wednesday a bomb killed 14 people.")
    assert "date" not in {each.proposal.property for each in desk.get(PAGE).context["sheet"].offers}
    source = Source.objects.get()
    source.published = "2024-02-08"
    source.save()

    assert shown(desk, f"{PAGE}?{proposed(desk, 'date')}")["date"] == "2024-02-07"


def test_nothing_is_left_out_without_a_reason(desk: Client) -> None:
    response = desk.post(f"{PAGE}left-out/", SHOPS | {"reason": ""}, follow=True)

    assert "choose why" in response.content.decode()
    assert not LeftOut.objects.exists()


def test_a_text_is_pasted_where_there_is_none(desk: Client) -> None:
    Capture.objects.all().delete()
    assert "Paste it: it is kept at the desk" in desk.get(PAGE).content.decode()
    desk.post(f"{PAGE}text/", {"pasted": " Line\r\n\r\nNext "})

    assert Capture.objects.get().text == "Line\n\nNext"
    assert "Paste the text first" in desk.post(f"{PAGE}text/", {"pasted": " "}, follow=True).content.decode()


def test_the_newest_text_is_read(desk: Client) -> None:
    Capture.objects.create(source_id=1, captured_at="2024-02-09T00:00Z", text="Nobody was hurt.")

    assert "Nobody was hurt." in desk.get(PAGE).content.decode()


def test_the_page_says_which_copy_it_shows_and_which_quotes_are_not_in_it(desk: Client) -> None:
    desk.post(PAGE, killed())
    desk.post(f"{PAGE}text/", {"pasted": "Nobody was hurt."})
    number, page = newest_claim().number, desk.get(PAGE).content.decode()

    assert "typed or pasted by " in page
    assert f'1 quoted passage is not in it: <a href="#claim-{number}">' in page
    assert "paste a newer text" in page


def test_a_claim_whose_quote_is_not_in_the_copy_is_saved_with_a_word(desk: Client) -> None:
    wrong = {"citations-0-quote": "Nobody was hurt."}
    page = desk.post(PAGE, killed(**wrong), follow=True).content.decode()

    assert "is saved, but its quote is not in the text of the copy" in page
    assert "quote not found</span>" in page


def test_the_incidents_page_counts_what_was_overlooked(desk: Client) -> None:
    desk.post(PAGE, killed())

    assert "2 overlooked" in desk.get("/desk/incidents/incident/1/change/").content.decode()


def test_the_worksheets_stand_above_the_incidents_own_form(desk: Client) -> None:
    desk.post(PAGE, killed())
    page = desk.get("/desk/incidents/incident/1/change/").content.decode()

    assert page.index(f'href="{PAGE}"') < page.index('id="incident_form"')


def test_a_worksheet_is_opened_by_its_source(desk: Client) -> None:
    choose = "/desk/incidents/incident/1/worksheet/"

    assert desk.get(f"{choose}?source=1").headers["Location"] == PAGE
    assert desk.get(f"{choose}?source-key=text").headers["Location"] == PAGE
    assert "Choose the source" in desk.get(f"{choose}?source=77", follow=True).content.decode()


@pytest.mark.parametrize("source", ["77", "9" * 30, "text"])
def test_there_is_no_worksheet_of_a_source_that_is_not_there(desk: Client, source: str) -> None:
    assert desk.get(f"/desk/incidents/incident/1/worksheet/{source}/").status_code == 404


def test_whoever_may_not_change_the_incident_has_no_worksheet_of_it(desk: Client) -> None:
    Incident.objects.update(state="approved")

    assert at_the_desk("contributor").get(PAGE).status_code == 403


def test_the_page_takes_the_same_queries_for_little_and_for_much(desk: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(PAGE).status_code == 200
        return len(captured)

    desk.post(PAGE, killed(about="attack", attack=1, claimant=1))
    queries()
    few = queries()
    for number in range(6):
        desk.post(PAGE, killed(claimant=1, stated=f"{number} people"))
        rows.actor(key=f"a-{number}", name=f"Name {number}").save()
        desk.post(f"{PAGE}left-out/", SHOPS | {"words": str(number), "reason": "other"})
    Capture.objects.create(source_id=1, captured_at="2024-02-09T00:00Z", text=TEXT * 9)
    queries()  # It also takes what was said of the changes out of the session.

    assert queries() == few
