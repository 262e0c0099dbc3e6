"""What a person's hands do at a form: keys, clicks, and the pages that are loaded meanwhile, all counted."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page

from tests.browser.screen import Screen

#: Seconds of a key and of pointing and clicking: the keystroke-level model of Card, Moran and Newell (1980),
#: https://doi.org/10.1145/358886.358895. It says nothing of reading and deciding.
A_KEY, A_CLICK = 0.28, 1.3


@dataclass
class Effort:
    """What it took; `seconds` are those that passed while a program typed."""

    loads: int = 0
    keys: int = 0
    clicks: int = 0
    seconds: float = 0.0

    @property
    def by_hand(self) -> float:
        """Seconds that the keys and clicks take a practised person."""
        return self.keys * A_KEY + self.clicks * A_CLICK


class Hands:
    """A person at a claim's form, whose fields are named as the form names them."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page: Page = screen.page
        self.effort = Effort()
        self._began = time.monotonic()
        self._is_at_work = True
        self.do(self._watch())

    def done(self) -> Effort:
        """What it took until now; nothing is counted any more."""
        self._is_at_work = False
        self.effort.seconds = time.monotonic() - self._began
        return self.effort

    def do(self, act: Any) -> Any:
        return self.screen.do(act)

    async def _watch(self) -> None:
        self.page.on("load", lambda _: self._loaded())

    def _loaded(self) -> None:
        self.effort.loads += self._is_at_work

    # Acts

    def press(self, key: str, times: int = 1) -> None:
        """A key, or several held together, which count as one."""
        for _ in range(times):
            self.effort.keys += 1
            self.do(self.page.keyboard.press(key))

    def click(self, selector: str) -> None:
        self.effort.clicks += 1
        self.do(self.page.locator(selector).first.click())

    def paste(self, selector: str, text: str) -> None:
        """Words that were copied elsewhere: chosen there and copied, and put in here."""
        self.effort.clicks += 2
        self.effort.keys += 2
        self.do(self.page.locator(selector).fill(text))

    def holds(self, name: str) -> str:
        value = self.do(self.page.locator(f"[name='{name}']").input_value())
        return str(value)

    def put(self, name: str, value: str, words: str = "") -> None:
        """Let the field hold the value; `words` are typed to find a row."""
        if self.holds(name) == value:
            return
        kind = self.do(
            self.page.locator(f"[name='{name}']").evaluate(
                "field => field.matches('.admin-autocomplete') ? 'row' : field.tagName"
            )
        )
        {"row": self._find, "SELECT": self._choose}.get(kind, self._write)(name, value, words)

    def _write(self, name: str, value: str, words: str) -> None:
        field_ = self.page.locator(f"[name='{name}']")
        self.effort.clicks += 1
        self.do(field_.click())
        self.press("Control+A")
        self.effort.keys += len(value)
        self.do(self.page.keyboard.type(value) if value else self.page.keyboard.press("Delete"))

    def _choose(self, name: str, value: str, words: str) -> None:
        """By the first letters that only this entry begins with."""
        field_ = self.page.locator(f"[name='{name}']")
        labels = self.do(field_.evaluate("field => [...field.options].map(each => [each.value, each.label])"))
        self.effort.clicks += 1
        self.effort.keys += _letters(labels, value)
        self.do(field_.select_option(value))

    def _find(self, name: str, value: str, words: str) -> None:
        """Type into a field that searches, and take what is found first; or clear it."""
        box = f"[name='{name}'] + .select2-container"
        if not value:
            self.click(f"{box} .select2-selection__clear")
            self.press("Escape")
            return
        self.click(box)
        self.effort.keys += len(words)
        self.do(self.page.keyboard.type(words))
        found = self.page.locator(".select2-results__option--highlighted").filter(has_text=words)
        self.do(found.first.wait_for())
        self.press("Enter")


def _letters(labels: list[list[str]], value: str) -> int:
    wanted = next(label for key, label in labels if key == value).casefold()
    for count in range(1, len(wanted) + 1):
        first = next(key for key, label in labels if label.casefold().startswith(wanted[:count]))
        if first == value:
            return count
    return len(wanted)
