"""Pages of sources, actors and places show what rests on them; attributions stand apart."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.pages import entities, resting
from archive.record import Citation
from archive.vocabulary import About, Attribution, PartAs, Stance
from tests.archive.pages.markup import Page
from tests.archive.published import publish
from tests.builders import actor, cited, count, exactly, place, record, responsible, statement

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


def test_an_actors_incidents_stand_apart_by_how_it_is_held_responsible(client: Client) -> None:
    publish(
        record(responsible(1, "g", Attribution.SUSPECTED), id="e1", title="One", entities=[actor("g")]),
        record(responsible(1, "g", Attribution.DENIED), id="e2", title="Two", entities=[actor("g")]),
    )
    found = page(client, "/actors/g/")
    under = {each.attributes["aria-labelledby"]: each.text for each in found.all() if each.tag == "section"}

    assert "One" in under["suspected"]
    assert "Two" not in under["suspected"]
    assert "Two" in under["denied"]


def test_many_incidents_of_one_attribution_do_not_crowd_out_another(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entities, "LISTED", 1)
    held = {"e1": Attribution.DENIED, "e2": Attribution.SUSPECTED, "e3": Attribution.SUSPECTED}
    publish(*(record(responsible(1, "g", how), id=id, title=id, date="2024") for id, how in held.items()))
    found = page(client, "/actors/g/")
    listed = [each.text for each in found.all() if each.tag == "h3"]
    links = [each for each in found.all() if each.tag == "a"]
    onward = [each.attributes["href"] for each in links if each.text == "All of these"]

    assert listed == ["e3", "e1"]
    assert onward == ["/incidents/?actor=g&attribution=suspected"]


def test_a_long_list_of_parts_ends_with_the_address_of_all(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entities, "PARTS", 1)
    wing, arm = (actor(key, part_of="g", part_as=PartAs.BRANCH) for key in ("wing", "arm"))
    publish(record(responsible(1, "wing"), responsible(2, "arm"), entities=[wing, arm]))

    links = [each for each in page(client, "/actors/g/").all() if each.tag == "a"]
    (onward,) = [each.attributes["href"] for each in links if each.text == "All of them, as data"]
    assert onward.endswith("/api/v1/actors/?part_of=g")


@pytest.mark.usefixtures("published")
def test_an_actor_whom_an_incident_merely_names_is_not_held_responsible(client: Client) -> None:
    found = page(client, "/actors/balochistan-liberation-army/")

    assert "Named, but not held responsible" in found.text
    assert "Suspected" not in found.text


@pytest.mark.usefixtures("published")
def test_a_source_shows_what_is_known_of_it_and_what_rests_on_it(client: Client) -> None:
    text = page(client, "/sources/bomb-hits-candidates-office-2024/").text

    assert "credits Associated Press" in text
    assert "7 or 8 February 2024" in text
    assert "claims cite it" in text
    assert "February 2024 Balochistan bombings" in text


@pytest.mark.usefixtures("published")
def test_a_place_shows_its_spellings_and_what_happened_within_it(client: Client) -> None:
    text = page(client, "/places/balochistan/").text

    assert "Baluchistan" in text
    assert "2018 Mastung bombing" in text
    assert "Killa Saifullah District" in text


@pytest.mark.usefixtures("published")
def test_a_publication_lists_its_sources(client: Client) -> None:
    assert "Page 342402 of The News" in page(client, "/publications/the-news-international/").text


def rows(found: Page) -> list[list[str]]:
    """The cells of each row of the page's tables, but for headings."""
    lines = [[cell.text for cell in row.children] for row in found.all() if row.tag == "tr"]
    return lines[1:]


def test_a_source_shows_each_claim_that_rests_on_it(client: Client) -> None:
    publish(
        record(
            count(1, exactly(3), stated="three dead"),
            count(2, exactly(4)),
            statement(3, "A bomb went off."),
            count(4, exactly(5), by="s2"),
        )
    )
    found = page(client, "/sources/s1/")

    assert rows(found) == [
        ["An event", "1: killed", "three dead"],
        ["An event", "2: killed", "4"],
        ["An event", "3: statement", "A bomb went off."],
    ]
    links = {each.text: each.attributes["href"] for each in found.all() if each.tag == "a"}
    assert links["1: killed"] == "/incidents/event-1/an-event/#claim-1"


def test_a_source_that_disputes_a_claim_is_said_to(client: Client) -> None:
    disputed = count(1, exactly(3)).model_copy(
        update={"citations": (*cited("s1"), Citation(source="s2", stance=Stance.DISPUTES))}
    )
    publish(record(disputed))

    assert rows(page(client, "/sources/s2/")) == [["An event", "1: killed disputes it", "3"]]
    assert rows(page(client, "/sources/s1/")) == [["An event", "1: killed", "3"]]


def test_a_claim_about_the_context_is_marked_as_such(client: Client) -> None:
    publish(record(count(1, exactly(3), about=About.CONTEXT)))

    assert rows(page(client, "/sources/s1/")) == [["An event", "1: killed about the context", "3"]]


def test_a_source_of_many_claims_leads_to_all_of_them(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resting, "SHOWN", 1)
    publish(record(count(1, exactly(3)), count(2, exactly(4))))
    found = page(client, "/sources/s1/")

    assert len(rows(found)) == 1
    assert "/api/v1/claims/?source=s1" in found.html


def test_a_place_shows_what_lies_within_it_and_within_that(client: Client) -> None:
    levels = [place("p0", kind="country"), place("p1", parent="p0"), place("p2", parent="p1")]
    publish(record(place="p2", entities=levels))
    found = page(client, "/places/p0/")
    (outer,) = [each for each in found.all() if each.attributes.get("class") == "names"]

    (within,) = [each for each in outer.all() if each.attributes.get("class") == "names__within"]
    assert outer.children[0].children[0].attributes["href"] == "/places/p1/"
    assert within.text == "Place p2"
