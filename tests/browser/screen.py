"""What a person does with any page: read it, fill it in, choose, press, follow."""

from __future__ import annotations

import re
from collections.abc import Coroutine, Mapping
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

    def fill_in(self, answers: Mapping[str, str]) -> None:
        """Write, choose or find the answer beside each label, whichever the field wants."""
        for label, answer in answers.items():
            self.answer(label, answer)

    def answer(self, label: str, answer: str) -> None:
        match self.do(self._field(label).evaluate("field => field.tagName")):
            case "SELECT":
                self.choose(label, answer)
            case "SPAN":
                self.find(label, answer)
            case _:
                self.write(label, answer)

    def write(self, label: str, text: str) -> None:
        self.do(self._field(label).fill(text))

    def choose(self, label: str, option: str) -> None:
        """Choose from a short list."""
        self.do(self._field(label).select_option(label=option))

    def tick(self, label: str) -> None:
        self.do(self.page.get_by_label(label).last.check())

    def find(self, label: str, term: str) -> None:
        """Type into a field that searches, and take the first entry found that holds the term."""
        self.do(self._field(label).click())
        self.do(self.page.locator(".select2-container--open .select2-search__field").last.fill(term))
        self.do(self.page.get_by_role("option").filter(has_text=term, visible=True).first.click())

    def _field(self, label: str) -> Locator:
        """The field beside these words; the last of several, which is that of the row added last."""
        words = re.compile(rf"^\s*{re.escape(label)}\s*:?\s*$", re.IGNORECASE)
        return self.page.get_by_label(words).filter(visible=True).last

    # Moving about

    def press(self, button: str) -> None:
        self.do(self.page.get_by_role("button", name=button, exact=True).first.click())

    def follow(self, link: str) -> None:
        self.do(self.page.get_by_role("link", name=link).first.click())

    # Reading

    def sees(self, words: str) -> None:
        self.do(expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible())

    def does_not_see(self, words: str) -> None:
        self.do(expect(self.page.get_by_text(words).filter(visible=True)).to_have_count(0))

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
