"""Where a rendered page says a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.test.html import parse_html


class RenderedPage:
    """A page by its anchors: the text of an element, and the references that it marks."""

    def __init__(self, html: str) -> None:
        root = parse_html(html)
        self._by_id = {name: element for element, name in _named(root)}
        self._sources = dict(_sources(root))

    def has(self, anchor: str) -> bool:
        return anchor in self._by_id

    def text(self, anchor: str) -> str:
        return " ".join("".join(_texts(self._by_id[anchor])).split())

    def marks(self, anchor: str) -> tuple[str, ...]:
        """The anchors of the references that the element leads to."""
        return tuple(link[1:] for link in _links(self._by_id[anchor]) if link.startswith("#ref-"))

    def source(self, mark: str) -> str:
        """The key of the source that a reference belongs to."""
        return self._sources[mark]


def _all(element: Any) -> Iterator[Any]:
    if isinstance(element, str):
        return
    yield element
    for child in element.children:
        yield from _all(child)


def _links(root: Any) -> Iterator[str]:
    for element in _all(root):
        yield str(dict(element.attributes).get("href", ""))


def _sources(root: Any) -> Iterator[tuple[str, str]]:
    """Every anchor within an item of a list that leads to one source, and the key of that source."""
    for item in _all(root):
        keys = {link.split("/")[2] for link in _links(item) if link.startswith("/sources/")}
        if item.name == "li" and len(keys) == 1:
            yield from ((name, min(keys)) for _, name in _named(item))


def _named(root: Any) -> Iterator[tuple[Any, str]]:
    for element in _all(root):
        if name := dict(element.attributes).get("id"):
            yield element, name


def _texts(element: Any) -> Iterator[str]:
    if isinstance(element, str):
        yield f" {element} "
        return
    for child in element.children:
        yield from _texts(child)
