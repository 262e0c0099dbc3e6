"""Answers that other processes compose are those that this one would have composed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest
from pytest_django import Settings

from archive.answers.texts import Texts, texts_of_all
from archive.catalogue.apart import WORTH_IT, Composing, composing_apart
from archive.catalogue.composing import Volume, manuscript
from tests.archive.composed import volumes
from tests.environment import ROOT, SECRET_KEY

MANY = WORTH_IT + 37


@pytest.fixture(autouse=True)
def one_other(settings: Settings) -> None:
    settings.COMPOSING_PROCESSES = 1


def made(number: int) -> list[Volume]:
    return [volume for volume in volumes(number) if isinstance(volume, Volume)]


def alone(number: int) -> list[Texts]:
    return Composing(made(number)).results()


def test_an_edition_s_text_and_header_are_all_that_its_answers_are_made_from() -> None:
    assert texts_of_all([manuscript(volume) for volume in made(3)]) == alone(3)


def test_many_editions_are_composed_by_others_and_come_in_their_order() -> None:
    with composing_apart():
        found = Composing(made(MANY)).results()
        others = len(active_children())

    assert others
    assert found == alone(MANY)


def test_a_few_editions_are_composed_here() -> None:
    with composing_apart():
        found = Composing(made(WORTH_IT - 1)).results()
        assert not active_children()

    assert found == alone(WORTH_IT - 1)


def test_no_edition_is_composed_elsewhere_where_the_settings_allow_no_process(
    settings: Settings,
) -> None:
    settings.COMPOSING_PROCESSES = 0

    with composing_apart():
        assert len(Composing(made(MANY)).results()) == MANY
        assert not active_children()


def test_what_a_process_that_dies_was_to_compose_is_composed_here() -> None:
    with composing_apart():
        Composing(made(MANY)).results()
        for child in active_children():
            child.kill()
            child.join()
        found = Composing(made(MANY)).results()

    assert found == alone(MANY)


def test_others_are_gone_afterwards() -> None:
    with composing_apart():
        Composing(made(MANY)).results()

    assert not active_children()


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[str]]:
    surroundings = os.environ | {"SECRET_KEY": SECRET_KEY, "DJANGO_SETTINGS_MODULE": "archive.settings"}
    surroundings["COMPOSING_PROCESSES"] = "1"
    command = [sys.executable, "-m", "tests.archive.composed"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        yield process
        process.kill()


def test_others_end_with_a_process_that_is_killed(parent: subprocess.Popen[str]) -> None:
    assert parent.stdout is not None
    *children, own = map(int, parent.stdout.readline().split())
    assert own == parent.pid
    assert children

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    assert all(ends(child) for child in children)


def ends(pid: int) -> bool:
    """Whether the process is gone within twenty seconds."""
    for _ in range(200):
        if not is_running(pid):
            return True
        time.sleep(0.1)
    return False


def is_running(pid: int) -> bool:
    """A process that has ended stays listed until somebody asks how: it is a zombie then."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
