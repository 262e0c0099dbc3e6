"""Setting a second factor up, and coming in with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.browser.axe import judge
from tests.browser.conftest import OpenDesk
from tests.browser.desk import PASSWORD, Desk
from tests.incidents.desk import person
from tests.incidents.door.visitors import code_of, give_app

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _required() -> Iterator[None]:
    with override_settings(SECOND_FACTOR_REQUIRED=True):
        yield


@pytest.fixture
def editor(desk: Desk) -> Desk:
    """An editor who has come as far as name and password lead."""
    user = person("editor")
    user.set_password(PASSWORD)
    user.save()
    log_in(desk)
    desk.sees("everything else at the desk is closed to you")
    return desk


def log_in(desk: Desk) -> None:
    desk.open("/desk/")
    desk.fill_in({"Username": "a-editor", "Password": PASSWORD})
    desk.press("Log in")


def confirm(desk: Desk) -> None:
    desk.sees("Give your password once more")
    judge(desk, "confirm")
    desk.write("Password", PASSWORD)
    desk.press("Go on")


def plug_in_a_key(desk: Desk) -> None:
    """The window's device makes passkeys from now on: https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/"""
    session = desk.do(desk.page.context.new_cdp_session(desk.page))
    desk.do(session.send("WebAuthn.enable"))
    desk.do(session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY}))


def test_an_editor_sets_an_app_up_and_comes_in_with_its_code(editor: Desk) -> None:
    judge(editor, "second factor missing")
    editor.follow("Set up an app")
    confirm(editor)
    editor.sees("Let the app read this picture")
    judge(editor, "authenticator app")
    secret = editor.do(editor.page.locator(".key-to-type").inner_text())
    editor.write("Authenticator code", code_of(secret))
    editor.press("Set up the app")
    editor.sees("Your recovery codes")
    judge(editor, "recovery codes")
    editor.follow("To the desk")
    editor.reads_title("What waits at the desk")

    editor.press("Log out")
    editor.sees("You are logged out")
    log_in(editor)
    editor.sees("Give the code")
    judge(editor, "second factor asked")
    editor.write("Code", code_of(secret))
    editor.press("Go on")
    editor.reads_title("What waits at the desk")


def test_an_editor_adds_a_passkey_and_comes_in_with_it(editor: Desk) -> None:
    plug_in_a_key(editor)
    editor.follow("Add a passkey")
    confirm(editor)
    editor.sees("Give it a name")
    judge(editor, "passkey")
    editor.write("Name", "Telephone")
    editor.press("Make the key")
    editor.sees("Your recovery codes")

    editor.press("Log out")
    log_in(editor)
    editor.press("Use a passkey")
    editor.reads_title("What waits at the desk")
    editor.open("/desk/second-factor/webauthn/")
    editor.sees("Telephone")
    judge(editor, "passkeys")
    editor.open("/desk/second-factor/recovery-codes/generate/")
    confirm(editor)
    editor.sees("hold no more")
    judge(editor, "generate")
    for page in ("second-factor", "password/change", "sessions"):
        editor.open(f"/desk/{page}/")
        judge(editor, page.rpartition("/")[2])
    editor.open("/desk/second-factor/webauthn/")
    editor.follow("Remove Telephone")
    editor.sees("It lets nobody in any more")
    judge(editor, "passkey removed")


def test_a_device_without_any_key_says_so_and_leaves_another_way(open_desk: OpenDesk, editor: Desk) -> None:
    plug_in_a_key(editor)
    editor.follow("Add a passkey")
    confirm(editor)
    editor.press("Make the key")
    editor.sees("Your recovery codes")
    code = editor.do(editor.page.locator(".codes code").first.inner_text())

    elsewhere = open_desk()
    plug_in_a_key(elsewhere)
    log_in(elsewhere)
    elsewhere.press("Use a passkey")
    elsewhere.sees("The passkey was not used")
    judge(elsewhere, "passkey failed")
    elsewhere.write("Code", code)
    elsewhere.press("Go on")
    elsewhere.reads_title("What waits at the desk")


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_a_curator_forgets_a_second_factor_that_is_lost(desk: Desk) -> None:
    loser = person("editor")
    give_app(loser)
    desk.log_in_as("curator")
    desk.shown(loser)
    desk.follow("Forget it")
    confirm(desk)
    desk.sees("be sure that it is they who ask")
    judge(desk, "forget")
    desk.press("Forget it")
    desk.sees("logs in with the password alone now")


@override_settings(SENDS_MAIL=True)
def test_the_pages_before_the_door(desk: Desk) -> None:
    for address, name in (
        ("login", "login"),
        ("password/reset", "reset"),
        ("password/reset/done", "reset done"),
    ):
        desk.open(f"/desk/{address}/")
        judge(desk, name)


def test_the_log_of_sign_ins_and_of_sessions(desk: Desk) -> None:
    with override_settings(SECOND_FACTOR_REQUIRED=False):
        desk.log_in_as("curator")
        for page in ("incidents/signin", "usersessions/usersession", "admin/logentry"):
            desk.open(f"/desk/{page}/")
            judge(desk, page.partition("/")[2])
