"""The newcomer's command: the port it asks for, and the editor whose login it prints."""

from __future__ import annotations

import socket
import stat
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from archive import local
from incidents.management.commands.demo import EDITOR, Command, listen


def test_a_taken_port_is_refused_in_one_line_that_names_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError) as refusal:
            call_command("demo", port=port)
    line = f"Port {port} of 127.0.0.1 is in use already."
    assert str(refusal.value) == f"{line} Choose another: python3 manage.py demo --port {port % 65535 + 1}"


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(CommandError, match="cannot be had"):
        listen("192.0.2.1", 8000)


@pytest.mark.django_db
def test_the_editor_enters_with_the_password_that_was_printed_last() -> None:
    command = Command(stdout=StringIO())
    first, second = command.renew_editor(), command.renew_editor()
    assert authenticate(username=EDITOR, password=first) is None
    editor = authenticate(username=EDITOR, password=second)
    assert editor is not None
    assert editor.has_perm("incidents.change_claim")


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first, second = local.secret_key(tmp_path), local.secret_key(tmp_path)
    assert first == second
    assert len(first) > 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_the_address_follows_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert local.surroundings(["--port", "8123"])["SITE_URL"] == "http://127.0.0.1:8123"


def test_an_address_that_was_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://archive.example.org")
    assert local.surroundings(["--port", "8123"])["SITE_URL"] == "https://archive.example.org"


def test_a_port_that_is_none_is_refused_with_the_numbers_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        local.surroundings(["--port", "99999"])
    assert "give a number from 1 to 65535" in capsys.readouterr().err
