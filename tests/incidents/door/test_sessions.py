"""Sessions: seen and ended by their owner, and by curators."""

from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.test import Client, override_settings

from incidents.door.sessions import forget_ended
from incidents.models import SignIn
from tests.incidents.door.visitors import inside, knock, member

pytestmark = pytest.mark.django_db

SESSIONS = "/desk/sessions/"
LIST = "/desk/usersessions/usersession/"


def is_in(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


def session_of(client: Client) -> UserSession:
    found: UserSession = UserSession.objects.get(session_key=client.session.session_key)
    return found


@pytest.fixture
def curator() -> Client:
    client = Client()
    client.force_login(member("curator"))
    return client


def test_everybody_sees_their_own_sessions_and_no_others() -> None:
    user = member("contributor")
    mine, also_mine = inside(user), inside(user)
    inside(member("reviewer"))
    shown = mine.get(SESSIONS).context["sessions"]

    assert {each.pk for each in shown} == {session_of(mine).pk, session_of(also_mine).pk}


def test_browsers_are_told_in_words_with_what_they_call_themselves_behind() -> None:
    client = Client(headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko Firefox/145.0"})
    knock(client, member("contributor"))
    page = client.get(SESSIONS).content.decode()

    assert "<summary>Firefox on Linux</summary>" in page
    assert "rv:145.0" in page


def test_of_an_address_the_network_is_shown_and_kept() -> None:
    client = Client(REMOTE_ADDR="203.0.113.77")
    knock(client, member("contributor"))

    assert session_of(client).ip == "203.0.113.0"


def test_one_session_is_ended() -> None:
    user = member("contributor")
    here, there, elsewhere = inside(user), inside(user), inside(user)
    here.post(SESSIONS, {"session": session_of(there).pk})

    assert [is_in(client) for client in (here, there, elsewhere)] == [True, False, True]
    assert SignIn.objects.filter(kind="session_ended", by=None).count() == 1


def test_all_others_are_ended_at_once() -> None:
    user = member("contributor")
    here, there, elsewhere = inside(user), inside(user), inside(user)
    here.post(SESSIONS)

    assert [is_in(client) for client in (here, there, elsewhere)] == [True, False, False]


def test_nobody_ends_the_session_of_somebody_else() -> None:
    mine, theirs = inside(member("contributor")), inside(member("reviewer"))
    mine.post(SESSIONS, {"session": session_of(theirs).pk})

    assert is_in(theirs)


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_a_curator_ends_the_sessions_of_others_and_that_is_logged(curator: Client) -> None:
    theirs = inside(member("contributor"))
    chosen = {"action": "end_sessions", "_selected_action": [session_of(theirs).pk]}
    curator.post(LIST, chosen)

    assert not is_in(theirs)
    ended = SignIn.objects.get(kind="session_ended")
    assert (ended.name, ended.by) == ("a-contributor", User.objects.get(username="a-curator"))


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_the_key_of_a_session_is_shown_to_nobody(curator: Client) -> None:
    theirs = session_of(inside(member("contributor")))
    for address in (LIST, f"{LIST}{theirs.pk}/change/"):
        assert theirs.session_key not in curator.get(address).content.decode()


def test_of_sessions_that_are_over_nothing_is_kept() -> None:
    over, on = inside(member("contributor")), inside(member("reviewer"))
    over.post("/desk/logout/")
    forget_ended()

    assert UserSession.objects.get() == session_of(on)
