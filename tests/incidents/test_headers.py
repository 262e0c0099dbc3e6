"""What every answer tells browsers: pages, files, the desk, the API, its documents, and what is refused."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from archive.crowd import closers
from incidents.load import load
from incidents.publishing import publish, retract
from tests.incidents.public_addresses import addresses
from tests.incidents.roles.addresses import rows
from tests.incidents.roles.furnished import a_desk
from tests.incidents.roles.people import browser
from tests.incidents.test_checked_quotes import event

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
SAID = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def reader() -> Client:
    return Client(raise_request_exception=False)


def wrong(client: Client, addresses: list[str], **more: str) -> dict[str, str]:
    """Each of the addresses whose answer does not say all of it, and what it does say."""
    found: dict[str, str] = {}
    for address in addresses:
        answer = client.get(address, headers=more, secure=True)
        found |= {} if says_all(answer) else {address: str(answer.headers)}
        for close in closers(answer):
            close()
    return found


def says_all(answer: object) -> bool:
    headers = answer.headers  # type: ignore[attr-defined]
    policy = {*headers.get("Content-Security-Policy", "").split("; ")}
    features = headers.get("Permissions-Policy", "")
    return (
        policy == POLICY
        and "camera=()" in features
        and SAID.items() <= headers.items()
        and ("Strict-Transport-Security" in headers) == (settings.SECURE_HSTS_SECONDS > 0)
    )


def test_every_kind_of_public_address_says_it(reader: Client) -> None:
    publish(load(event()), by=None)
    each_once = {pattern: address for address, pattern in addresses()}

    assert wrong(reader, [*each_once.values(), "/ur/incidents/", "/healthz", "/readyz"]) == {}


def test_every_kind_of_page_at_the_desk_says_it() -> None:
    a_desk()
    each_once = {row.name: row.address for row in rows()}

    assert wrong(browser("curator"), [*each_once.values(), reverse("account_login")]) == {}


def test_whatever_is_refused_says_it(reader: Client) -> None:
    incident = load(event())
    publish(incident, by=None)
    retract(incident, by=None, reason="For a reason.")
    gone = f"/incidents/{incident.key}/"
    asked = [gone, f"/api/v1{gone}", "/none/", "/api/v1/none/", "/desk/none/", "/api/v1/incidents/?none=1"]

    assert [reader.get(address).status_code for address in asked] == [410, 410, 404, 404, 302, 400]
    assert wrong(reader, asked) == {}
    assert wrong(reader, ["/", "/healthz"], host="elsewhere.example") == {}


@override_settings(API_RATE=1)
def test_who_asks_too_often_is_told_it_too(reader: Client) -> None:
    assert reader.get("/api/v1/").status_code == 200
    assert reader.get("/api/v1/").status_code == 429
    assert wrong(reader, ["/api/v1/"]) == {}


@override_settings(SECURE_SSL_REDIRECT=True)
def test_an_address_that_leads_to_https_says_it(reader: Client) -> None:
    answers = [reader.get("/"), reader.get("/", headers={"host": "elsewhere.example"}), reader.get("/readyz")]

    assert [answer.status_code for answer in answers] == [301, 400, 200]
    assert all(says_all(answer) for answer in answers)


@override_settings(ROOT_URLCONF="tests.incidents.failing_urls")
@pytest.mark.parametrize(("address", "status"), [("/broken/", 500), ("/without-database/", 503)])
def test_a_failure_says_it(reader: Client, address: str, status: int) -> None:
    assert reader.get(address).status_code == status
    assert wrong(reader, [address]) == {}


@override_settings(SECURE_HSTS_SECONDS=3600)
def test_where_it_is_wanted_browsers_are_told_to_insist_on_https(reader: Client) -> None:
    assert wrong(reader, ["/", "/api/v1/", "/desk/login/", "/none/"]) == {}


def test_files_that_pages_load_say_it(reader: Client) -> None:
    with override_settings(WHITENOISE_AUTOREFRESH=True, WHITENOISE_USE_FINDERS=True):
        served = Client()
        assert b"".join(served.get("/static/house.css"))
        assert wrong(served, ["/static/house.css"]) == {}
