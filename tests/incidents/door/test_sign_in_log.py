"""The log of sign-ins: what stands in it, who reads it, and what is forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.utils import timezone

from incidents.models import SignIn
from tests.incidents.door.visitors import FACTOR, code_of, give_app, inside, knock, member, set_up_app, wrong

pytestmark = pytest.mark.django_db

LIST = "/desk/incidents/signin/"


def logged() -> list[tuple[str, str]]:
    """What the log holds, from the first row on: who and what."""
    return list(SignIn.objects.order_by("pk").values_list("name", "kind"))


def test_coming_in_and_leaving_are_logged() -> None:
    client = inside(member("contributor"))
    client.post("/desk/logout/")

    assert logged() == [("a-contributor", "logged_in"), ("a-contributor", "logged_out")]


def test_a_wrong_password_is_logged_with_the_name_that_is_known() -> None:
    knock(Client(), member("contributor"), "wrong")

    assert logged() == [("a-contributor", "refused")]


def test_a_name_that_nobody_has_is_not_kept_for_it_may_be_a_password() -> None:
    knock(Client(), User(username="my secret password"))

    assert logged() == [("", "refused")]


def test_a_wrong_code_is_logged_and_so_is_the_right_one() -> None:
    user = member("editor")
    secret = give_app(user)
    client = inside(user)
    for code in (wrong(code_of(secret)), code_of(secret)):
        client.post(f"{FACTOR}authenticate/", {"code": code})

    assert [kind for _, kind in logged()] == ["factor_refused", "logged_in"]
    assert SignIn.objects.latest("pk").detail == "with a second factor"


@pytest.mark.django_db(transaction=True)
def test_setting_one_up_and_taking_it_away_are_logged() -> None:
    client = inside(member("editor"))
    set_up_app(client)
    client.post(f"{FACTOR}totp/deactivate/")
    kinds = [kind for _, kind in logged()]

    assert kinds == ["logged_in", "factor_added", "factor_added", "factor_removed", "factor_removed"]
    assert SignIn.objects.filter(detail="authenticator app").count() == 2


def test_of_the_address_the_network_is_kept() -> None:
    user = member("contributor")
    knock(Client(REMOTE_ADDR="203.0.113.77"), user)

    assert SignIn.objects.get().network == "203.0.113.0/24"


@override_settings(BEHIND_TLS_PROXY=True)
def test_behind_a_proxy_what_the_visitor_claims_of_the_address_does_not_count() -> None:
    client = Client(REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.77"})
    knock(client, member("contributor"))

    assert SignIn.objects.get().network == "203.0.113.0/24"


def test_everybody_reads_of_themselves_and_of_nobody_else() -> None:
    inside(member("reviewer"))
    knock(Client(), member("editor"), "wrong")
    mine = inside(member("contributor"))
    page = mine.get("/desk/sign-ins/")

    assert [(row.name, row.kind) for row in page.context["rows"]] == [("a-contributor", "logged_in")]
    assert 'href="/desk/sign-ins/"' in mine.get("/desk/sessions/").content.decode()


def test_of_very_many_the_newest_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.door.views.LISTED", 2)
    user = member("contributor")
    for _ in range(3):
        client = inside(user)

    assert "the last 2 times" in client.get("/desk/sign-ins/").content.decode()


def aged(days: int, kind: str) -> SignIn:
    at = timezone.now() - timedelta(days=days)
    return SignIn.objects.create(kind=kind, at=at, name="anna", network="203.0.113.0/24")


@override_settings(SIGN_IN_DAYS=90)
def test_after_its_days_a_row_says_no_more_from_where_and_a_refusal_goes() -> None:
    old, young = aged(91, "logged_in"), aged(89, "logged_in")
    aged(91, "refused")
    SignIn.objects.forget()

    assert dict(SignIn.objects.values_list("pk", "network")) == {old.pk: "", young.pk: "203.0.113.0/24"}


@pytest.fixture
def superuser() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("root"))
    return client


@override_settings(SECOND_FACTOR_REQUIRED=False)
@pytest.mark.parametrize("page", ["incidents/signin", "admin/logentry"])
def test_not_even_a_superuser_changes_or_deletes_a_row(superuser: Client, page: str) -> None:
    user = User.objects.get()
    row: Any = SignIn.objects.create(pk=1, kind="logged_in", name="anna")
    act = LogEntry.objects.create(pk=1, user=user, action_flag=CHANGE, object_repr="An event")
    chosen = {"action": "delete_selected", "_selected_action": ["1"], "post": "yes"}
    superuser.post(f"/desk/{page}/", chosen)
    answers = [superuser.post(f"/desk/{page}/1/{way}/", {"post": "yes"}) for way in ("change", "delete")]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert superuser.get(f"/desk/{page}/1/change/").status_code == 200
    assert list(SignIn.objects.all()) == [row]
    assert list(LogEntry.objects.all()) == [act]


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_a_person_of_whom_the_log_tells_is_not_deleted_with_it(superuser: Client) -> None:
    user = member("contributor")
    LogEntry.objects.create(user=user, action_flag=CHANGE, object_repr="An event")
    superuser.post(f"/desk/auth/user/{user.pk}/delete/", {"post": "yes"})

    assert User.objects.filter(pk=user.pk).exists()


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_the_list_says_who_when_from_where_and_what(superuser: Client) -> None:
    inside(member("contributor"))
    page = superuser.get(LIST).content.decode()

    assert all(word in page for word in ("a-contributor", "logged in", "127.0.0.0/24"))


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_a_password_that_a_superuser_sets_is_told_and_logs_its_owner_out(superuser: Client) -> None:
    user = member("contributor")
    browser = inside(user)
    new = {"usable_password": "true", "password1": "thirteen quiet owls", "password2": "thirteen quiet owls"}
    superuser.post(f"/desk/auth/user/{user.pk}/password/", {**new, "set-password": "1"})

    row = SignIn.objects.get(kind="password_changed")
    assert (row.name, str(row.by)) == ("a-contributor", "root")
    assert ("a-contributor", "session_ended") in logged()
    assert browser.get("/desk/").status_code == 302


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_everybody_changes_their_own_password_on_their_own_page(superuser: Client) -> None:
    own = User.objects.get().pk

    assert superuser.get(f"/desk/auth/user/{own}/password/")["Location"] == "/desk/password/change/"
