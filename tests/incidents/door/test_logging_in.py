"""Name and password: who is let in, who is not, and what is told."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.incidents.door.visitors import LOGIN, PASSWORD, inside, knock, member

pytestmark = pytest.mark.django_db


def told(client: Client, user: User, password: str = PASSWORD) -> str:
    return " ".join(knock(client, user, password).context["form"].non_field_errors())


def test_a_contributor_comes_in_by_name_and_password() -> None:
    assert inside(member("contributor")).get("/desk/").status_code == 200


def test_after_the_login_comes_the_page_that_was_asked_for() -> None:
    user = member("contributor")
    where = "/desk/incidents/claim/"
    asked = Client().get(where)["Location"]
    came = Client().post(asked, {"login": user.username, "password": PASSWORD})

    assert came["Location"] == where


def test_nobody_is_sent_to_another_site_after_the_login() -> None:
    user = member("contributor")
    typed = {"login": user.username, "password": PASSWORD, "next": "https://evil.example/"}

    assert Client().post(LOGIN, typed)["Location"] == "/desk/"


@pytest.mark.parametrize("who", [{"is_active": False}, {"is_staff": False}])
def test_who_does_not_belong_to_the_desk_is_told_the_same_as_a_stranger(who: dict[str, bool]) -> None:
    user = member("editor")
    User.objects.update(**who)
    stranger = User(username="nobody")

    assert told(Client(), user) == told(Client(), user, "wrong") == told(Client(), stranger)
    assert "fit together" in told(Client(), stranger)


def test_whoever_does_not_belong_to_the_desk_and_is_logged_in_can_log_in_as_somebody_else() -> None:
    user = member("contributor")
    client = Client()
    client.force_login(user)
    User.objects.update(is_staff=False)
    page = client.get("/desk/", follow=True)

    assert "who may not enter the desk" in page.content.decode()


def test_whoever_is_logged_in_is_not_asked_again() -> None:
    assert inside(member("contributor")).get(LOGIN)["Location"] == "/desk/"


def test_a_name_is_not_tried_again_and_again() -> None:
    user = member("contributor")
    for _ in range(5):
        assert "fit together" in told(Client(), user, "wrong")

    assert "too many attempts" in told(Client(), user)
    refused = knock(Client(), user)
    assert (refused.status_code, refused["Retry-After"]) == (429, "300")


def test_one_network_does_not_try_many_names() -> None:
    answers = [knock(Client(), User(username=f"name-{number}")) for number in range(31)]

    assert [answer.status_code for answer in answers] == [200] * 10 + [429] * 21
    assert "too many attempts" in answers[10].content.decode()
    page, seconds = answers[-1].content.decode(), int(answers[-1]["Retry-After"])
    assert "Too many attempts" in page
    assert f"Try again in {seconds} second" in page
    assert 0 < seconds <= 60


def test_nobody_signs_up() -> None:
    assert Client().get("/desk/signup/").status_code in (302, 404)
    Client().post("/desk/signup/", {"username": "x", "password1": PASSWORD, "password2": PASSWORD})

    assert not User.objects.exists()


def test_whoever_logs_out_is_out() -> None:
    client = inside(member("contributor"))
    told = client.post("/desk/logout/", follow=True)

    assert "You are logged out" in told.content.decode()
    assert client.get("/desk/").status_code == 302


def test_no_page_of_the_door_holds_script_or_style_of_its_own() -> None:
    for address in (LOGIN, "/desk/password/reset/"):
        page = Client().get(address)
        assert " style=" not in page.content.decode()
        assert "<style" not in page.content.decode()
        assert "script-src 'self'" in page["Content-Security-Policy"]
