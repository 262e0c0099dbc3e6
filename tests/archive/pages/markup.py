"""A page taken apart into its elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.test.html import parse_html

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """Its own text and that of everything within, in order."""

    def all(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def with_role(self, role: str) -> list[Element]:
        return [element for element in self.all() if element.attributes.get("role") == role]

    def linked(self, role: str) -> list[str]:
        """The anchors that the links of this role within it lead to."""
        return [element.attributes["href"].removeprefix("#") for element in self.with_role(role)]


class Page(HTMLParser):
    """A well-formed page. Raises django.test.html.HTMLParseError for one that is not."""

    def __init__(self, html: str) -> None:
        parse_html(html)
        super().__init__()
        self.html = html
        self.root = Element("page", {})
        self._open = [self.root]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words.append(data)

    def all(self) -> list[Element]:
        return list(self.root.all())

    def at(self, anchor: str) -> Element:
        (found,) = [element for element in self.all() if element.attributes.get("id") == anchor]
        return found

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.all() if "id" in element.attributes]

    @property
    def text(self) -> str:
        return self.root.text
