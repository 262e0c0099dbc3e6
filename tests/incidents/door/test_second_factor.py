"""The second factor: who must have one, how it is set up, shown, lost."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from incidents.models import Conflict, SignIn
from tests.incidents.desk import Browser
from tests.incidents.door.visitors import (
    FACTOR,
    code_of,
    confirm,
    give_app,
    inside,
    knock,
    member,
    recovery_code,
    set_up_app,
    wrong,
)

pytestmark = pytest.mark.django_db

#: allauth tells that a second factor was set up only when that is committed.
COMMITTED = pytest.mark.django_db(transaction=True)
PLACES = ["/desk/", "/desk/incidents/incident/", "/desk/incidents/claim/add/", "/desk/nowhere/"]


def enters(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


@pytest.mark.parametrize("role", ["editor", "curator"])
@pytest.mark.parametrize("place", PLACES)
def test_whoever_may_publish_gets_no_further_than_setting_one_up(role: str, place: str) -> None:
    assert inside(member(role)).get(place)["Location"] == FACTOR


def test_a_superuser_gets_no_further_either() -> None:
    user = member("contributor")
    User.objects.update(is_superuser=True)

    assert inside(user).get("/desk/")["Location"] == FACTOR


@pytest.mark.parametrize("role", ["contributor", "reviewer"])
def test_who_may_not_publish_needs_none(role: str) -> None:
    assert enters(inside(member(role)))


def test_the_page_says_plainly_why_everything_else_is_closed() -> None:
    page = inside(member("editor")).get(FACTOR)

    assert "everything else at the desk is closed to you" in page.content.decode()
    assert 'aria-label="Lists"' not in page.content.decode()


@COMMITTED
def test_an_app_that_is_set_up_opens_the_desk_at_once() -> None:
    client = inside(member("editor"))

    assert set_up_app(client)["Location"] == f"{FACTOR}recovery-codes/"
    assert enters(client)


def test_it_is_set_up_only_by_who_gives_the_password_once_more() -> None:
    client = inside(member("editor"))

    assert client.get(f"{FACTOR}totp/activate/")["Location"].startswith("/desk/reauthenticate/")


def test_a_contributor_may_set_one_up_and_is_asked_for_it_from_then_on() -> None:
    user = member("contributor")
    set_up_app(inside(user))

    assert knock(Client(), user)["Location"] == f"{FACTOR}authenticate/"


def show(client: Client, code: str) -> Any:
    return client.post(f"{FACTOR}authenticate/", {"code": code})


def test_name_and_password_alone_let_nobody_in_who_has_one() -> None:
    user = member("editor")
    give_app(user)

    assert inside(user).get("/desk/")["Location"].startswith("/desk/login/")


def test_the_code_of_the_app_lets_in_and_another_one_does_not() -> None:
    user = member("editor")
    secret = give_app(user)
    client = inside(user)
    refused = show(client, wrong(code_of(secret)))
    assert "not right" in refused.content.decode()

    assert show(client, code_of(secret))["Location"] == "/desk/"
    assert enters(client)


def test_a_code_lets_in_once() -> None:
    user = member("editor")
    code = code_of(give_app(user))
    show(inside(user), code)

    assert show(inside(user), code).status_code == 200


def test_codes_are_not_tried_again_and_again() -> None:
    user = member("editor")
    secret = give_app(user)
    client = inside(user)
    for _ in range(5):
        show(client, wrong(code_of(secret)))

    refused = show(client, code_of(secret))
    assert "too many attempts" in refused.content.decode()
    assert (refused.status_code, refused["Retry-After"]) == (429, "300")


def test_a_recovery_code_lets_in_once() -> None:
    user = member("editor")
    give_app(user)
    code = recovery_code(user)

    assert show(inside(user), code)["Location"] == "/desk/"
    assert show(inside(user), code).status_code == 200


def test_a_session_in_which_none_was_shown_is_asked_for_it() -> None:
    user = member("editor")
    secret = give_app(user)
    client = Client()
    client.force_login(user)
    asked = client.get("/desk/incidents/claim/")["Location"]
    assert asked == f"{FACTOR}reauthenticate/?next=%2Fdesk%2Fincidents%2Fclaim%2F"
    assert client.get(f"{FACTOR}recovery-codes/")["Location"].startswith(f"{FACTOR}reauthenticate/")

    assert client.post(asked, {"code": code_of(secret)})["Location"] == "/desk/incidents/claim/"
    assert enters(client)


@COMMITTED
def test_the_first_second_factor_ends_the_sessions_that_began_without() -> None:
    user = member("contributor")
    older = inside(user)
    set_up_app(inside(user))

    assert not enters(older)


@COMMITTED
def test_whoever_takes_the_last_one_away_is_asked_to_set_one_up_again() -> None:
    client = inside(member("editor"))
    set_up_app(client)
    client.post(f"{FACTOR}totp/deactivate/")

    assert client.get("/desk/")["Location"] == FACTOR
    assert not Authenticator.objects.exists()


@COMMITTED
def test_a_form_that_was_sent_before_the_second_factor_is_kept() -> None:
    user = member("editor")
    client = inside(user)
    client.post("/desk/incidents/conflict/add/", {"key": "war", "name": "A war", "_save": "Save"})
    set_up_app(client)
    offered = client.get("/desk/kept/")
    assert ("name", "A war") in offered.context["form"].typed

    client.post(offered.context["form"].path, offered.context["form"].fields)
    assert Conflict.objects.get().name == "A war"


def test_a_form_that_is_too_long_to_be_kept_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.unsent.LONGEST", 10)
    typed = {"key": "war", "name": "A war", "_save": "Save"}
    told = inside(member("editor")).post("/desk/incidents/conflict/add/", typed, follow=True)

    assert "too long to be kept" in told.content.decode()


def test_a_form_is_kept_through_name_password_and_second_factor() -> None:
    user = member("editor")
    secret = give_app(user)
    client = Browser()
    asked = client.post("/desk/incidents/conflict/add/", {"key": "war", "name": "A war", "_save": "Save"})
    typed = {"login": user.username, "password": "a long walk in the rain"}
    client.post("/desk/login/", typed | {"kept_form": asked.context["kept"]})
    show(client, wrong(code_of(secret)))
    offered = show(client, code_of(secret))

    assert ("name", "A war") in offered.context["form"].typed


def forget(name: str) -> str:
    said = StringIO()
    call_command("forget_second_factor", name, stdout=said)
    return said.getvalue()


@COMMITTED
def test_a_lost_one_is_forgotten_by_a_command_which_is_logged() -> None:
    user = member("editor")
    client = inside(user)
    set_up_app(client)
    said = forget(user.username)

    assert "sets up a new one" in said
    assert not enters(client)
    assert inside(user).get("/desk/")["Location"] == FACTOR
    assert SignIn.objects.filter(kind="factor_forgotten", name=user.username).count() == 1


def test_nobody_of_that_name_is_told_so() -> None:
    with pytest.raises(CommandError, match="nobody of the name"):
        forget("nobody")


def test_a_secret_is_shown_to_nobody_else() -> None:
    give_app(member("editor"))
    curator = Client()
    curator.force_login(User.objects.create_superuser("root"))
    with override_settings(SECOND_FACTOR_REQUIRED=False):
        answers = [curator.get(f"/desk/mfa/{page}") for page in ("", "authenticator/", "authenticator/1/")]

    assert {answer.status_code for answer in answers} == {404}


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_where_none_is_required_an_editor_comes_in_without() -> None:
    assert enters(inside(member("editor")))


def test_the_pages_work_without_script() -> None:
    client = inside(member("contributor"))
    confirm(client)
    page = client.get(f"{FACTOR}totp/activate/").content.decode()

    assert "data:image/svg+xml" in page
    assert "<script>" not in page
    assert 'type="submit" class="default" value="Set up the app"' in page
