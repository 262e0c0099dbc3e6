"""axe-core finds no fault with the pages about the archive and its data, nor with the lists by name."""

from __future__ import annotations

import pytest

from tests.archive.published import publish
from tests.archive.releases.archives import made
from tests.browser.axe import judge
from tests.browser.screen import Screen
from tests.sheets import demo_records

pytestmark = pytest.mark.looks


@pytest.fixture(autouse=True)
def demonstration(transactional_db: None) -> None:
    """The demonstration events are published."""
    publish(*demo_records())


@pytest.mark.parametrize("page", ["", "method/", "codebook/", "using/", "licence/", "corrections/"])
def test_a_page_about_the_archive(reader: Screen, page: str) -> None:
    reader.open(f"/about/{page}")
    judge(reader, f"about-{page.strip('/')}")


@pytest.mark.parametrize("address", ["/data/", "/data/releases/2026.11/", "/ur/data/releases/2026.11/"])
def test_a_page_of_data(reader: Screen, address: str) -> None:
    made()
    reader.open(address)
    judge(reader)


@pytest.mark.parametrize(
    "address", ["/actors/", "/sources/", "/places/?order=incidents", "/actors/?name=islamc"]
)
def test_a_list_by_name(reader: Screen, address: str) -> None:
    reader.open(address)
    judge(reader)


@pytest.mark.parametrize(
    "address", ["/places/pakistan/", "/sources/wikipedia-february-2024-balochistan-bombings/"]
)
def test_a_page_of_what_an_incident_names(reader: Screen, address: str) -> None:
    reader.open(address)
    judge(reader)
