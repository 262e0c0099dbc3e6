"""Who may do what, address by address: a new address must say it in the table."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.incidents.desk import shown
from tests.incidents.roles.addresses import OPEN, Row, named, rows, unnamed
from tests.incidents.roles.furnished import a_desk, a_merge
from tests.incidents.roles.people import EVERYBODY, STRANGERS, browser, browsers, from_on

pytestmark = pytest.mark.django_db

ALLOWED, REFUSED, LOGIN = "allowed", "refused", "led to login"
ROWS = list(rows())


@pytest.fixture(autouse=True)
def _desk() -> None:
    a_desk()


def outcome(response: Any) -> str:
    """What came of a request, in one word."""
    if response.streaming:
        list(response)
    if response.status_code == 302:
        return LOGIN if response.url.startswith("/desk/login/") else ALLOWED
    if response.status_code == 403 and "kept" in (response.context or {}):
        return LOGIN
    return {200: ALLOWED, 403: REFUSED, 404: REFUSED, 405: REFUSED}[response.status_code]


def expected(lowest: str) -> dict[str, str]:
    """What comes of it for everybody, where this is the least of those who may."""
    others = {who: LOGIN if who in STRANGERS else REFUSED for who in EVERYBODY}
    return others | dict.fromkeys(from_on(lowest), ALLOWED)


def read(row: Row, client: Client) -> Any:
    return client.get(row.address)


def send(row: Row, client: Client) -> Any:
    """Send a form that would be accepted, and take back what it did."""
    typed = _sent(row)
    with transaction.atomic():
        response = client.post(row.address, typed)
        transaction.set_rollback(True)
    return response


def _sent(row: Row) -> dict[str, Any]:
    return shown(browser("curator"), row.address) if row.is_form else row.typed


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_an_address_is_for_those_who_may(row: Row) -> None:
    a_merge(row.name)
    came = [(who, outcome(read(row, client)), outcome(send(row, client))) for who, client in browsers()]

    assert {who: reading for who, reading, _ in came} == expected(row.reads)
    assert {who: sending for who, _, sending in came} == expected(row.sends)


def test_every_address_of_the_desk_is_in_the_table() -> None:
    assert named() == {row.name for row in ROWS} | OPEN


def test_what_has_no_name_leads_on_to_what_has_one_or_nowhere() -> None:
    onwards = {row.address.removeprefix("/desk/") for row in ROWS if row.name.endswith("_changelist")}

    assert unnamed() == {f"{address}<path:object_id>/" for address in onwards} | {"(?P<url>.*)$"}
