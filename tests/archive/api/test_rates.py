"""How often the API may be asked, and that every answer says so."""

from __future__ import annotations

import hashlib
import re
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.http.response import HttpResponseBase
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from archive import rates

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/"
KEY = "a-key-that-somebody-was-given"


@pytest.fixture(autouse=True)
def _twenty_seconds_into_a_minute(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr(rates, "time", SimpleNamespace(time=lambda: 6_000_020.5))
    settings.API_RATE, settings.API_KEY_RATE = 2, 4
    settings.API_KEYS = {hashlib.sha256(KEY.encode()).hexdigest()}


def ask(client: Client, key: str = "", path: str = ROOT, address: str = "192.0.2.1") -> HttpResponseBase:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return client.get(path, headers=headers, REMOTE_ADDR=address)


def test_every_answer_says_how_often_it_may_be_asked_and_how_often_still(client: Client) -> None:
    answer = ask(client)

    assert answer["RateLimit-Policy"] == '"default";q=2;w=60'
    assert answer["RateLimit"] == '"default";r=1;t=40'


def test_who_asks_too_often_is_told_when_to_ask_again(client: Client) -> None:
    codes = [ask(client).status_code for _ in range(2)]
    refused = ask(client)

    assert (codes, refused.status_code) == ([200, 200], 429)
    assert refused["Content-Type"] == "application/problem+json"
    assert (refused["Retry-After"], refused["RateLimit"]) == ("40", '"default";r=0;t=40')


def test_a_refusal_costs_no_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(2):
        ask(client, path=f"{ROOT}incidents/")

    with django_assert_num_queries(0):
        assert ask(client, path=f"{ROOT}incidents/").status_code == 429


def test_another_address_and_another_minute_are_counted_anew(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        ask(client)
    assert ask(client, address="192.0.2.2").status_code == 200

    monkeypatch.setattr(rates, "time", SimpleNamespace(time=lambda: 6_000_061))
    assert ask(client).status_code == 200


def test_a_wrong_question_counts_like_a_right_one(client: Client) -> None:
    codes = [ask(client, path=f"{ROOT}incidents/?by=x").status_code for _ in range(3)]

    assert codes == [400, 400, 429]


def test_a_key_raises_the_rate_wherever_it_is_used_from(client: Client) -> None:
    codes = [ask(client, KEY, address=f"192.0.2.{n}").status_code for n in range(5)]

    assert codes == [200, 200, 200, 200, 429]


@pytest.mark.parametrize("given", ["Bearer another", "Bearer", f"Basic {KEY}", KEY, ""])
def test_a_wrong_key_is_refused(client: Client, given: str) -> None:
    refused = client.get(ROOT, headers={"Authorization": given})

    assert refused.status_code == 401
    assert refused["Content-Type"] == "application/problem+json"
    assert refused["WWW-Authenticate"] == "Bearer"
    assert KEY not in refused.content.decode()


def test_who_guesses_keys_is_counted_by_the_address(client: Client) -> None:
    answers = [ask(client, f"guess-{number}") for number in range(3)]

    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert answers[0]["RateLimit"] == '"default";r=1;t=40'


def test_without_a_limit_nothing_is_said_of_one(client: Client, settings: Settings) -> None:
    settings.API_RATE = 0

    assert {ask(client).status_code for _ in range(5)} == {200}
    assert "RateLimit" not in ask(client)


def test_pages_are_not_counted(client: Client) -> None:
    for _ in range(3):
        ask(client)

    assert client.get("/about/", REMOTE_ADDR="192.0.2.1").status_code == 200


def test_a_script_may_read_what_is_said_of_rates(client: Client) -> None:
    exposed = client.get(ROOT, headers={"Origin": "https://notebook.example"})[
        "Access-Control-Expose-Headers"
    ]

    assert {"RateLimit", "RateLimit-Policy", "Retry-After"} <= set(exposed.split(", "))


def test_a_key_that_was_made_opens_once_its_digest_is_set(client: Client, settings: Settings) -> None:
    told = StringIO()
    call_command("api_key", stdout=told)
    found = re.fullmatch(r"key:    (\S+)\ndigest: ([0-9a-f]{64})\n", told.getvalue())
    assert found
    settings.API_KEYS = {found[2]}

    assert ask(client, found[1])["RateLimit-Policy"] == '"default";q=4;w=60'
