"""What readers learn of a dataset: its licence, the version of a row, and that nobody else counts."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.record import Record
from tests.archive.pages.markup import Page
from tests.archive.published import publish
from tests.builders import count, estimate, publication, record, source

pytestmark = pytest.mark.django_db

LICENCE = "CC BY 4.0, Uppsala Conflict Data Program"


def text(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return Page(answer.content.decode()).at("content").text


def counted() -> Record:
    """An event that one row of a dataset counts, and nobody else."""
    return record(
        count(1, estimate(best=22), "row"),
        id="e1",
        entities=[
            source("row", publication="dataset", version="22.1"),
            publication("dataset", licence=LICENCE),
        ],
    )


def test_the_page_of_a_dataset_names_its_licence(client: Client) -> None:
    publish(counted())
    assert LICENCE in text(client, "/publications/dataset/")


def test_a_publication_without_a_licence_says_nothing_of_one(client: Client) -> None:
    publish(record(count(1, estimate(best=22), "row"), entities=[source("row", publication="paper")]))
    assert "Licence" not in text(client, "/publications/paper/")


def test_the_version_of_a_row_is_called_so_in_the_references(client: Client) -> None:
    publish(counted())
    assert "undated, version 22.1." in " ".join(text(client, "/incidents/e1/").split())


def test_a_number_that_stands_alone_is_not_said_to_be_agreed_on(client: Client) -> None:
    publish(counted())
    assert "No source gives another number of killed." in text(client, "/incidents/")
