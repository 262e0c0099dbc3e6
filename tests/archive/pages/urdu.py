"""What tests of the public pages in Urdu share."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from tests.archive.pages.markup import VOID, Page

EVENT = "/incidents/k7m2qa/february-2024-balochistan-bombings/"
PAGES = [
    "/",
    "/about/method/",
    "/incidents/",
    "/incidents/?q=mastung&killed_min=3",
    "/incidents/by/actor/",
    "/incidents/map/",
    "/incidents/map/?killed_min=1&bbox=60%2C20%2C80%2C40",
    EVENT,
    f"{EVENT}?rule=span&known_at=2024-02-07",
    "/incidents/k7m2qa/editions/1/",
    "/incidents/k7m2qa/history/",
    "/places/killa-saifullah-district/",
    "/actors/islamic-state/",
    "/conflicts/insurgency-in-balochistan/",
    "/sources/wikipedia-february-2024-balochistan-bombings/",
    "/publications/wikipedia/",
    "/places/",
    "/actors/?order=incidents",
    "/conflicts/",
    "/publications/?name=wiki",
    "/sources/",
    "/about/",
    "/about/licence/",
    "/about/codebook/",
    "/about/using/",
    "/about/corrections/",
    "/about/corrections/sent/",
    "/data/",
]
#: It holds a mark against forgery, which is another one for every reader.
ASK = "/about/corrections/ask/"


def got(address: str, status: int = 200, headers: dict[str, str] | None = None) -> Any:
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response


class InUrdu(HTMLParser):
    """Gathers what a page says in the language of the page, without what is marked as another's words."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._languages: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            around = self._languages[-1] if self._languages else ""
            of_programs = "none" if tag in ("script", "code", "title") else around
            self._languages.append(dict(attrs).get("lang") or of_programs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._languages.pop()

    def handle_data(self, data: str) -> None:
        if self._languages and self._languages[-1] == "ur" and data.strip():
            self.said.append(data.strip())


def english_of(html: str) -> list[str]:
    """Words in English that follow one another where the page speaks Urdu."""
    reading = InUrdu()
    reading.feed(html)
    return re.findall(r"[A-Za-z]{2,}[ ,]+[a-z]{2,}", " | ".join(reading.said))


def page(address: str, status: int = 200) -> Page:
    return Page(got(address, status).content.decode())


def links(found: Page, tag: str = "a") -> list[dict[str, str]]:
    return [each.attributes for each in found.all() if each.tag == tag and each.attributes.get("href")]


def of_rel(found: Page, rel: str) -> list[str]:
    return [each["href"] for each in links(found, "link") if each.get("rel") == rel]
