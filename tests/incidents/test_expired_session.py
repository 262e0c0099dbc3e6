"""A session that ended keeps the form: it is sent again after logging in."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings

from incidents.admin.opened import OPENED
from incidents.models import Claim, Conflict, Incident
from incidents.unsent import KEPT, Unsent, read, sign
from tests.incidents.desk import person, shown
from tests.incidents.rows import furnish

pytestmark = pytest.mark.django_db

CLAIM = "/desk/incidents/claim/1/change/"
LOGIN = "/desk/login/"
HERE = "http://testserver"
PASSWORD = "a long and good one"


@pytest.fixture(autouse=True)
def _quick_passwords() -> Any:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def browser() -> Client:
    """An editor's browser, in which tokens are checked as in a real one."""
    furnish()
    user = person("editor")
    user.set_password(PASSWORD)
    user.save()
    client = Client(enforce_csrf_checks=True)
    log_in(client, user)
    return client


def log_in(client: Client, user: User) -> None:
    """As people do it, so that the browser gets the cookie of the tokens."""
    page = client.get(LOGIN).content.decode()
    client.post(LOGIN, hidden(page) | {"login": user.username, "password": PASSWORD})


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page's last form, as a browser would send them."""
    form = page.rpartition("<form")[2]
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form)
    return {unescape(name): unescape(value) for name, value in found}


def form_of(client: Client, page: str) -> dict[str, Any]:
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(page).content.decode())
    assert token is not None
    return shown(client, page) | {"csrfmiddlewaretoken": token[1]}


def expire(client: Client) -> None:
    del client.cookies["sessionid"]


def test_what_was_typed_is_sent_after_logging_in_again(browser: Client) -> None:
    typed = form_of(browser, CLAIM) | {"text": "Gain “quoted” <b>bold</b>"}
    expire(browser)
    asked = browser.post(CLAIM, typed)
    assert asked.status_code == 403
    words = asked.content.decode()
    assert "Nothing is lost" in words

    person_ = {"login": "a-editor", "password": PASSWORD}
    offered = browser.post(LOGIN, hidden(words) | person_)
    assert "You are logged in again; your form is kept" in offered.content.decode()
    sent = hidden(offered.content.decode())
    answer = browser.post(CLAIM, sent)

    assert answer.status_code == 302
    assert Claim.objects.get().text == "Gain “quoted” <b>bold</b>"
    assert "password" not in " ".join(sent)


def test_a_wrong_password_does_not_lose_the_form(browser: Client) -> None:
    typed = form_of(browser, CLAIM) | {"text": "Gain"}
    expire(browser)
    asked = browser.post(CLAIM, typed)
    again = browser.post(LOGIN, hidden(asked.content.decode()) | {"login": "a-editor", "password": "x"})
    offered = browser.post(
        LOGIN, hidden(again.content.decode()) | {"login": "a-editor", "password": PASSWORD}
    )

    assert ("text", "Gain") in offered.context["form"].typed


def test_the_form_meets_what_was_changed_meanwhile(browser: Client) -> None:
    typed = form_of(browser, CLAIM) | {"text": "Mine"}
    expire(browser)
    asked = browser.post(CLAIM, typed)
    Claim.objects.update(text="Theirs")
    offered = browser.post(
        LOGIN, hidden(asked.content.decode()) | {"login": "a-editor", "password": PASSWORD}
    )
    answer = browser.post(CLAIM, hidden(offered.content.decode()))

    assert [line.stored for line in answer.context["differences"]] == ["Theirs"]
    assert Claim.objects.get().text == "Theirs"


def test_who_may_not_change_the_thing_may_not_send_the_form(browser: Client) -> None:
    typed = form_of(browser, CLAIM) | {"text": "Mine"}
    expire(browser)
    asked = browser.post(CLAIM, typed)
    Incident.objects.update(state="approved")
    other = person("contributor")
    other.set_password(PASSWORD)
    other.save()
    offered = browser.post(
        LOGIN, hidden(asked.content.decode()) | {"login": "a-contributor", "password": PASSWORD}
    )

    assert "sent as a-contributor" in offered.content.decode()
    assert browser.post(CLAIM, hidden(offered.content.decode())).status_code == 403


