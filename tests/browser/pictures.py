"""Pictures of pages for people to look at: PICTURES=folder pytest tests/browser"""

from __future__ import annotations

import os
from pathlib import Path

from tests.browser.screen import Screen
from tests.browser.views import VIEWS

FOLDER = os.environ.get("PICTURES")


def take(screen: Screen, name: str = "") -> None:
    """The page as it is, wide and narrow, light and dark, where somebody asked for pictures."""
    if FOLDER is None:
        return
    Path(FOLDER).mkdir(parents=True, exist_ok=True)
    stem = name or screen.address.split("?")[0].strip("/").replace("/", "-")
    for view, size, scheme, _ in VIEWS:
        screen.turn(size, scheme)
        screen.picture(Path(FOLDER) / f"{stem} {view.replace(' px', '').replace(', ', ' ')}.png")
