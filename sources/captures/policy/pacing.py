"""How fast the pages of one website are fetched: it shall not feel the archive."""

from __future__ import annotations

from urllib.parse import urlsplit


def website_of(address: str) -> str:
    """The name of the website at this address, in small letters; empty where none can be read."""
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""


def until_turn(since: float, ahead: int, apart: float) -> float:
    """The seconds to wait for another page of a website that is not to be asked just now.

    `since`: the seconds since it was asked last; `ahead`: how many others wait for it and come first;
    `apart`: the seconds between two pages. A website that takes longer than that is given as long once more.
    """
    left = apart - since
    return (left if 0 < left <= apart else apart) + ahead * apart
