"""Changing a password, and getting a new one by e-mail."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.incidents.door.visitors import LOGIN, PASSWORD, confirm, inside, knock, member

pytestmark = pytest.mark.django_db

ASK = "/desk/password/reset/"
CHANGE = "/desk/password/change/"
NEW = "a longer walk in the snow"


def ask(email: str) -> Any:
    return Client().post(ASK, {"email": email}, follow=True)


def link_of(text: object) -> str:
    found = re.search(r"http://testserver(\S+)", str(text))
    assert found is not None
    return found[1]


def test_a_link_is_sent_to_who_is_known_and_sets_a_new_password() -> None:
    user = member("contributor")
    ask(user.email)
    assert user.username in mail.outbox[0].body
    client = Client()
    form = client.get(link_of(mail.outbox[0].body))["Location"]
    done = client.post(form, {"password1": NEW, "password2": NEW}, follow=True)

    assert "The password is set" in done.content.decode()
    assert knock(Client(), user, NEW)["Location"] == "/desk/"


def test_a_link_holds_once() -> None:
    user = member("contributor")
    ask(user.email)
    client, link = Client(), link_of(mail.outbox[0].body)
    client.post(client.get(link)["Location"], {"password1": NEW, "password2": NEW})

    assert "This link does not hold" in Client().get(link).content.decode()


def test_the_page_does_not_tell_whether_an_address_is_known() -> None:
    known, unknown = (ask(email) for email in (member("contributor").email, "nobody@example.org"))

    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content


def test_a_mail_goes_out_in_either_case_so_that_the_time_does_not_tell_either() -> None:
    ask("nobody@example.org")

    assert mail.outbox[0].to == ["nobody@example.org"]
    assert "http" not in mail.outbox[0].body


def test_a_known_address_costs_few_more_questions_to_the_database_than_an_unknown_one() -> None:
    user = member("contributor")
    ask(user.email)
    counts = []
    for email in (user.email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as asked:
            Client().post(ASK, {"email": email})
        counts.append(len([one for one in asked.captured_queries if "desk_cache" not in one["sql"]]))

    assert counts[0] - counts[1] <= 4


@override_settings(
    EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1
)
def test_a_mail_server_that_is_away_breaks_no_page(caplog: pytest.LogCaptureFixture) -> None:
    answers = [ask(email) for email in (member("contributor").email, "nobody@example.org")]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert caplog.text.count("Look at EMAIL_URL") == 2


def test_links_are_not_sent_again_and_again() -> None:
    user = member("contributor")
    answers = [ask(user.email) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert len(mail.outbox) == 5


def test_a_password_is_changed_by_who_knows_the_one_before() -> None:
    user = member("contributor")
    client, elsewhere = inside(user), inside(user)
    typed = {"password1": NEW, "password2": NEW}
    refused = client.post(CHANGE, typed | {"oldpassword": "wrong"})
    assert "not the password that you have now" in refused.content.decode()
    client.post(CHANGE, typed | {"oldpassword": PASSWORD})

    assert client.get("/desk/").status_code == 200
    assert elsewhere.get("/desk/").status_code == 302
    assert knock(Client(), user, NEW)["Location"] == "/desk/"


def test_a_weak_password_is_refused() -> None:
    client = inside(member("contributor"))
    answer = client.post(CHANGE, {"oldpassword": PASSWORD, "password1": "12345", "password2": "12345"})

    assert "too short" in answer.content.decode()


def test_whoever_has_a_mail_address_is_told_of_a_change() -> None:
    user = member("contributor")
    client = inside(user)
    client.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})

    assert "Was it not you?" in mail.outbox[0].body


def test_a_stranger_changes_nothing() -> None:
    user = member("contributor")
    client = Client()
    for address in (CHANGE, "/desk/sessions/", "/desk/second-factor/", "/desk/reauthenticate/"):
        assert client.get(address)["Location"].startswith(LOGIN)
    confirm(client)

    assert User.objects.get().password == user.password
