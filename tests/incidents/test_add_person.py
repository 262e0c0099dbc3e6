"""Adding people to the desk from the command line."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from incidents.roles import ROLES

PASSWORD = "a long walk in the rain"

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "password"
    path.write_text(f"{PASSWORD}\n", encoding="utf-8")
    return path


def add(name: str, role: str, file: Path | None = None) -> str:
    said = StringIO()
    call_command("add_person", name, role=role, password_file=file, stdout=said)
    return said.getvalue()


def refusal(name: str, file: Path | None = None) -> str:
    with pytest.raises(CommandError) as caught:
        add(name, "editor", file)
    return str(caught.value)


@pytest.mark.parametrize("role", ROLES)
def test_a_person_gets_the_role_and_nothing_more(role: str, file: Path) -> None:
    assert add("anna", role, file) == f"anna is a {role} now, and logs in at /desk/ with this password.\n"

    anna = User.objects.get(username="anna")
    assert [group.name for group in anna.groups.all()] == [role]
    assert not anna.is_superuser


def test_whoever_was_added_can_log_in_at_the_desk(file: Path) -> None:
    add("anna", "curator", file)
    browser = Client()
    browser.post("/desk/login/", {"login": "anna", "password": PASSWORD})

    assert browser.get("/desk/").status_code == 200


def test_a_password_that_is_easily_guessed_is_refused_and_nobody_is_added(file: Path) -> None:
    file.write_text("password\n", encoding="utf-8")

    assert refusal("anna", file).startswith("Choose another password.")
    assert not User.objects.exists()


def test_a_name_that_somebody_has_is_refused(file: Path) -> None:
    add("anna", "reviewer", file)
    assert "“anna” cannot be the name" in refusal("anna", file)


def test_a_name_that_cannot_be_one_is_refused(file: Path) -> None:
    assert "“anna smith” cannot be the name" in refusal("anna smith", file)


def test_whoever_was_added_with_an_address_gets_a_link_when_the_password_is_forgotten(file: Path) -> None:
    call_command("add_person", "anna", role="editor", email="Anna@Example.org", password_file=file)
    Client().post("/desk/password/reset/", {"email": "anna@example.org"})

    assert "/desk/password/reset/key/" in mail.outbox[0].body


def test_an_address_that_cannot_be_one_is_refused(file: Path) -> None:
    with pytest.raises(CommandError, match="“anna” cannot be the address"):
        call_command("add_person", "anna", role="editor", email="anna", password_file=file)


def test_an_address_that_somebody_has_is_refused(file: Path) -> None:
    call_command("add_person", "anna", role="editor", email="anna@example.org", password_file=file)
    with pytest.raises(CommandError, match="somebody else at the desk has it"):
        call_command("add_person", "berta", role="editor", email="Anna@example.org", password_file=file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal("anna", tmp_path / "none").startswith("The password cannot be read from")


def test_without_a_terminal_and_without_a_file_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    assert "give a --password-file" in refusal("anna")


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("second", "added"), [(PASSWORD, True), ("another", False)])
def test_at_a_terminal_the_password_is_asked_for_twice(
    monkeypatch: pytest.MonkeyPatch, second: str, added: bool
) -> None:
    answers = iter([PASSWORD, second])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("incidents.management.commands.add_person.getpass", lambda _: next(answers))

    if added:
        add("anna", "editor")
    else:
        assert refusal("anna").startswith("The two differ")
    assert User.objects.exists() is added
