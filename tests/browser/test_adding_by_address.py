"""A source is added by its address while a claim is entered, and the claim then cites it."""

from __future__ import annotations

import pytest

from incidents.admin.adding import AddingAdmin
from incidents.load import load
from sources.models import Capture, Publication, Relation, Source
from tests.browser.axe import judge
from tests.browser.desk import Desk
from tests.builders import record
from tests.incidents.adding.test_add_by import PAGE
from tests.sources.captures.websites import answer, website


def test_an_article_becomes_the_source_of_a_claim(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    load(record(title="Bombs in two towns"))
    Publication.objects.create(key="reuters", name="Reuters", kind="news_agency")
    desk.come_in_as("contributor")
    desk.open("/desk/incidents/claim/add/")
    desk.fill_in({"Incident": "Bombs in two towns", "Property": "killed"})

    with website(answer(PAGE.encode())) as paper:
        monkeypatch.setattr(AddingAdmin, "rules", paper.rules())
        beside = desk.opens("Add another source")
        beside.follow("Add by address")
        judge(beside, "adding-box")
        beside.write("Address, entry or words", paper.at("/news/1?utm_source=post"))
        beside.press("Look it up")
    beside.sees("Nothing is stored yet")
    judge(beside, "adding-suggested")
    beside.tick("quotes Reuters")
    beside.press("Save")
    desk.sees("Four die in blast at market")

    source = Source.objects.get(title="Four die in blast at market")
    assert str(source.publication) == "The Paper"
    assert (Capture.objects.count(), Relation.objects.get().how) == (1, "quotes")


def test_an_article_that_is_there_is_chosen_instead(desk: Desk) -> None:
    load(record(title="Bombs in two towns"))
    Source.objects.create(key="old", kind="article", title="The old one", url="https://paper.example/news/1")
    desk.come_in_as("contributor")
    desk.open("/desk/incidents/claim/add/")

    beside = desk.opens("Add another source")
    beside.follow("Add by address")
    beside.write("Address, entry or words", "https://m.paper.example/news/1?fbclid=1")
    beside.press("Look it up")
    beside.sees("The old one")
    judge(beside, "adding-known")
    beside.press("Use this source")
    desk.sees("The old one")
