"""What a person does with any page: read it, fill it in, choose, press, follow."""

from __future__ import annotations

import re
from collections.abc import Coroutine, Mapping
from copy import copy
from pathlib import Path
from typing import Any, Literal, TypeVar

from playwright.async_api import BrowserContext, Locator, ViewportSize, expect

from tests.browser.chromium import Chromium
from tests.browser.watch import watched

Result = TypeVar("Result")
Scheme = Literal["light", "dark"]


class Screen:
    """A page in a window of its own. Fields and buttons are found by the words beside them."""

    def __init__(self, chromium: Chromium, window: BrowserContext, home: str) -> None:
        self._chromium = chromium
        self._home = home
        self.watch = self.do(watched(window, home))
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
            self._answer(self._fields(label).first, answer)

    def fill_in_row(self, answers: Mapping[str, str]) -> None:
        """The same in the last of a form's rows, whose labels are those of the rows before it too."""
        for label, answer in answers.items():
            self._answer(self._fields(label).last, answer)

    def write(self, label: str, text: str) -> None:
        self.do(self._fields(label).first.fill(text))

    def hand_in(self, label: str, file: Path) -> None:
        """Choose a file of the person's own machine."""
        self.do(self.page.get_by_label(label, exact=True).set_input_files(file))

    def tick(self, label: str) -> None:
        self.do(self.page.get_by_label(label).last.check())

    def _answer(self, field: Locator, answer: str) -> None:
        match self.do(field.evaluate("field => field.tagName")):
            case "SELECT":
                self.do(field.select_option(label=answer))
            case "SPAN":
                self._find(field, answer)
            case _:
                self.do(field.fill(answer))

    def _find(self, field: Locator, term: str) -> None:
        """Type into a field that searches, and take the first entry found that holds the term."""
        self.do(field.click())
        self.do(self.page.locator(".select2-container--open .select2-search__field").last.fill(term))
        self.do(self.page.get_by_role("option").filter(has_text=term, visible=True).first.click())

    def _fields(self, label: str) -> Locator:
        """The fields beside these words; of a field that searches, what people see in its place."""
        words = re.compile(rf"^\s*{re.escape(label)}\s*:?\s*$", re.IGNORECASE)
        seen = self.page.locator(":not([aria-hidden=true]):not(select.admin-autocomplete)")
        return self.page.get_by_label(words).and_(seen).filter(visible=True)

    # Moving about

    def press(self, button: str) -> None:
        self.do(self.page.get_by_role("button", name=button, exact=True).first.click())

    def follow(self, link: str, *, exact: bool = False) -> None:
        """Follow the first link whose words hold these; `exact`: whose words are these."""
        self.do(self.page.get_by_role("link", name=link, exact=exact).filter(visible=True).first.click())

    def opens(self, link: str) -> Screen:
        """Follow a link that opens a window of its own, beside this one."""
        return self.do(self._opened(link))

    async def _opened(self, link: str) -> Screen:
        async with self.page.expect_popup() as coming:
            await self.page.get_by_role("link", name=link).filter(visible=True).first.click()
        beside = copy(self)
        beside.page = await coming.value
        return beside

    # Reading

    def holds(self, label: str, text: str) -> None:
        """The field beside these words holds the text."""
        self.do(expect(self._fields(label).first).to_have_value(text))

    def holds_in_row(self, label: str, text: str) -> None:
        """The field beside these words in one of a form's rows holds the text."""
        held = self.do(self._fields(label).evaluate_all("fields => fields.map(field => field.value)"))
        assert text in held

    def reads_row(self, heading: str, cells: list[str]) -> None:
        """The row of a table whose heading ends in these words begins with these cells."""
        row = self.page.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=heading))
        self.do(expect(row.get_by_role("cell").first).to_be_visible())
        assert self.do(row.get_by_role("cell").all_inner_texts())[: len(cells)] == cells

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
