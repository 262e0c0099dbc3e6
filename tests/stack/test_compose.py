"""The compose file: what it hands to whom, and how little each container may do."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from archive.bootstrap import UV
from tests.environment import ROOT, variables

TEXT = (ROOT / "docker-compose.yml").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
#: What the image itself or the compose file decides, so that nobody need hand it on.
FIXED = {"DEBUG", "STATIC_ROOT", "STATIC_COMPRESSED"}


@pytest.mark.parametrize("service", SERVICES)
def test_every_container_is_hardened(service: str) -> None:
    made = SERVICES[service]

    assert made["read_only"]
    assert made["cap_drop"] == ["ALL"]
    assert made["security_opt"] == ["no-new-privileges:true"]
    assert made["restart"]
    assert "memory" in made["deploy"]["resources"]["limits"]


def test_no_secret_has_a_default() -> None:
    secrets = re.findall(r"\$\{([A-Z_]*(?:PASSWORD|KEY))(:?[?-]?)", TEXT)

    assert {name for name, _ in secrets} == {
        "SECRET_KEY",
        "POSTGRES_PASSWORD",
        "DATABASE_PASSWORD",
        "READER_PASSWORD",
    }
    assert not [name for name, mark in secrets if mark == ":-"]


def test_the_public_process_holds_no_secret_but_the_password_of_the_reader() -> None:
    handed = SERVICES["public"]["environment"]

    assert "SECRET_KEY" not in handed
    assert re.findall(r"\$\{([A-Z_]*(?:PASSWORD|KEY))", str(handed)) == ["READER_PASSWORD"]


def test_the_desk_can_be_given_every_setting_but_those_of_backups_which_it_never_sees() -> None:
    of_backups = {"BACKUPS_DIR", "BACKUP_HOURS", "BACKUPS_KEPT"}
    assert variables() - FIXED - set(SERVICES["desk"]["environment"]) == of_backups
    assert of_backups <= set(SERVICES["backup"]["environment"])
    assert [name for name, made in SERVICES.items() if "backups:" in str(made.get("volumes"))] == ["backup"]


def test_nothing_but_the_two_sites_is_reached_from_outside_and_only_from_this_machine() -> None:
    ports = {name: made["ports"] for name, made in SERVICES.items() if "ports" in made}

    assert set(ports) == {"public", "desk"}
    assert all(":-127.0.0.1:" in port for (port,) in ports.values())
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["database"]["networks"] == ["inside"]


def test_whatever_serves_waits_until_the_migrations_have_run() -> None:
    for name in ("public", "desk", "worker"):
        assert SERVICES[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


def test_the_image_is_built_with_the_installer_that_the_commands_use() -> None:
    assert f" uv=={UV}\n" in (ROOT / "Dockerfile").read_text("utf-8")


def test_the_commands_of_an_upgrade_and_of_the_way_back_are_those_that_the_rehearsal_runs() -> None:
    _, chapter = (ROOT / "OPERATIONS.md").read_text("utf-8").split("### Upgrading, and going back\n")
    told = re.findall(r"^docker (compose [^<>\n]+?)(?: [<>].*)?$", chapter.split("\n### ")[0], re.MULTILINE)
    rehearsed = (ROOT / "tests/stack/rehearse").read_text("utf-8").replace(" \\\n       ", "")

    assert len(told) == 10
    assert [command for command in told if f"    {command}" not in rehearsed] == []
