"""What a page says of itself: its title, who wrote and who published it, when, and in which language. Pure.

Trafilatura reads the page (https://trafilatura.readthedocs.io/en/latest/corefunctions.html): what it says in
JSON-LD, in OpenGraph and other tags, and failing these in its text. Nothing of it is certain: somebody looks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from trafilatura import extract_metadata, load_html

from sources.addresses import address_in, canonical, host_of
from sources.likeness import folded

#: Characters of a page that are read; what a page says of itself stands at its beginning.
READ = 2_000_000
#: Characters of a title, and of a name.
LONGEST, LONGEST_NAME = 2000, 300
#: What parts the name of the site from the title.
PARTED = re.compile(r"\s+[-–—|·•:»]+\s+")
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([A-Z][a-z]{3}))?(?:[-_].*)?", re.IGNORECASE)
ARTICLES = ("article", "report", "blogposting")
#: Where a page may say something, and how that is called.
PLACES: tuple[tuple[str, str], ...] = (
    ('.//script[@type="application/ld+json"]', "what the page tells search engines (JSON-LD)"),
    ('.//meta[starts-with(@property, "og:") or starts-with(@property, "article:")]', "OpenGraph tags"),
    (".//head//meta", "tags in the page’s head"),
    (".//h1", "the heading"),
    (".//title", "the title of the window"),
)
TEXT = "the page’s text"


@dataclass(frozen=True)
class Suggested:
    """What a page seems to be; empty where it does not say. `published` is EDTF.

    `whence` says in words where each of the other fields was read.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    publication: str = ""
    language: str = ""
    address: str = ""
    is_article: bool = False
    whence: Mapping[str, str] = field(default_factory=dict)


def described(html: str, address: str) -> Suggested:
    """What the page at this address says of itself. Whatever cannot be read leads to an empty answer."""
    try:
        tree = load_html(html[:READ])
        return Suggested(address=canonical(address)) if tree is None else _described(tree, address)
    # What hostile pages do to the libraries beneath is not known.
    except Exception:
        return Suggested(address=canonical(address))


def _described(tree: HtmlElement, address: str) -> Suggested:
    places = dict(_places(tree))
    own, language = _own_address(tree, address), _language(tree)
    read = extract_metadata(tree, default_url=address)
    site = _name_of_site(read.sitename or "", own)
    title = _without_site(_line(read.title or ""), site, own)[:LONGEST]
    authors = tuple(_authors(read.author or "", site))
    said = {
        "title": title,
        "authors": " ".join(authors[:1]),
        "published": read.date or "",
        "publication": site,
    }
    whence = {name: _whence(value, places, own) for name, value in said.items() if value}
    whence |= {"language": "the page’s tags"} if language else {}
    whence |= {"url": "the page’s own link to itself"} if own != canonical(address) else {}
    is_article = (read.pagetype or "").lower().endswith(ARTICLES)
    return Suggested(title, authors, read.date or "", site, language, own, is_article, whence)


def _line(text: str) -> str:
    """The text in one line without what no line may hold."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _places(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for path, name in PLACES:
        texts = (one.get("content") or _unescaped(one.text_content()) for one in tree.xpath(path))
        yield name, folded(" ".join(texts))


def _unescaped(text: str) -> str:
    """The text or, where it is JSON, the same with its letters written out."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text


def _whence(value: str, places: Mapping[str, str], address: str) -> str:
    """Where the value stands, of all places the one that speaks most plainly."""
    sought = folded(value)
    for name, text in places.items():
        if sought and sought in text:
            return name
    return "the address" if sought.replace(" ", "") in folded(address).replace(" ", "") else TEXT


def _own_address(tree: HtmlElement, address: str) -> str:
    """The address that the page calls its own, where it may be that of this page."""
    given = canonical(address)
    for path in ('.//link[@rel="canonical"]/@href', './/meta[@property="og:url"]/@content'):
        for link in tree.xpath(path)[:1]:
            own = canonical(urljoin(address, str(link).strip()))
            if address_in(own) and (host_of(own) == host_of(address) and _is_as_deep(own, given)):
                return own
    return given


def _is_as_deep(own: str, given: str) -> bool:
    """Whether it is no site's first page while the given one is another: a common mistake of sites."""
    first = urlsplit(own)
    return bool(first.path.strip("/") or first.query) or not urlsplit(given).path.strip("/")


def _language(tree: HtmlElement) -> str:
    paths = (
        "/html/@lang",
        './/meta[translate(@http-equiv, "CL", "cl")="content-language"]/@content',
        './/meta[@property="og:locale"]/@content',
    )
    for path in paths:
        for text in tree.xpath(path)[:1]:
            if found := LANGUAGE.fullmatch(str(text).strip()):
                return "-".join(filter(None, [found[1].lower(), (found[2] or "").title()]))
    return ""


def _name_of_site(name: str, address: str) -> str:
    """The name that the site gives itself; its host where it gives none."""
    line = _line(name)[:LONGEST_NAME]
    return "" if "://" in line or folded(line) == "" else line or host_of(address)


def _without_site(title: str, site: str, address: str) -> str:
    """The title without the site's name, which many pages put behind it."""
    known = {folded(site), folded(host_of(address)), folded(host_of(address).partition(".")[0])} - {""}
    parts = PARTED.split(title)
    ends = len(parts)
    while ends > 1 and (folded(parts[ends - 1]) in known):
        ends -= 1
    if ends == len(parts):
        return title
    last = [found.start() for found in PARTED.finditer(title)][ends - 1]
    return title[:last]


def _authors(text: str, site: str) -> Iterator[str]:
    for name in text.split(";"):
        line = _line(name)[:LONGEST_NAME]
        if folded(line) and folded(line) != folded(site) and "://" not in line:
            yield line
