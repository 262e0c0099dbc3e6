"""The panel, the preview and the page of each step."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.models import Edition
from incidents.load import load
from incidents.models import Incident, ReviewStep, State
from incidents.publishing import publish
from tests.builders import at_least, count, exactly, record
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db


def page(incident: Incident, *rest: str) -> str:
    return "/".join([f"/desk/incidents/incident/{incident.pk}", *rest, ""])


def panel(incident: Incident, role: str = "editor") -> str:
    return str(at_the_desk(role).get(page(incident, "change")).content.decode())


def take(incident: Incident, step: str, role: str = "editor", **typed: Any) -> str:
    answer: Any = at_the_desk(role).post(page(incident, "step", step), typed, follow=True)
    return str(answer.content.decode())


def test_what_blocks_is_listed_with_a_link_to_the_claim() -> None:
    incident = load(record(count(1, exactly(3), ())))
    claim = incident.claims.get()

    assert f'<a href="/desk/incidents/claim/{claim.pk}/change/">Claim 1 (killed) has no' in panel(incident)


def test_the_figures_are_shown_under_each_rule() -> None:
    shown = panel(load(record(count(1, at_least(24)), count(2, exactly(28)))))

    assert "24–28+" in shown
    assert "No official count" in shown or "no official count" in shown


def test_the_difference_to_the_current_edition_is_told() -> None:
    publish(load(record(count(1, at_least(24)))), by=None)
    shown = panel(load(record(count(1, at_least(28)))))

    assert "value changed from “at least 24” to “at least 28”" in shown
    assert "number changed from “24+” to “28+”" in shown


def test_many_differences_are_cut_short() -> None:
    publish(load(record(count(1, exactly(3)))), by=None)
    shown = panel(load(record(*(count(n, exactly(3)) for n in range(1, 40)))))

    assert re.search(r"And \d+ more", shown)


def test_the_panel_takes_the_same_queries_for_few_claims_and_for_many() -> None:
    client = at_the_desk("editor")
    incident = load(record(count(1, exactly(3), ())))
    publish(load(record(count(1, exactly(3)))), by=None)
    load(record(count(1, exactly(3), ())))
    few = queries(client, incident)
    load(record(*(count(n, exactly(n), ()) for n in range(1, 30))))

    assert queries(client, incident) == few


def queries(client: Client, incident: Incident) -> int:
    client.get(page(incident, "change"))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page(incident, "change")).status_code == 200
    return len(captured)


def test_the_preview_is_the_page_that_readers_will_get() -> None:
    incident = load(record(count(1, exactly(3)), count(2, exactly(4), withheld=True)))
    preview = at_the_desk("contributor").get(page(incident, "preview")).content.decode()
    publish(incident, by=None)
    public = Client().get("/incidents/event-1/an-event/").content.decode()

    assert "This page is not published" in preview
    assert body(preview) == without_citation(body(public))


def body(html: str) -> str:
    return html[html.index('<div class="event__body">') : html.index("</main>")]


def without_citation(html: str) -> str:
    """The page without how to cite its edition, which a draft has not."""
    html = html.replace('<li><a href="#cite-this">Cite this</a></li>', "")
    return re.sub(
        r'<section class="clear" aria-labelledby="cite-this">.*?</section>\n', "", html, flags=re.DOTALL
    )


def test_the_preview_leads_back_to_the_incidents_page_at_the_desk() -> None:
    incident = load(record(count(1, exactly(3))))
    preview = at_the_desk("contributor").get(page(incident, "preview")).content.decode()

    assert f'href="/desk/incidents/incident/{incident.pk}/change/"' in preview


def test_the_preview_answers_the_questions_that_the_public_page_answers() -> None:
    incident = load(record(count(1, exactly(3))))
    client = at_the_desk("contributor")

    assert "Figures by" in client.get(page(incident, "preview"), {"rule": "span"}).content.decode()
    assert client.get(page(incident, "preview"), {"rule": "magic"}).status_code == 400


def test_rows_that_make_no_record_have_reasons_instead_of_a_preview() -> None:
    older = count(1, at_least(3), superseded_by=2, superseded_reason="raised")
    incident = load(record(older, count(2, exactly(4))))
    incident.claims.filter(number=2).update(property="injured")
    shown = at_the_desk("contributor").get(page(incident, "preview")).content.decode()

    assert "Mend first" in shown
    assert f"/desk/incidents/claim/{incident.claims.get(number=1).pk}/change/" in shown
    assert "is about something else" in panel(incident)


def test_an_edition_is_published_with_its_kind_and_note() -> None:
    incident = load(record(count(1, exactly(3))))
    take(incident, "publish", note="Hello.")
    load(record(count(1, exactly(4))))
    take(incident, "publish", "curator", kind="correction", note="Misread.")

    assert list(Edition.objects.values_list("kind", "note")) == [
        ("first", "Hello."),
        ("correction", "Misread."),
    ]


def test_a_refusal_lists_what_is_missing_and_where() -> None:
    incident = load(record(count(1, exactly(3), ())))
    shown = take(incident, "publish")

    assert f'<a href="/desk/incidents/claim/{incident.claims.get().pk}/change/">Claim 1' in shown
    assert not Edition.objects.exists()


def test_a_retraction_needs_a_reason() -> None:
    incident = load(record(count(1, exactly(3))))
    publish(incident, by=None)
    assert "This field is required" in take(incident, "retract")
    take(incident, "retract", "curator", reason="It did not happen.")

    assert Edition.objects.current().get().is_retraction


def test_a_curator_redacts_one_edition() -> None:
    incident = load(record(count(1, exactly(3))))
    first = publish(incident, by=None)
    publish(load(record(count(1, exactly(4)))), by=None)
    take(incident, "redact", "curator", edition=first.pk, reason="A court order")

    assert Edition.objects.redacted().get().number == 1


def test_another_incidents_edition_is_not_redacted_here() -> None:
    publish(load(record(count(1, exactly(3)))), by=None)
    other = publish(load(record(count(1, exactly(3)), id="event-2")), by=None)
    take(Incident.objects.get(key="event-1"), "redact", "curator", edition=other.pk, reason="A court order")

    assert not Edition.objects.redacted().exists()


def test_the_reason_for_sending_back_is_shown_to_the_author() -> None:
    incident = load(record(count(1, exactly(3))))
    take(incident, "send_to_review", "contributor")
    take(incident, "send_back", "reviewer", reason="Read the second source again.")

    assert Incident.objects.get().state == State.DRAFT
    assert ReviewStep.objects.count() == 2
    assert "Read the second source again." in panel(incident, "editor")


STEPS = {
    "send_to_review": {"contributor", "reviewer", "editor", "curator"},
    "approve": {"reviewer", "editor", "curator"},
    "send_back": {"reviewer", "editor", "curator"},
    "publish": {"editor", "curator"},
    "retract": {"editor", "curator"},
    "redact": {"curator"},
}


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor", "curator"])
@pytest.mark.parametrize("step", STEPS)
def test_the_address_of_a_step_is_open_to_those_who_take_it(step: str, role: str) -> None:
    incident = load(record(count(1, exactly(3))))
    client = at_the_desk(role)
    wanted = 200 if role in STEPS[step] else 403

    assert client.get(page(incident, "step", step)).status_code == wanted
    if wanted == 403:
        assert client.post(page(incident, "step", step), {"reason": "x", "note": ""}).status_code == 403
        assert not Edition.objects.exists()
        assert Incident.objects.get().state == State.DRAFT


@pytest.mark.parametrize("rest", [("preview",), ("change",), *(("step", step) for step in STEPS)])
def test_strangers_and_those_who_left_are_led_to_the_login(rest: tuple[str, ...], client: Client) -> None:
    incident = load(record(count(1, exactly(3))))
    left = at_the_desk("curator")
    User.objects.update(is_active=False)
    for browser in (client, left):
        for answer in (browser.get(page(incident, *rest)), browser.post(page(incident, *rest))):
            assert answer.status_code == 302
            assert "/desk/login/" in answer["Location"]


@pytest.mark.parametrize("wrong", ["abc", "0", "99999999999999999999", "%00"])
@pytest.mark.parametrize("rest", ["preview", "step/publish", "step/dance"])
def test_hand_made_addresses_find_nothing(wrong: str, rest: str) -> None:
    assert at_the_desk("editor").get(f"/desk/incidents/incident/{wrong}/{rest}/").status_code == 404
