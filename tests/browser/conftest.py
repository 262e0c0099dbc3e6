"""A browser for every process of the tests, and windows of it for every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.async_api import BrowserContext
from pytest_django.live_server_helper import LiveServer

from tests.browser.chromium import Chromium, installed
from tests.browser.desk import Desk
from tests.browser.screen import Screen

OpenDesk = Callable[[], Desk]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    executable = installed()
    if executable is None:
        pytest.skip("Chromium is not installed: on Debian, apt install chromium")
    browser = Chromium(executable)
    yield browser
    browser.close()


@pytest.fixture
def open_desk(chromium: Chromium, live_server: LiveServer) -> Iterator[OpenDesk]:
    """Opens the desk in a window of its own, for each person. Nothing may go wrong in any of them."""
    opened: list[tuple[BrowserContext, Desk]] = []

    def open_another() -> Desk:
        window = chromium.window()
        opened.append((window, Desk(chromium, window, live_server.url)))
        return opened[-1][1]

    yield open_another
    for window, _ in opened:
        chromium.do(window.close())
    assert [fault for _, desk in opened for fault in desk.watch.faults] == []


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


@pytest.fixture
def reader(chromium: Chromium, live_server: LiveServer) -> Iterator[Screen]:
    """Somebody at the reading room. Nothing may go wrong in the window."""
    window = chromium.window()
    screen = Screen(chromium, window, live_server.url)
    yield screen
    chromium.do(window.close())
    assert screen.watch.faults == []
