"""axe-core's judgement of a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import ViewportSize

from tests.browser.pictures import take
from tests.browser.screen import Scheme, Screen
from tests.browser.views import VIEWS, Views


def judge(screen: Screen, name: str = "", views: Views = VIEWS) -> None:
    """Let axe-core find no fault with the page, and take a picture of it where somebody asked for one."""
    take(screen, name)
    found = violations(screen, views)
    assert not found, "\n".join(["axe-core objects:", *found])


def violations(screen: Screen, views: Views = VIEWS) -> list[str]:
    """What axe-core objects to on a wide and a narrow window, light and dark, one line for each element."""
    screen.do(screen.page.wait_for_load_state("networkidle"))
    faults = [*screen.watch.faults]
    found = [
        f"{screen.address}, {name}: {fault}"
        for name, size, scheme, rules in views
        for fault in _judged(screen, size, scheme, rules)
    ]
    # axe-core tries inline styles out, which the page's policy refuses it: no fault of the page.
    screen.watch.faults = faults
    return found


def _judged(screen: Screen, size: ViewportSize, scheme: Scheme, rules: list[str]) -> list[str]:
    screen.turn(size, scheme)
    options: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": rules, "preload": False}
    answer = screen.do(Axe().run(screen.page, options=options)).response
    return [
        f"{rule['id']} ({rule['help']}): {node['html']}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]
