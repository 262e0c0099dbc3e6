"""Debian's Chromium, driven from a thread of its own.

Playwright keeps an event loop running, and Django refuses its database to a thread that has one. So the
loop has its own thread, and a test waits there for each act and keeps the database to itself.
See https://docs.djangoproject.com/en/5.2/topics/async/#async-safety
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Coroutine
from threading import Thread
from typing import Any, TypeVar

from playwright.async_api import Browser, BrowserContext, ViewportSize, async_playwright

Result = TypeVar("Result")

#: Longer than any act takes, shorter than anybody waits.
SECONDS = 60
MILLISECONDS = 15_000
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=390, height=844)
#: Nothing that a browser does of its own accord: no updates, no first-run pages, no synchronising.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def installed() -> str | None:
    """The path of Debian's Chromium, where it is installed."""
    return shutil.which("chromium")


class Chromium:
    """One running browser; `window` opens it anew, as if on another machine."""

    def __init__(self, executable: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="chromium", daemon=True)
        self._thread.start()
        self.do(self._launch(executable))

    def do(self, act: Coroutine[Any, Any, Result]) -> Result:
        """What the act yields, once it is done. Raises what the act raises."""
        return asyncio.run_coroutine_threadsafe(act, self._loop).result(SECONDS)

    def window(self, size: ViewportSize = WIDE, *, script: bool = True) -> BrowserContext:
        """A window without cookies, whose pages are `size` large; `script`: whether they may run any."""
        return self.do(self._window(size, script))

    def close(self) -> None:
        self.do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SECONDS)
        self._loop.close()

    async def _launch(self, executable: str) -> None:
        self._playwright = await async_playwright().start()
        self._browser: Browser = await self._playwright.chromium.launch(
            executable_path=executable, args=FLAGS, chromium_sandbox=False
        )

    async def _window(self, size: ViewportSize, script: bool) -> BrowserContext:
        window = await self._browser.new_context(
            viewport=size, locale="en-GB", timezone_id="UTC", java_script_enabled=script
        )
        window.set_default_timeout(MILLISECONDS)
        return window

    async def _end(self) -> None:
        await self._browser.close()
        await self._playwright.stop()
