"""axe-core's judgement of a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import ViewportSize

from tests.browser.chromium import NARROW, WIDE
from tests.browser.screen import Scheme, Screen

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: In the dark nothing but colours is another.
COLOURS = ["cat.color"]
VIEWS: tuple[tuple[str, ViewportSize, Scheme, list[str]], ...] = (
    ("1280 px", WIDE, "light", RULES),
    ("390 px", NARROW, "light", RULES),
    ("390 px, dark", NARROW, "dark", COLOURS),
    ("1280 px, dark", WIDE, "dark", COLOURS),
)


def violations(screen: Screen) -> list[str]:
    """What axe-core objects to on a wide and a narrow window, light and dark, one line for each element."""
    screen.do(screen.page.wait_for_load_state("networkidle"))
    faults = [*screen.watch.faults]
    found = [
        f"{screen.address}, {name}: {fault}"
        for name, size, scheme, rules in VIEWS
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
