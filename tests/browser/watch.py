"""What goes wrong in a window while a person works in it."""

from __future__ import annotations

from playwright.async_api import BrowserContext, ConsoleMessage, Request, Response, WebError

#: Chromium's word for a request that the person made needless by leaving the page.
LEFT = "net::ERR_ABORTED"
REFUSED = 400


class Watch:
    """Every fault of the pages of a window: errors, failed requests, requests to anybody else.

    `expected` holds the addresses (without the host) that the test asks for although they are refused.
    """

    def __init__(self, window: BrowserContext, home: str) -> None:
        self._home = home
        self.faults: list[str] = []
        self.expected: set[str] = set()
        window.on("console", self._said)
        window.on("weberror", self._raised)
        window.on("request", self._asked)
        window.on("requestfailed", self._failed)
        window.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        address = message.location["url"].removeprefix(self._home)
        if message.type in ("error", "warning") and address not in self.expected:
            self.faults.append(f"console {message.type}: {message.text} ({address})")

    def _raised(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self._home}/", "data:")):
            self.faults.append(f"asked of somebody else: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        address = response.url.removeprefix(self._home)
        if response.status >= REFUSED and address not in self.expected:
            self.faults.append(f"answered {response.status}: {address}")


async def watched(window: BrowserContext, home: str) -> Watch:
    """The watch over a window. Playwright is to be told of it, so it is set up where Playwright runs."""
    return Watch(window, home)
