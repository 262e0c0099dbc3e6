"""What the pages of an event weigh, with all that they load, as browsers get them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.archive.mapped import happened, placed
from tests.archive.pages.markup import Page
from tests.archive.published import publish

#: Compressed, in bytes.
MOST = 60_000


def weight(data: bytes) -> int:
    return len(gzip.compress(data))


def loaded(page: Page) -> list[str]:
    """The names of the static files that the page loads."""
    linked = [each.attributes for each in page.all() if each.attributes.get("rel") in ("stylesheet", "icon")]
    scripts = [
        each.attributes["src"] for each in page.all() if each.tag == "script" and "src" in each.attributes
    ]
    return [link.removeprefix("/static/") for link in [*(each["href"] for each in linked), *scripts]]


def whole_weight(client: Client, address: str) -> int:
    page = Page(client.get(address).content.decode())
    files = [finders.find(name) for name in loaded(page)]

    assert all(files)
    return weight(page.html.encode()) + sum(weight(Path(str(file)).read_bytes()) for file in files)


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    "address",
    [
        "/incidents/k7m2qa/february-2024-balochistan-bombings/",
        "/incidents/m4s8td/2018-mastung-bombing/",
        "/incidents/m4s8td/history/",
    ],
)
def test_a_page_of_a_demonstration_event_is_light(client: Client, address: str) -> None:
    assert whole_weight(client, address) < MOST


@pytest.mark.django_db
def test_even_a_locator_of_the_whole_world_is_light(client: Client) -> None:
    publish(happened("one", placed("west", (60, -120)), placed("east", (-40, 170))))

    assert whole_weight(client, "/incidents/one/event-one/") < MOST
