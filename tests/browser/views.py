"""How a page is looked at: on a wide window and a narrow one, light and dark."""

from __future__ import annotations

from playwright.async_api import ViewportSize

from tests.browser.chromium import NARROW, WIDE
from tests.browser.screen import Scheme

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: In the dark nothing but colours is another.
COLOURS = ["cat.color"]
Views = tuple[tuple[str, ViewportSize, Scheme, list[str]], ...]
VIEWS: Views = (
    ("1280 px", WIDE, "light", RULES),
    ("390 px", NARROW, "light", RULES),
    ("390 px, dark", NARROW, "dark", COLOURS),
    ("1280 px, dark", WIDE, "dark", COLOURS),
)
#: Enough for pages that are made of the same parts as others.
FEW = (VIEWS[1], VIEWS[3])
