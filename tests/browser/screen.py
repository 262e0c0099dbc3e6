"""What a person does with any page: read it, fill it in, choose, press, follow."""

from __future__ import annotations

import re
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Literal, TypeVar

from playwright.async_api import BrowserContext, Locator, ViewportSize, expect

from tests.browser.chromium import Chromium
from tests.browser.watch import Watch

Result = TypeVar("Result")
Scheme = Literal["light", "dark"]


class Screen:
    """A page in a window of its own. Fields and buttons are found by the words beside them."""

    def __init__(self, chromium: Chromium, window: BrowserContext, home: str) -> None:
        self._chromium = chromium
        self._home = home
        self.watch = Watch(window, home)
        self.page = self.do(window.new_page())
        self._part: Locator | None = None

    def do(self, act: Coroutine[Any, Any, Result]) -> Result:
        """Any act of Playwright's, waited for."""
        return self._chromium.do(act)

    def open(self, address: str, *, refused: bool = False) -> None:
        """Go to an address of the archive, without the host; `refused` where an error is meant."""
        if refused:
            self.watch.expected.add(address)
        self.do(self.page.goto(f"{self._home}{address}"))

    @property
    def address(self) -> str:
        """Where the person is, without the host."""
        return self.page.url.removeprefix(self._home)

    # Filling in

    def write(self, label: str, text: str) -> None:
        self.do(self._field(label).fill(text))

    def choose(self, label: str, option: str) -> None:
        """Choose from a short list."""
        self.do(self._field(label).select_option(label=option))

    def tick(self, label: str) -> None:
        self.do(self._field(label).check())

    def find(self, label: str, term: str, found: str | None = None) -> None:
        """Type into a field that searches, and take what it found: the entry named `found`, or the first."""
        self.do(self._opener(label).click())
        self.do(self.page.locator(".select2-container--open .select2-search__field").last.fill(term))
        results = self.page.locator(".select2-results__option:not(.loading-results)[aria-selected]")
        self.do(results.filter(has_text=found or term).first.click())

    def _opener(self, label: str) -> Locator:
        """What opens the search of a field; the widget hides the field itself."""
        return self._field(label).locator("xpath=following-sibling::span[1]").locator("[role=combobox]")

    def _field(self, label: str) -> Locator:
        words = re.compile(rf"^\s*{re.escape(label)}\s*:?\s*$", re.IGNORECASE)
        return (
            self._within.get_by_label(words)
            .locator("visible=true")
            .or_(self._within.get_by_label(words).and_(self.page.locator("select.admin-autocomplete")))
            .last
        )

    # Moving about

    def press(self, button: str) -> None:
        self.do(self._within.get_by_role("button", name=button, exact=True).first.click())

    def follow(self, link: str) -> None:
        self.do(self._within.get_by_role("link", name=link).first.click())

    @property
    def _within(self) -> Locator:
        return self._part or self.page.locator("body")

    # Reading

    def sees(self, words: str) -> None:
        self.do(expect(self._within.get_by_text(words).locator("visible=true").first).to_be_visible())

    def does_not_see(self, words: str) -> None:
        self.do(expect(self._within.get_by_text(words).locator("visible=true")).to_have_count(0))

    def reads_title(self, words: str) -> None:
        self.do(expect(self.page).to_have_title(re.compile(re.escape(words))))

    # Looking

    def turn(self, size: ViewportSize, scheme: Scheme) -> None:
        """Show the page on a window of that size, light or dark."""
        self.do(self.page.set_viewport_size(size))
        self.do(self.page.emulate_media(color_scheme=scheme))

    def picture(self, file: Path) -> None:
        """A picture of the whole page, for people to look at."""
        self.do(self.page.screenshot(path=file, full_page=True))
