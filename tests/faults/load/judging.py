"""What is wrong with the body of an answer, by what it was asked for."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from io import StringIO
from typing import Any

from tests.faults.load.known import Shown

TITLE = re.compile(r"<h1[^>]*><bdi[^>]*>(.*?)</bdi></h1>", re.DOTALL)
NUMBER = re.compile(r'class="event__notes">\D*(\d+)')
#: Which editions were published of which incidents before somebody asked.
Before = Mapping[str, int]


class Wrong(Exception):
    """An answer is not what it should be; the message says why."""


def page_of(key: str, body: str, before: Before) -> Shown:
    """What the page of an event shows. Raises Wrong."""
    title, number = TITLE.search(body), NUMBER.search(body)
    if not title or not number or not body.rstrip().endswith("</html>"):
        raise Wrong("a page without its title, its edition or its end")
    return _shown(key, int(number[1]), unescape(title[1]), before)


def record_of(key: str, body: str, before: Before) -> Shown:
    """What the API tells of an event. Raises Wrong."""
    told = json.loads(body)
    if told["id"] != key:
        raise Wrong(f"the record of {told['id']} in place of another")
    return _shown(key, told["edition"]["number"], told["title"], before)


def _shown(key: str, number: int, title: str, before: Before) -> Shown:
    if number < before.get(key, 1):
        raise Wrong(f"edition {number} after edition {before[key]} was published")
    return key, number, title


def a_page(body: str, before: Before) -> Iterator[Shown]:
    if not body.rstrip().endswith("</html>") or "<h1" not in body:
        raise Wrong("a page without its title or its end")
    return iter(())


def a_search(body: str, before: Before) -> Iterator[Shown]:
    if 'href="/incidents/ucdp-' not in body:
        raise Wrong("a search that finds nothing")
    return a_page(body, before)


def a_list(body: str, before: Before) -> Iterator[Shown]:
    rows: list[dict[str, Any]] = json.loads(body)["results"]
    if not rows:
        raise Wrong("an empty list")
    return (_shown(row["id"], row["edition"], row["title"], before) for row in rows)


def a_feed(body: str, before: Before) -> Iterator[Shown]:
    if not body.rstrip().endswith("</feed>"):
        raise Wrong("a feed without its end")
    return iter(())


def changes(body: str, before: Before) -> Iterator[Shown]:
    numbers = [row["sequence"] for row in json.loads(body)["results"]]
    if not numbers or numbers != sorted(set(numbers)):
        raise Wrong("changes out of their order")
    return iter(())


def a_table(body: str, before: Before) -> Iterator[Shown]:
    rows = list(csv.reader(StringIO(body.removeprefix("\ufeff"))))
    if len({len(row) for row in rows}) != 1 or len(rows) <= len(before):
        raise Wrong(f"a table of {len(rows)} lines that is not whole")
    return iter(())


def lines(body: str, before: Before) -> Iterator[Shown]:
    whole = body.splitlines()
    if len(whole) < len(before):
        raise Wrong(f"{len(whole)} lines in place of {len(before)} or more")
    return (
        _shown(row["id"], row["edition"]["number"], row["title"], before) for row in map(json.loads, whole)
    )


Judge = Callable[[str, Before], Iterator[Shown]]
