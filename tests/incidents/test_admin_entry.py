"""An editor enters a whole incident through the admin."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from archive.vocabulary import Property
from incidents.build import build
from incidents.models import Actor, Attack, Claim, Incident, Place
from incidents.models.claims import LAST_POSITION
from incidents.publishing import publish
from sources.models import Source
from tests.incidents.desk import at_the_desk, errors_of, newest_claim, typed_claim
from tests.incidents.rows import VALUES, furnish

pytestmark = pytest.mark.django_db

NEW_CLAIM = "/desk/incidents/claim/add/"


@pytest.fixture
def desk() -> Client:
    furnish()
    return at_the_desk("editor")


def test_an_incident_is_entered_with_its_attacks(desk: Client) -> None:
    attack = {"attacks-TOTAL_FORMS": 1, "attacks-INITIAL_FORMS": 0, "attacks-0-label": "Market"}
    typed = {
        "key": "event-9",
        "title": "New",
        "date": "2024-02",
        "place": 1,
        **attack,
        "attacks-0-date": "2024",
    }
    desk.post("/desk/incidents/incident/add/", typed)

    incident = Incident.objects.get(key="event-9")
    assert str(incident.date_latest) == "2024-02-29"
    assert [(attack.number, attack.label) for attack in incident.attacks.all()] == [(1, "Market")]


@pytest.mark.parametrize("kind", Property, ids=str)
def test_a_claim_of_each_property_is_entered(desk: Client, kind: Property) -> None:
    desk.post(NEW_CLAIM, typed_claim(kind))

    assert newest_claim().property == kind
    assert build(Incident.objects.get()).claims[-1].property is kind


def test_a_claim_is_entered_with_its_citation_and_can_then_be_published(desk: Client) -> None:
    citation = {
        "citations-TOTAL_FORMS": 1,
        "citations-INITIAL_FORMS": 0,
        "citations-0-source": 1,
        "citations-0-locator": "lead",
        "citations-0-stance": "supports",
        "citations-0-reported_via": [1],
    }
    Claim.objects.all().delete()
    desk.post(NEW_CLAIM, typed_claim(Property.KILLED) | citation)

    (cited,) = publish(Incident.objects.get(), by=None).record.claims[0].citations
    assert (cited.source, cited.locator, cited.reported_via) == ("text", "lead", ("paper",))


def test_a_new_claim_takes_the_next_number_and_the_end_of_the_page(desk: Client) -> None:
    Incident.objects.update(next_claim_number=7)
    desk.post(NEW_CLAIM, typed_claim(Property.KILLED))

    assert (newest_claim().number, newest_claim().position) == (7, 2)
    assert Incident.objects.get().next_claim_number == 8


def test_a_new_claim_comes_last_even_after_the_largest_position(desk: Client) -> None:
    Claim.objects.update(position=LAST_POSITION)
    desk.post(NEW_CLAIM, typed_claim(Property.KILLED))

    assert [claim.number for claim in Claim.objects.all()] == [1, 2]
    assert newest_claim().position == LAST_POSITION


def test_the_number_of_a_deleted_claim_is_not_given_again(desk: Client) -> None:
    desk.post(NEW_CLAIM, typed_claim(Property.KILLED))
    newest_claim().delete()
    desk.post(NEW_CLAIM, typed_claim(Property.KILLED))

    assert newest_claim().number == 3


def test_an_incident_saved_from_an_old_page_does_not_lower_its_counters() -> None:
    furnish()
    old = Incident.objects.get()
    Incident.objects.update(next_claim_number=50)
    old.save()

    assert Incident.objects.get().next_claim_number == 50


def test_a_claim_about_an_attack_with_a_time_after_another_is_entered(desk: Client) -> None:
    second = Attack.objects.create(incident_id=1, number=2, label="Second")
    about = {"about": "attack", "attack": second.pk}
    desk.post(NEW_CLAIM, typed_claim(Property.TIME, **about, clock="", minutes=90, after_attack=1))

    assert (newest_claim().minutes, newest_claim().after_attack_id) == (90, 1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"best": "", "low": 3}, "“exactly” takes best"),
        ({"qualifier": ""}, "A claim of “killed” needs its qualifier"),
        ({"about": "attack"}, "Name the attack exactly when"),
        ({"attribution": "suspected", "actor": 1}, "A claim of “killed” has no actor: leave it empty"),
        ({"claimed_on": "last week"}, "is not a date the archive can read"),
        ({"incident": ""}, "required"),
        ({"superseded_by": 1}, "of the same incident, about the same thing"),
    ],
)
def test_what_is_wrong_with_a_claim_is_said_in_the_form(
    desk: Client, typed: dict[str, object], words: str
) -> None:
    response = desk.post(NEW_CLAIM, typed_claim(Property.KILLED, **typed))

    assert response.status_code == 200
    assert words in errors_of(response)


def test_an_attack_of_another_incident_is_refused(desk: Client) -> None:
    other = Incident.objects.create(key="event-2", title="Another")
    attack = Attack.objects.create(incident=other, number=1, label="Elsewhere")
    response = desk.post(NEW_CLAIM, typed_claim(Property.KILLED, about="attack", attack=attack.pk))

    assert "belongs to another incident" in errors_of(response)


def test_a_claim_that_supersedes_another_does_not_change_its_topic(desk: Client) -> None:
    desk.post(NEW_CLAIM, typed_claim(Property.MOTIVE))
    Claim.objects.filter(pk=1).update(superseded_by=newest_claim())
    page = f"/desk/incidents/claim/{newest_claim().pk}/change/"
    response = desk.post(page, typed_claim(Property.MOTIVE, about="context", position=2))

    assert "This claim supersedes claim 1" in errors_of(response)


def test_a_name_longer_than_a_record_takes_is_refused(desk: Client) -> None:
    response = desk.post(NEW_CLAIM, typed_claim(Property.NAME, text="x" * 301))

    assert "has 301 characters: shorten it to 300" in errors_of(response)


def test_prose_of_several_lines_is_entered_as_browsers_send_it(desk: Client) -> None:
    desk.post(NEW_CLAIM, typed_claim(Property.STATEMENT, text="One line.\r\n\r\nAnother line."))

    assert newest_claim().text == "One line.\n\nAnother line."


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        (Property.KILLED, {"best": "", "low": 3}, "takes best"),
        (Property.KILLED, {"best": 100_000_001}, "Give at most 100,000,000."),
        (Property.TIME, {"clock": "", "minutes": -10_081, "after_attack": 1}, "Give at least -10,080."),
        (Property.DATE, {"date": "last week"}, "is not a date"),
        (Property.STATEMENT, {"text": "A\tB"}, "U+0009"),
        (Property.SEE_ALSO, {"url": "javascript:1"}, "Give a whole web address"),
    ],
)
def test_each_mistake_is_said_once(
    desk: Client, kind: Property, typed: dict[str, object], words: str
) -> None:
    response = desk.post(NEW_CLAIM, typed_claim(kind, **typed))

    assert errors_of(response).count(words) == 1
    assert [len(messages) for messages in response.context["adminform"].form.errors.values()] == [1]


def test_a_key_with_capitals_is_refused_in_plain_words(desk: Client) -> None:
    response = desk.post("/desk/incidents/conflict/add/", {"key": "A War", "name": "A war"})

    assert "small letters, digits and single hyphens" in errors_of(response)


def test_text_is_tidied_as_in_a_record(desk: Client) -> None:
    desk.post("/desk/incidents/conflict/add/", {"key": "cafe", "name": "  Cafe\u0301 "})

    assert Incident.objects.exists()
    assert desk.get("/desk/incidents/conflict/?q=Caf\u00e9").context["cl"].result_count == 1


def test_a_circle_of_places_is_refused(desk: Client) -> None:
    child = Place.objects.create(key="street", name="A street", kind="site", parent_id=1)
    names = {"names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
    typed = {"name": "A town", "kind": "settlement", "parent": child.pk, **names}

    assert "comes round to the entry itself" in errors_of(desk.post("/desk/incidents/place/1/change/", typed))


def test_a_source_is_entered_with_authors_and_what_it_relies_on(desk: Client) -> None:
    rows = {
        "authors-TOTAL_FORMS": 1,
        "authors-INITIAL_FORMS": 0,
        "authors-0-name": "Somebody",
        "relations-TOTAL_FORMS": 1,
        "relations-INITIAL_FORMS": 0,
        "relations-0-how": "quotes",
        "relations-0-other": 1,
    }
    desk.post("/desk/sources/source/add/", {"key": "new", "kind": "report", "title": "New", **rows})

    source = Source.objects.get(key="new")
    assert [author.name for author in source.authors.all()] == ["Somebody"]
    assert [relation.other_id for relation in source.relations.all()] == [1]


def test_a_publication_and_an_actor_with_aliases_are_entered(desk: Client) -> None:
    desk.post("/desk/sources/publication/add/", {"key": "agency", "name": "Agency", "kind": "news_agency"})
    alias = {
        "aliases-TOTAL_FORMS": 1,
        "aliases-INITIAL_FORMS": 0,
        "aliases-0-text": "IS",
        "aliases-0-kind": "alias",
    }
    branch = {"key": "branch", "name": "Branch", "kind": "armed_group", "part_of": 1, "part_as": "branch"}
    desk.post("/desk/incidents/actor/add/", branch | alias)

    assert [alias.text for alias in Actor.objects.get(key="branch").aliases.all()] == ["IS"]


def test_a_capture_is_entered_once_and_carries_its_digest(desk: Client) -> None:
    moment = {"captured_at_0": "2024-02-08", "captured_at_1": "10:00:00"}
    typed = {"source": 1, "text": "Text", "media_type": "text/plain", **moment}
    desk.post("/desk/sources/capture/add/", typed)

    capture = Source.objects.get(pk=1).captures.get()
    assert len(capture.sha256) == 64
    assert desk.post(f"/desk/sources/capture/{capture.pk}/change/", typed).status_code == 403


def test_keys_are_entered_once(desk: Client) -> None:
    page = desk.get(reverse("admin:incidents_incident_change", args=[1]))

    assert "key" in page.context["adminform"].readonly_fields


def test_the_incident_leads_to_its_claims_and_to_a_new_claim(desk: Client) -> None:
    page = desk.get(reverse("admin:incidents_incident_change", args=[1])).content.decode()

    assert "/desk/incidents/claim/?incident__id__exact=1" in page
    assert "/desk/incidents/claim/add/?incident=1" in page
    assert desk.get("/desk/incidents/claim/?incident__id__exact=1").context["cl"].result_count == 1
    assert desk.get(f"{NEW_CLAIM}?incident=1").context["adminform"].form.initial["incident"] == "1"


@pytest.mark.parametrize(
    ("app", "model", "field", "term", "found"),
    [
        ("incidents", "claim", "actor", "Daesh", "A group (armed group) – also Daesh"),
        ("incidents", "claim", "place", "Qasba", "A town (city, town or village) – also Qasba"),
        ("incidents", "claim", "attack", "event-1 1", "event-1, attack 1: First"),
        ("incidents", "claim", "superseded_by", "event-1 1", "event-1, claim 1: motive"),
        ("incidents", "citation", "source", "text", "A text (text)"),
    ],
)
def test_choices_are_found_by_typing_a_name_alias_or_number(
    desk: Client, app: str, model: str, field: str, term: str, found: str
) -> None:
    Actor.objects.get().aliases.create(text="Daesh")
    Place.objects.get().names.create(text="Qasba")
    asked = {"app_label": app, "model_name": model, "field_name": field, "term": term}

    results = desk.get("/desk/autocomplete/", asked).json()["results"]
    assert [result["text"] for result in results] == [found]


def test_every_property_was_tried() -> None:
    assert set(VALUES) == set(Property)
