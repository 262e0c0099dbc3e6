"""A lost second factor is forgotten at the desk, by a curator, on the person's page."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client, override_settings

from incidents.models import SignIn
from tests.incidents.door.visitors import FACTOR, confirm, give_app, inside, knock, member, recovery_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_not_required")]


@pytest.fixture
def _not_required() -> Any:
    with override_settings(SECOND_FACTOR_REQUIRED=False):
        yield


@pytest.fixture
def loser() -> User:
    """An editor who has an authenticator app no more."""
    user = member("editor")
    give_app(user)
    return user


def page_of(user: User) -> str:
    return f"/desk/auth/user/{user.pk}/change/"


def forget_page(user: User) -> str:
    return f"/desk/auth/user/{user.pk}/forget-second-factor/"


def confirmed(user: User) -> Client:
    """A browser in which the person has just given the password once more."""
    client = inside(user)
    confirm(client)
    return client


def test_a_curator_is_led_there_and_asked_for_the_own_password_first(loser: User) -> None:
    client = inside(member("curator"))
    page = client.get(page_of(loser)).content.decode()
    assert "authenticator app, recovery codes" in page
    assert forget_page(loser) in page

    asked = client.get(forget_page(loser))["Location"]
    assert asked.startswith("/desk/reauthenticate/")
    assert client.post(asked, {"password": "wrong"}).status_code == 200
    assert client.post(asked, {"password": "a long walk in the rain"})["Location"] == forget_page(loser)
    assert "be sure that it is they who ask" in client.get(forget_page(loser)).content.decode()


def test_the_page_shows_a_curator_nothing_of_the_password(loser: User) -> None:
    page = inside(member("curator")).get(page_of(loser)).content.decode()

    assert "algorithm" not in page
    assert "Reset password" not in page


def test_it_is_forgotten_the_sessions_end_and_the_logs_say_who_did_it(loser: User) -> None:
    theirs = inside(loser)
    theirs.post(f"{FACTOR}authenticate/", {"code": recovery_code(loser)})
    assert theirs.get("/desk/").status_code == 200
    client = confirmed(member("curator"))
    told = client.post(forget_page(loser), follow=True).content.decode()

    assert "logs in with the password alone now" in told
    assert "none is set up" in told
    assert not Authenticator.objects.exists()
    assert theirs.get("/desk/").status_code == 302
    row = SignIn.objects.get(kind="factor_forgotten")
    assert (row.name, str(row.by), row.network) == ("a-editor", "a-curator", "127.0.0.0/24")
    assert str(LogEntry.objects.get().get_change_message()) == "Forgot the second factor."
    assert knock(Client(), loser)["Location"] == "/desk/"


def test_its_owner_is_told_by_mail(loser: User) -> None:
    confirmed(member("curator")).post(forget_page(loser))

    (sent,) = mail.outbox
    assert sent.to == [loser.email]
    assert "forgotten by a-curator" in sent.body
    assert "Did you not ask for it?" in sent.body


@override_settings(
    EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1
)
def test_a_mail_server_that_is_away_stops_nothing(loser: User) -> None:
    assert confirmed(member("curator")).post(forget_page(loser)).status_code == 302
    assert not Authenticator.objects.exists()


def test_nothing_is_forgotten_by_who_has_not_given_the_password_again(loser: User) -> None:
    inside(member("curator")).post(forget_page(loser))

    assert Authenticator.objects.count() == 2


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor"])
def test_lesser_roles_are_refused_and_asked_for_nothing(role: str) -> None:
    of = member("curator")
    give_app(of)
    client = confirmed(member(role))

    assert client.get(forget_page(of)).status_code == 403
    assert client.post(forget_page(of)).status_code == 403
    assert Authenticator.objects.filter(user=of).count() == 2


def test_nobody_forgets_their_own() -> None:
    user = member("curator")
    client = confirmed(user)
    assert "Forget it" not in client.get(page_of(user)).content.decode()

    assert client.post(forget_page(user))["Location"] == FACTOR
    assert not SignIn.objects.filter(kind="factor_forgotten").exists()


def test_that_of_a_superuser_is_forgotten_by_another_superuser_alone(loser: User) -> None:
    User.objects.update(is_superuser=True)
    curator = confirmed(member("curator"))
    assert "Forget it" not in curator.get(page_of(loser)).content.decode()
    assert curator.post(forget_page(loser)).status_code == 403

    User.objects.filter(username="a-curator").update(is_superuser=True)
    assert curator.post(forget_page(loser)).status_code == 302
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("key", ["0", "999", "9" * 400, "a"])
def test_there_is_nobody_at_a_hand_made_address(key: str) -> None:
    client = confirmed(member("curator"))

    assert client.get(f"/desk/auth/user/{key}/forget-second-factor/").status_code == 404