def test_a_new_thing_is_kept_too(browser: Client) -> None:
    page = "/desk/incidents/conflict/add/"
    token = form_of(browser, CLAIM)["csrfmiddlewaretoken"]
    expire(browser)
    asked = browser.post(
        page, {"csrfmiddlewaretoken": token, "key": "war-2", "name": "A war", "_save": "Save"}
    )
    offered = browser.post(
        LOGIN, hidden(asked.content.decode()) | {"login": "a-editor", "password": PASSWORD}
    )
    browser.post(page, hidden(offered.content.decode()))

    assert Conflict.objects.filter(key="war-2").exists()


def test_a_form_from_before_another_login_is_offered_again(browser: Client) -> None:
    typed = form_of(browser, CLAIM) | {"text": "Gain"}
    browser.post("/desk/logout/", {"csrfmiddlewaretoken": typed["csrfmiddlewaretoken"]})
    log_in(browser, User.objects.get(username="a-editor"))
    offered = browser.post(CLAIM, typed, headers={"Origin": HERE})
    browser.post(CLAIM, hidden(offered.content.decode()), headers={"Origin": HERE})

    assert "Somebody logged in with this browser" in offered.content.decode()
    assert Claim.objects.get().text == "Gain"


def test_a_login_form_from_before_another_login_keeps_what_it_carries(browser: Client) -> None:
    typed = form_of(browser, CLAIM) | {"text": "Gain"}
    expire(browser)
    asked = hidden(browser.post(CLAIM, typed).content.decode())
    log_in(browser, User.objects.get(username="a-editor"))
    login = asked | {"login": "a-editor", "password": PASSWORD}
    offered = browser.post(LOGIN, login, headers={"Referer": f"{HERE}{LOGIN}"})

    assert ("text", "Gain") in offered.context["form"].typed


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://testserver.evil.example"])
def test_a_form_of_another_site_is_never_offered(browser: Client, origin: str) -> None:
    typed = {"text": "Evil", OPENED: "x"}
    response = browser.post(CLAIM, typed, headers={"Origin": origin} if origin else {})

    assert response.status_code == 403
    assert "Evil" not in response.content.decode()


@pytest.mark.parametrize(
    "page", ["/desk/login/", "/desk/logout/", "/desk/password/change/", "/desk/auth/user/1/password/"]
)
def test_passwords_are_never_kept(browser: Client, page: str) -> None:
    token = form_of(browser, CLAIM)["csrfmiddlewaretoken"]
    expire(browser)
    secret = {"csrfmiddlewaretoken": token, "old_password": "secret", "new_password1": "secret"}
    response = browser.post(page, secret)

    assert KEPT not in response.content.decode()
    assert "secret" not in response.content.decode()


def test_a_new_account_with_its_password_is_not_kept(browser: Client) -> None:
    token = form_of(browser, CLAIM)["csrfmiddlewaretoken"]
    expire(browser)
    typed = {"csrfmiddlewaretoken": token, "username": "x", "password1": "secret", "password2": "secret"}

    assert browser.post("/desk/auth/user/add/", typed).status_code == 302


def test_a_form_to_another_address_is_not_kept() -> None:
    client = Client()

    assert KEPT not in client.post("/incidents/", {"a": "b"}).content.decode()
    assert KEPT not in client.post("/desk/no/such/page/at/all", {"a": "b"}).content.decode()


@pytest.mark.parametrize("forged", ["x", "a:b:c", "\x00", "é"])
def test_a_forged_form_is_dropped_in_words(browser: Client, forged: str) -> None:
    expire(browser)
    login = hidden(browser.get(LOGIN).content.decode())
    person_ = {"login": "a-editor", "password": PASSWORD}
    response = browser.post(LOGIN, login | person_ | {KEPT: forged}, follow=True)

    assert "enter it again" in response.content.decode()


def test_a_form_too_long_to_travel_says_what_to_do(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.unsent.LONGEST", 10)
    typed = form_of(browser, CLAIM)
    expire(browser)
    response = browser.post(CLAIM, typed).content.decode()

    assert "too long to be kept" in response
    assert f'name="{KEPT}"' not in response


def test_files_have_to_be_chosen_again() -> None:
    form = read(sign(Unsent("/desk/x/", {"a": ["b"]}, ["copy.pdf"])))

    assert form is not None
    assert (form.files, form.typed) == (["copy.pdf"], [("a", "b")])


def test_a_page_that_is_only_read_leads_to_the_login_as_ever() -> None:
    response = Client().get(CLAIM)

    assert response.headers["Location"] == f"/desk/login/?next={CLAIM}"
