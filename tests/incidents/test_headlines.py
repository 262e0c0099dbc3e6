"""What headlines suggest, and what an editor makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import Edition
from archive.vocabulary import Property
from incidents.headlines import Headline, NotSuggested, ask_again, confirm, dismiss, headlines_of
from incidents.models import Claim, HeadlineDecision, Incident, Snapshot
from sources.models import Source
from tests.incidents.desk import at_the_desk, person
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db

ARTICLES = (
    '"Reuters News,2018-07-13,Suicide bomb kills 85 at election rally";'
    '"Reuters News,2018-07-15,Police: toll in rally bombing rises to 149";'
    '"Reuters News,2018-07-16,A town mourns"'
)
EIGHTY_FIVE = "killed exact 85 unstated"


def imported(folder: Path) -> Incident:
    """The incident of a row that rests on three headlines."""
    cells = {"id": "1", "best": "149", "low": "149", "high": "149", "source_article": ARTICLES}
    take(write(folder / "ged221.csv", "ucdp", [cells]))
    return Incident.objects.get()


def titled(words: str) -> str:
    return Source.objects.get(title__contains=words).key


def suggested(incident: Incident) -> dict[str, list[str]]:
    return {each.source.title: readings(each) for each in headlines_of(incident)}


def readings(headline: Headline) -> list[str]:
    return [each.proposal.reading() for each in headline.suggestions if each.is_open]


def test_a_row_says_149_and_the_headlines_that_it_rests_on_say_85_and_149(tmp_path: Path) -> None:
    assert suggested(imported(tmp_path)) == {
        "Suicide bomb kills 85 at election rally": [EIGHTY_FIVE],
        "Police: toll in rally bombing rises to 149": ["killed exact 149 unstated"],
        "A town mourns": [],
    }


def test_nothing_is_stored_or_claimed_by_looking(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    before = Claim.objects.count()
    headlines_of(incident)

    assert (Claim.objects.count(), HeadlineDecision.objects.count()) == (before, 0)


def test_confirmed_it_is_a_claim_cited_to_the_headline(tmp_path: Path) -> None:
    incident, editor = imported(tmp_path), person("editor")
    claim = confirm(incident, titled("149"), "killed exact 149 unstated", by=editor)

    citation = claim.citations.get()
    assert (claim.property, claim.best, claim.stated) == (Property.KILLED, 149, "149")
    assert (claim.claimant_role, claim.claimant_kind) == ("Police", "official")
    assert (citation.locator, citation.quote) == ("headline", "Police: toll in rally bombing rises to 149")
    assert Snapshot.objects.filter(by=editor, what__contains="read by machine").count() == 1
    assert not Edition.objects.exists()


def test_what_is_confirmed_is_not_suggested_again(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    confirm(incident, titled("85"), EIGHTY_FIVE, by=None)

    assert suggested(incident)["Suicide bomb kills 85 at election rally"] == []
    with pytest.raises(NotSuggested, match="says so already"):
        confirm(incident, titled("85"), EIGHTY_FIVE, by=None)


def test_a_claim_that_was_entered_by_hand_counts_as_well(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    confirm(incident, titled("85"), EIGHTY_FIVE, by=None)
    HeadlineDecision.objects.all().delete()

    assert suggested(incident)["Suicide bomb kills 85 at election rally"] == []


def test_what_was_confirmed_waits_again_once_its_claim_is_deleted(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    confirm(incident, titled("85"), EIGHTY_FIVE, by=None).delete()

    assert suggested(incident)["Suicide bomb kills 85 at election rally"] == [EIGHTY_FIVE]


def test_dismissed_is_remembered_until_somebody_asks_again(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    dismiss(incident, titled("85"), EIGHTY_FIVE, by=None)
    assert suggested(incident)["Suicide bomb kills 85 at election rally"] == []
    with pytest.raises(NotSuggested, match="meanwhile"):
        dismiss(incident, titled("85"), EIGHTY_FIVE, by=None)

    ask_again(incident, titled("85"), EIGHTY_FIVE)
    assert suggested(incident)["Suicide bomb kills 85 at election rally"] == [EIGHTY_FIVE]


def test_what_no_headline_says_cannot_be_confirmed(tmp_path: Path) -> None:
    with pytest.raises(NotSuggested, match="any more"):
        confirm(imported(tmp_path), titled("85"), "killed exact 1000 unstated", by=None)


def send(client: Client, incident: Incident, **typed: Any) -> Any:
    return client.post(reverse("admin:incidents_incident_headline", args=[incident.pk]), typed, follow=True)


def test_an_editor_decides_on_the_page(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    client = at_the_desk("contributor")
    page = client.get(reverse("admin:incidents_incident_headlines", args=[incident.pk])).content.decode()
    assert "killed: 85" in page
    assert "read by machine" in page
    assert "2 suggestions wait for an editor’s word." in page

    typed = {"source": titled("85"), "reading": EIGHTY_FIVE}
    assert "is entered, a draft" in send(client, incident, word="confirm", **typed).content.decode()
    typed = {"source": titled("149"), "reading": "killed exact 149 unstated"}
    assert "not suggested again" in send(client, incident, word="dismiss", **typed).content.decode()
    page = send(client, incident, word="again", **typed).content.decode()
    assert "1 suggestion waits" in page
    assert "Say whether" in send(client, incident, word="perhaps", **typed).content.decode()


def test_the_incidents_page_leads_there(tmp_path: Path) -> None:
    incident = imported(tmp_path)
    page = at_the_desk("contributor").get(reverse("admin:incidents_incident_change", args=[incident.pk]))

    assert reverse("admin:incidents_incident_headlines", args=[incident.pk]) in page.content.decode()


def test_the_headlines_of_an_incident_are_read_with_few_questions(
    tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    incident = imported(tmp_path)
    with django_assert_max_num_queries(7):
        headlines_of(incident)
