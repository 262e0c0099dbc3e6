"""A search leads to the places, actors and sources so named, too."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import catalogue
from archive.models import NameEntry
from archive.pages.named import SHOWN
from archive.record.entities import Alias
from tests.archive.pages.markup import Page
from tests.archive.published import publish, retract
from tests.builders import count, exactly, happened_at, place, record, source

pytestmark = pytest.mark.django_db


def links(client: Client, typed: str) -> list[tuple[str, str]]:
    """The names that a search leads to, with their addresses."""
    found = Page(client.get("/incidents/", {"q": typed}).content.decode())
    sections = [each for each in found.all() if each.attributes.get("class") == "named"]
    return [
        (each.text, each.attributes["href"])
        for section in sections
        for each in section.all()
        if each.tag == "a"
    ]


def test_a_place_is_reached_by_any_of_its_names(client: Client) -> None:
    names = [Alias(text="Qila Saifullah"), Alias(text="قلعہ سیف اللہ", language="ur")]
    publish(record(happened_at(1, "killa"), entities=[place("killa", name="Killa Saifullah", names=names)]))

    for typed in ("qila saifullah", "قلعه سيف الله", "KILLA"):
        assert links(client, typed) == [("Killa Saifullah", "/places/killa/")]


def test_a_source_is_reached_by_its_title(client: Client) -> None:
    publish(record(count(1, exactly(3)), entities=[source("s1", title="Blast at an office")]))

    assert links(client, "blasts") == [("Blast at an office", "/sources/s1/")]


def test_of_many_the_shortest_names_are_shown_and_the_data_has_all(client: Client) -> None:
    keys = [f"p{n}" for n in range(SHOWN + 2)]
    towns = [place(key, name=f"Town & {key} {'x' * n}") for n, key in enumerate(keys)]
    publish(record(*(happened_at(n + 1, key) for n, key in enumerate(keys)), entities=towns))

    *shown, (more, address) = links(client, "“town” & -zzz")

    assert [href for _, href in shown] == [f"/places/{key}/" for key in keys[:SHOWN]]
    assert more == "all, as data"
    assert len(client.get(address).json()["results"]) == len(keys)


def test_what_no_current_edition_holds_is_no_longer_named(client: Client) -> None:
    publish(record(happened_at(1, "killa"), entities=[place("killa", name="Killa")]))
    retract("event-1")

    assert links(client, "killa") == []
    assert not NameEntry.objects.exists()


def test_a_new_name_takes_the_place_of_the_old_one(client: Client) -> None:
    publish(record(happened_at(1, "killa"), entities=[place("killa", name="Killa")]))
    publish(record(happened_at(1, "killa"), entities=[place("killa", name="Qila")]))

    assert links(client, "killa") == []
    assert links(client, "qila") == [("Qila", "/places/killa/")]
    assert list(catalogue.check()) == []


def test_names_that_are_stale_or_strange_are_noticed_and_mended() -> None:
    publish(record(happened_at(1, "killa"), entities=[place("killa", name="Killa")]))
    NameEntry.objects.filter(kind="places").update(name="Stale")
    NameEntry.objects.create(kind="actors", key="nobody", name="Nobody", terms="nobodi")

    assert sorted(map(str, catalogue.check())) == [
        "actors nobody: should not be there",
        "places killa: missing or stale",
    ]
    list(catalogue.reindex())
    assert list(catalogue.check()) == []
