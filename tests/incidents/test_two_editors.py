"""Two editors on one page: the second to save sees both versions, and loses nothing of what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.vocabulary import Property
from incidents.models import Actor, Attack, Citation, Claim, Incident
from sources.models import Publication, SourceAuthor
from tests.incidents.desk import at_the_desk, errors_of, shown, typed_claim
from tests.incidents.rows import furnish

pytestmark = pytest.mark.django_db

INCIDENT = "/desk/incidents/incident/1/change/"
CLAIM = "/desk/incidents/claim/1/change/"
ACTOR = "/desk/incidents/actor/1/change/"
SOURCE = "/desk/sources/source/1/change/"


@pytest.fixture
def first() -> Client:
    furnish()
    return at_the_desk("editor")


@pytest.fixture
def second() -> Client:
    return at_the_desk("reviewer")


def told(response: Any) -> list[tuple[str, str, str, str, str]]:
    """The table above the form."""
    return [
        (line.field, line.opened, line.stored, line.typed, line.kept)
        for line in response.context["differences"]
    ]


def values(response: Any) -> dict[str, Any]:
    """What the form holds now."""
    form = response.context["adminform"].form
    return {name: form[name].value() for name in form.fields}


def resent(response: Any) -> dict[str, Any]:
    """What a browser sends if its user presses “Save” on this answer."""
    context = response.context
    forms = [context["adminform"].form]
    for each in context["inline_admin_formsets"]:
        forms += [each.formset.management_form, *each.formset.forms]
    sent = {form.add_prefix(name): form[name].value() for form in forms for name in form.fields}
    return {"opened": context["opened"]} | {
        name: value for name, value in sent.items() if value is not None and value is not False
    }


def test_the_second_save_shows_both_versions_and_keeps_what_was_typed(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    first.post(INCIDENT, shown(first, INCIDENT) | {"title": "Theirs"})
    response = second.post(INCIDENT, seen | {"title": "Mine"})

    assert Incident.objects.get().title == "Theirs"
    assert told(response) == [("Title", "An event", "Theirs", "Mine", "what you typed")]
    assert values(response)["title"] == "Mine"
    assert "somebody changed this meanwhile" in errors_of(response)
    assert "a-editor: Changed incident" in response.content.decode()


def test_saving_again_overwrites_knowingly(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    first.post(INCIDENT, shown(first, INCIDENT) | {"title": "Theirs"})
    answer = second.post(INCIDENT, seen | {"title": "Mine"})
    second.post(INCIDENT, resent(answer))

    assert Incident.objects.get().title == "Mine"


def test_a_field_that_the_editor_left_alone_takes_what_is_stored(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    first.post(INCIDENT, shown(first, INCIDENT) | {"date": "2024-02-07"})
    response = second.post(INCIDENT, seen | {"title": "Mine"})
    second.post(INCIDENT, resent(response))

    assert told(response) == [("Date", "(empty)", "2024-02-07", "(empty)", "what is stored now")]
    assert (Incident.objects.get().title, Incident.objects.get().date) == ("Mine", "2024-02-07")


def test_a_third_save_in_between_is_noticed_too(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    first.post(INCIDENT, shown(first, INCIDENT) | {"title": "Theirs"})
    answer = second.post(INCIDENT, seen | {"title": "Mine"})
    first.post(INCIDENT, shown(first, INCIDENT) | {"title": "Theirs again"})
    response = second.post(INCIDENT, resent(answer))

    assert told(response) == [("Title", "Theirs", "Theirs again", "Mine", "what you typed")]


def test_an_attack_that_somebody_else_added_appears(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    added = {"attacks-TOTAL_FORMS": 2, "attacks-1-label": "Theirs"}
    first.post(INCIDENT, shown(first, INCIDENT) | added)
    response = second.post(INCIDENT, seen | {"attacks-TOTAL_FORMS": 2, "attacks-1-label": "Mine"})
    second.post(INCIDENT, resent(response))

    assert [attack.label for attack in Attack.objects.order_by("number")] == ["First", "Theirs", "Mine"]
    assert "Attack “event-1, attack 2: Theirs”: label" in {line[0] for line in told(response)}


def test_an_attack_that_was_deleted_and_changed_comes_back_as_a_new_row(
    first: Client, second: Client
) -> None:
    seen = shown(second, INCIDENT)
    Claim.objects.all().delete()
    Attack.objects.all().delete()
    response = second.post(INCIDENT, seen | {"attacks-0-label": "Mine"})
    second.post(INCIDENT, resent(response))

    assert told(response) == [
        ("Attack, deleted meanwhile: label", "First", "(not there)", "Mine", "what you typed")
    ]
    assert [attack.label for attack in Attack.objects.all()] == ["Mine"]


def test_a_form_that_was_sent_twice_adds_its_row_once(first: Client) -> None:
    seen = shown(first, INCIDENT) | {"attacks-TOTAL_FORMS": 2, "attacks-1-label": "New"}
    first.post(INCIDENT, seen)
    first.post(INCIDENT, seen)

    assert [attack.label for attack in Attack.objects.all()] == ["First", "New"]


def test_credits_of_a_citation_are_compared(first: Client, second: Client) -> None:
    citation = Citation.objects.create(claim_id=1, source_id=1)
    Publication.objects.create(key="agency", name="An agency", kind="news_agency")
    seen = shown(second, CLAIM)
    citation.reported_via.add(1)
    response = second.post(CLAIM, seen | {"citations-0-locator": "lead"})
    second.post(CLAIM, resent(response))

    assert [line[1:4] for line in told(response)] == [("(empty)", "A paper", "(empty)")]
    assert citation.reported_via.count() == 1
    assert Citation.objects.get().locator == "lead"


def test_aliases_and_links_are_compared(first: Client, second: Client) -> None:
    seen = shown(second, ACTOR)
    whole = Actor.objects.create(key="whole", name="The whole", kind="armed_group")
    Actor.objects.filter(pk=1).update(part_of=whole, part_as="branch")
    Actor.objects.get(pk=1).aliases.create(text="IS")
    response = second.post(ACTOR, seen | {"name": "Mine"})

    assert [line[2] for line in told(response)] == ["The whole", "branch", "IS", "other name or spelling"]


def test_authors_of_a_source_are_compared(first: Client, second: Client) -> None:
    SourceAuthor.objects.create(source_id=1, name="Somebody")
    seen = shown(second, SOURCE)
    SourceAuthor.objects.update(name="Theirs")
    response = second.post(SOURCE, seen | {"authors-0-name": "Mine"})

    assert told(response) == [
        ("Author “Theirs”: name", "Somebody", "Theirs", "Mine", "what you typed"),
    ]


def test_those_who_change_different_pages_of_an_incident_never_meet(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    first.post(CLAIM, shown(first, CLAIM) | {"text": "Gain"})
    second.post(INCIDENT, seen | {"title": "Mine"})

    assert (Claim.objects.get().text, Incident.objects.get().title) == ("Gain", "Mine")


def test_those_who_typed_the_same_are_not_stopped(first: Client, second: Client) -> None:
    seen = shown(second, CLAIM)
    first.post(CLAIM, shown(first, CLAIM) | {"text": "Gain"})

    assert second.post(CLAIM, seen | {"text": "Gain"}).status_code == 302


def test_line_ends_of_browsers_are_no_difference(first: Client) -> None:
    Claim.objects.update(text="One.\n\nTwo.")
    seen = shown(first, CLAIM) | {"text": "One.\r\n\r\nTwo."}
    Claim.objects.update(stated="Revenge")
    response = first.post(CLAIM, seen)

    assert [line[0] for line in told(response)] == ["Stated"]


def test_a_form_without_what_it_showed_is_compared_with_what_is_stored(first: Client) -> None:
    stranger = Client()
    stranger.cookies = first.cookies
    response = stranger.post(CLAIM, typed_claim(Property.MOTIVE, position=1, text="Gain"))

    assert Claim.objects.get().text == "Revenge"
    assert told(response) == [("Text", "(not there)", "Revenge", "Gain", "what you typed")]
    assert "without what it showed" in errors_of(response)


@pytest.mark.parametrize("forged", ["nonsense", "a:b:c", "\x00", "é", "x" * 10_000])
def test_a_form_with_something_else_than_what_it_showed_is_refused_in_words(
    first: Client, forged: str
) -> None:
    response = first.post(INCIDENT, shown(first, INCIDENT) | {"opened": forged, "title": "Mine"})

    assert Incident.objects.get().title == "An event"
    assert "or with that altered" in errors_of(response)
    assert values(response)["title"] == "Mine"


def test_what_another_page_showed_is_refused(first: Client) -> None:
    of_claim = shown(first, CLAIM)["opened"]
    response = first.post(INCIDENT, shown(first, INCIDENT) | {"opened": of_claim})

    assert "or with that altered" in errors_of(response)


@pytest.mark.parametrize("total", ["", "-1", "99999999999", "x", "\x00", "²"])
def test_hand_made_numbers_of_rows_are_refused_in_words(first: Client, total: str) -> None:
    seen = shown(first, INCIDENT) | {"attacks-TOTAL_FORMS": total}
    Incident.objects.update(title="Theirs")

    assert first.post(INCIDENT, seen).status_code in (200, 302)


def test_a_mistake_and_a_meeting_are_told_together(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    Incident.objects.update(title="Theirs")
    response = second.post(INCIDENT, seen | {"date": "last week"})

    assert "somebody changed this meanwhile" in errors_of(response)
    assert "is not a date" in errors_of(response)


def test_a_mistake_alone_keeps_what_the_form_showed_first(first: Client, second: Client) -> None:
    seen = shown(second, INCIDENT)
    answer = second.post(INCIDENT, seen | {"date": "last week"})
    Incident.objects.update(title="Theirs")
    response = second.post(INCIDENT, resent(answer) | {"date": "2024"})

    assert [line[0] for line in told(response)] == ["Title"]


def test_a_page_that_is_only_read_carries_nothing(first: Client) -> None:
    Incident.objects.update(state="approved")

    assert "opened" not in at_the_desk("contributor").get(INCIDENT).context


def test_a_claim_of_a_hundred_citations_is_compared(first: Client) -> None:
    for n in range(60):
        Citation.objects.create(claim_id=1, source_id=1, locator=str(n))
    seen = shown(first, CLAIM)

    assert len(seen["opened"]) < 20_000
    assert first.post(CLAIM, seen | {"text": "Gain"}).status_code == 302


def test_an_actor_with_hundreds_of_names_is_saved(first: Client) -> None:
    for n in range(300):
        Actor.objects.get().aliases.create(text=f"Name {n}")

    assert first.post(ACTOR, shown(first, ACTOR) | {"name": "Mine"}).status_code == 302
    assert Actor.objects.get().aliases.count() == 300


def test_a_page_whose_thing_is_gone_keeps_what_was_typed_in_view(first: Client, second: Client) -> None:
    seen = shown(second, CLAIM) | {"text": "Mine", "citations-TOTAL_FORMS": 1, "citations-0-locator": "lead"}
    Claim.objects.all().delete()
    response = second.post(CLAIM, seen)

    assert "This claim was deleted meanwhile" in response.content.decode()
    assert {("Text", "Mine"), ("Citation: locator", "lead")} <= set(response.context["typed"])


def test_a_page_that_never_was_is_answered_as_before(first: Client) -> None:
    page = "/desk/incidents/claim/abc/change/"

    assert first.get(page).status_code == first.post(page, {"opened": "x"}).status_code == 302
