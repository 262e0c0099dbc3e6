"""axe-core finds no fault with any kind of page of the desk."""

from __future__ import annotations

import pytest

from incidents.models import ActorAlias, Citation, PlaceName
from sources.models import Relation, SourceAuthor
from tests.browser.axe import judge
from tests.browser.desk import Desk
from tests.incidents import rows

pytestmark = pytest.mark.looks

MODELS = {
    "incidents": ("incident", "attack", "claim", "actor", "place", "conflict"),
    "sources": ("source", "publication", "capture"),
}
LISTS = [f"/desk/{app}/{model}/" for app, models in MODELS.items() for model in models]


@pytest.fixture
def furnished(desk: Desk) -> Desk:
    """The desk of a curator, with a row of every kind to look at."""
    rows.furnish()
    rows.capture(pk=1).save()
    ActorAlias.objects.create(actor_id=1, text="An alias")
    PlaceName.objects.create(place_id=1, text="A spelling")
    Citation.objects.create(claim_id=1, source_id=1, quote="They did it.")
    SourceAuthor.objects.create(source_id=1, name="Somebody")
    Relation.objects.create(source_id=1, how="quotes", publication_id=1)
    desk.come_in_as("curator")
    return desk


def judge_all(desk: Desk, *addresses: str) -> None:
    for address in addresses:
        desk.open(address)
        judge(desk)


@pytest.mark.parametrize("address", LISTS)
def test_the_list_the_forms_and_the_pages_of_one_row(furnished: Desk, address: str) -> None:
    pages = [f"{address}{page}" for page in ("", "add/", "1/change/", "1/delete/")]

    judge_all(furnished, *pages)


@pytest.mark.parametrize("address", LISTS)
def test_a_form_that_was_filled_in_wrongly(furnished: Desk, address: str) -> None:
    furnished.open(f"{address}add/")
    furnished.press("Save")
    furnished.sees("Please correct the error")
    judge(furnished, f"{address.strip('/').replace('/', '-')}-refused")


def test_the_home_and_the_pages_of_a_person(furnished: Desk) -> None:
    pages = ["/desk/", "/desk/incidents/", "/desk/password/change/", "/desk/incidents/incident/?q=nothing"]
    pages.append("/desk/sources/capture/1/history/")

    judge_all(furnished, *pages)


def test_pages_that_are_refused(furnished: Desk) -> None:
    furnished.watch.expected.add("/desk/nothing/")

    judge_all(furnished, "/desk/nothing/")


def test_coming_to_the_desk_with_a_wrong_password(desk: Desk) -> None:
    desk.open("/desk/login/")
    desk.write("Username", "nobody")
    desk.write("Password", "wrong")
    desk.press("Log in")
    desk.sees("do not fit together")
    judge(desk)


def test_leaving_the_desk(furnished: Desk) -> None:
    furnished.open("/desk/")
    furnished.press("Log out")
    furnished.sees("You are logged out")
    judge(furnished)
