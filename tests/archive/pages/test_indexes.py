"""Everything that incidents name is listed by name and by number of incidents, and found by a name."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.pages import indexes
from tests.archive.pages.markup import Page
from tests.archive.published import publish
from tests.builders import actor, conflict, count, exactly, place, publication, record, responsible, source

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.content.decode())


def listed(client: Client, address: str) -> list[str]:
    """Each entry with its number of incidents, as “Actor b 2”."""
    found = page(client, address).all()
    lists = [each for each in found if each.attributes.get("class", "").startswith("options ")]
    lists += [each for each in found if each.attributes.get("class") == "options"]
    entries = [item for each in lists for item in each.children if item.tag == "li"]
    return [item.text.replace(" incidents", "").replace(" incident", "") for item in entries]


def pages_of(client: Client, address: str, rel: str) -> list[list[str]]:
    """The entries of this page and of all to which links of this relation lead on."""
    found = [listed(client, address)]
    links = [each.attributes for each in page(client, address).all() if each.attributes.get("rel") == rel]
    return found + [part for link in links for part in pages_of(client, f"/actors/{link['href']}", rel)]


def fill(*names: str) -> None:
    for number, name in enumerate(names):
        named = actor(f"g{number}", name=name)
        publish(record(responsible(1, named.key), id=f"e{number}", entities=[named]))


def test_entries_stand_by_name_whatever_the_case_with_their_number_of_incidents(client: Client) -> None:
    fill("Zenda Front", "al-Zenda", "Ruritania Army")
    publish(record(responsible(1, "g1"), id="more", entities=[actor("g1", name="al-Zenda")]))

    assert listed(client, "/actors/") == ["al-Zenda 2", "Ruritania Army 1", "Zenda Front 1"]


def test_those_that_most_incidents_have_to_do_with_come_first_if_asked(client: Client) -> None:
    fill("A", "B", "C")
    publish(record(responsible(1, "g2"), id="more", entities=[actor("g2", name="C")]))

    assert listed(client, "/actors/?order=incidents") == ["C 2", "A 1", "B 1"]


def test_a_long_list_goes_on_in_both_directions(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "SHOWN", 2)
    fill("A", "B", "B", "C", "D")

    forth = pages_of(client, "/actors/", "next")
    assert forth == [["A 1", "B 1"], ["B 1", "C 1"], ["D 1"]]
    assert pages_of(client, "/actors/?after=g3", "prev") == [["D 1"], ["B 1", "C 1"], ["A 1", "B 1"]]


def test_a_letter_leads_into_the_list(client: Client) -> None:
    fill("Arthur", "Black Michael", "Rupert")

    assert listed(client, "/actors/?from=b") == ["Black Michael 1", "Rupert 1"]


def test_a_name_is_found_by_its_words_and_by_another_spelling_of_it(client: Client) -> None:
    fill("Lashkar-e-Zenda", "Ruritania Army")

    assert listed(client, "/actors/?name=zenda") == ["Lashkar-e-Zenda 1"]
    assert listed(client, "/actors/?name=rurritania") == ["Ruritania Army 1"]
    assert "These sound like it" in page(client, "/actors/?name=rurritania").text
    assert listed(client, "/actors/?name=strelsau") == []


def test_only_entries_of_the_kind_are_found(client: Client) -> None:
    publish(
        record(responsible(1, "g", by="s1"), entities=[actor("g", name="Zenda"), source("s1", title="Zenda")])
    )

    assert listed(client, "/actors/?name=zenda") == ["Zenda 1"]
    assert listed(client, "/sources/?name=zenda") == ["Zenda 1"]


@pytest.mark.parametrize(
    "query", ["name=“", "name=-x", "name=%00", "after=nobody", "before=nobody", "from=%00"]
)
def test_what_makes_no_sense_harms_nothing(client: Client, query: str) -> None:
    fill("A")

    assert client.get(f"/actors/?{query}").status_code == 200


def test_every_kind_has_its_list(client: Client) -> None:
    publish(
        record(
            count(1, exactly(1), "s1"),
            place="p1",
            entities=[
                place("p1", name="Zenda", parent="p0"),
                place("p0", name="Ruritania", kind="country"),
                publication("n1", name="The Zenda Times"),
                source("s1", publication="n1", title="Bomb in Zenda"),
                conflict("c1"),
            ],
        )
    )

    assert listed(client, "/places/") == ["Ruritania 1", "Zenda 1"]
    assert listed(client, "/publications/") == ["The Zenda Times 1"]
    assert listed(client, "/sources/") == ["Bomb in Zenda 1"]
    assert listed(client, "/conflicts/") == []


def test_a_name_too_long_for_an_index_is_kept_whole(client: Client) -> None:
    name = "Ż" * 300
    fill(name)

    assert listed(client, "/actors/") == [f"{name} 1"]


def test_an_entry_leads_to_its_page(client: Client) -> None:
    fill("A")
    links = {each.text: each.attributes["href"] for each in page(client, "/actors/").all() if each.tag == "a"}

    assert links["A"] == "/actors/g0/"


@pytest.mark.parametrize("kind", indexes.TITLES)
def test_the_first_page_leads_to_every_list(client: Client, kind: str) -> None:
    links = [each.attributes.get("href") for each in page(client, "/").all() if each.tag == "a"]

    assert f"/{kind}/" in links
