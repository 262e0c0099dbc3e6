"""The page of an incident at the desk shows its claims, and leads to every step of the work on them."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.vocabulary import Property
from incidents.load import load
from incidents.models import Claim, Incident, State
from tests.builders import attack, count, exactly, record
from tests.incidents import rows
from tests.incidents.desk import EMPTY_ATTACKS, at_the_desk, newest_claim, typed_claim

pytestmark = pytest.mark.django_db

NEW_CLAIM = "/desk/incidents/claim/add/"


@pytest.fixture
def desk() -> Client:
    return at_the_desk("editor")


def page_of(incident: Incident, asked: str = "") -> str:
    return f"/desk/incidents/incident/{incident.pk}/change/{asked}"


def an_incident(claims: int = 2) -> Incident:
    return load(
        record(
            *[count(n, exactly(n), "s1", attack=1, stated=f"{n} people") for n in range(1, claims + 1)],
            attacks=[attack(1)],
        )
    )


def test_a_claim_is_shown_with_its_value_words_citation_and_number(desk: Client) -> None:
    page = desk.get(page_of(an_incident())).content.decode()

    assert 'id="claim-2"' in page
    assert "2 people" in page
    assert "Attack 1:" in page
    assert "No citation" not in page


def test_the_page_begins_with_what_is_on_it_and_how_much_of_it(desk: Client) -> None:
    incident = load(record(count(1, exactly(3)), count(2, exactly(4), ()), attacks=[attack(1), attack(2)]))
    page = desk.get(page_of(incident)).content.decode()

    for where, words in {
        "claims": "Claims (2)",
        "attacks-group": "Attacks (2)",
        "worksheets": "Worksheets (1)",
        "publishing": "Publishing (1 in the way)",
    }.items():
        assert f'<a href="#{where}">{words}</a>' in page
        assert f'id="{where}"' in page
    assert page.index("On this page") < page.index('name="title"')


def test_a_new_incident_has_an_id_already_that_no_other_has(desk: Client) -> None:
    field = desk.get("/desk/incidents/incident/add/").context["adminform"].form["key"]
    typed = {"key": field.value(), "title": "Entered", **EMPTY_ATTACKS}
    desk.post("/desk/incidents/incident/add/", typed)

    assert re.fullmatch("[a-z0-9]{6}", Incident.objects.get().key)
    assert desk.get("/desk/incidents/incident/add/").context["adminform"].form["key"].value() != typed["key"]


def test_a_claim_without_a_citation_stands_out(desk: Client) -> None:
    rows.furnish()
    page = desk.get("/desk/incidents/incident/1/change/").content.decode()

    assert "No citation" in page
    assert "?uncited=1#claims" in page


def test_claims_are_narrowed_by_links(desk: Client) -> None:
    incident = an_incident()
    shown = desk.get(page_of(incident, "?property=injured")).context["claims"]

    assert (shown.page.found, shown.page.total) == (0, 2)
    assert desk.get(page_of(incident, "?about=attack-1")).context["claims"].page.found == 2


def test_a_claim_can_be_added_to_each_group_with_what_is_known_filled_in(desk: Client) -> None:
    incident = an_incident()
    known = f"about=attack&amp;attack={incident.attacks.get().pk}&amp;property=killed"

    assert f"{NEW_CLAIM}?incident={incident.pk}&amp;{known}" in desk.get(page_of(incident)).content.decode()


def test_a_claim_about_the_whole_incident_or_its_context_begins_without_an_attack(desk: Client) -> None:
    incident = an_incident()

    for known in ("about=incident&property=killed", "about=context&property=statement", "property=killed"):
        assert desk.get(f"{NEW_CLAIM}?incident={incident.pk}&{known}").status_code == 200


def test_whoever_may_not_change_an_incident_sees_its_claims_and_adds_none() -> None:
    incident = an_incident()
    Incident.objects.update(state=State.APPROVED)
    page = at_the_desk("contributor").get(page_of(incident)).content.decode()

    assert 'id="claim-1"' in page
    assert "Add a claim" not in page
    assert "View claim 1" in page


def test_the_page_takes_the_same_queries_for_few_claims_and_for_many(desk: Client) -> None:
    def queries(claims: int) -> int:
        incident = an_incident(claims)
        with CaptureQueriesContext(connection) as captured:
            desk.get(page_of(incident))
        return len(captured)

    queries(2)
    assert queries(2) == queries(40)


def test_many_claims_stand_on_several_pages_and_a_claim_is_found_on_its_own(desk: Client) -> None:
    rows.furnish()
    Claim.objects.bulk_create(rows.claim(number=n, position=n) for n in range(2, 251))
    shown = desk.get("/desk/incidents/incident/1/change/?claim=240").context["claims"]

    assert (shown.page.number, shown.page.last) == (2, 2)
    assert 240 in [row.claim.number for block in shown.blocks for row in block.rows]


def test_saving_a_claim_leads_back_to_its_row(desk: Client) -> None:
    rows.furnish()
    response = desk.post(NEW_CLAIM, typed_claim(Property.KILLED))

    assert response.headers["Location"] == "/desk/incidents/incident/1/change/?claim=2#claim-2"


def test_a_number_whose_population_is_left_empty_counts_whom_the_source_does_not_say(desk: Client) -> None:
    rows.furnish()
    desk.post(NEW_CLAIM, typed_claim(Property.KILLED, population=""))
    assert newest_claim().population == "unstated"

    desk.post(NEW_CLAIM, typed_claim(Property.MOTIVE))
    assert newest_claim().population == ""


def test_save_and_add_another_keeps_incident_attack_source_and_claimant(desk: Client) -> None:
    rows.furnish()
    citation = {
        "citations-TOTAL_FORMS": 1,
        "citations-INITIAL_FORMS": 0,
        "citations-0-source": 1,
        "citations-0-stance": "supports",
    }
    about = {"about": "attack", "attack": 1, "claimant": 1, "claimant_role": "spokesman"}
    typed = typed_claim(Property.KILLED, **about, _addanother="1") | citation
    response = desk.post(NEW_CLAIM, typed, follow=True)
    form = response.context["adminform"].form

    assert {name: form.initial[name] for name in about} == {name: str(value) for name, value in about.items()}
    assert form.initial["incident"] == "1"
    (citations,) = response.context["inline_admin_formsets"]
    assert citations.formset.forms[0].initial == {"source": "1"}
    assert "Claim 2</a> is saved" in response.content.decode()


def test_the_citation_that_was_filled_in_beforehand_is_stored(desk: Client) -> None:
    rows.furnish()
    citation = {
        "citations-TOTAL_FORMS": 1,
        "citations-INITIAL_FORMS": 0,
        "citations-0-source": 1,
        "citations-0-stance": "supports",
    }
    desk.post(f"{NEW_CLAIM}?incident=1&source=1", typed_claim(Property.KILLED) | citation)

    assert newest_claim().citations.count() == 1


def test_only_the_incidents_own_attacks_are_offered(desk: Client) -> None:
    rows.furnish()
    rows.incident(pk=2).save()
    rows.attack(pk=2, incident_id=2).save()
    field = desk.get(f"{NEW_CLAIM}?incident=1").context["adminform"].form.fields["attack"]

    assert [label for _, label in field.choices] == ["---------", "1: First"]


def test_newer_claims_are_offered_of_the_same_incident_on_the_same_topic(desk: Client) -> None:
    rows.furnish()
    rows.claim(Property.MOTIVE, number=2).save()
    rows.claim(Property.KILLED, number=3).save()
    widget = (
        desk.get("/desk/incidents/claim/1/change/").context["adminform"].form.fields["superseded_by"].widget
    )
    asked = "&app_label=incidents&model_name=claim&field_name=superseded_by"
    results = desk.get(f"{widget.widget.get_url()}{asked}&term=").json()["results"]

    assert [result["text"] for result in results] == ["event-1, claim 1: motive", "event-1, claim 2: motive"]
    assert len(desk.get(f"{widget.widget.get_url()}{asked}&term=2").json()["results"]) == 1


def test_without_a_script_a_row_is_chosen_by_its_key(desk: Client) -> None:
    rows.furnish()
    desk.post(NEW_CLAIM, typed_claim(Property.KILLED) | {"incident": "", "incident-key": "event-1"})

    assert newest_claim().number == 2


def test_a_key_that_there_is_not_is_refused(desk: Client) -> None:
    rows.furnish()
    response = desk.post(NEW_CLAIM, typed_claim(Property.KILLED) | {"claimant-key": "nobody"})

    assert "claimant" in response.context["adminform"].form.errors


def test_a_time_zone_that_there_is_not_is_refused_with_a_suggestion(desk: Client) -> None:
    names = {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
    typed = {"key": "karachi", "name": "Karachi", "kind": "settlement", "time_zone": "karachi", **names}
    response = desk.post("/desk/incidents/place/add/", typed)

    assert "Asia/Karachi" in str(response.context["adminform"].form.errors)
