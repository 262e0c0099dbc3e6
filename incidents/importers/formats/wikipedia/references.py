"""The footnotes of an article, numbered as readers see them, and the sources that they name. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from mwparserfromhell.nodes import ExternalLink, Tag, Template
from mwparserfromhell.wikicode import Wikicode
from pydantic import TypeAdapter, ValidationError

from archive.record import Language, Publication, Relation, Source, Url
from archive.vocabulary import PublicationKind, Reliance, SourceKind
from incidents.importers.formats.wikipedia.days import read_day
from incidents.importers.formats.wikipedia.markup import line, name_of
from incidents.importers.parsing import naming

NOTE = "Known through an encyclopedia article’s list of references."
CITE = re.compile(r"(?:cite|citation)\b ?(?P<what>.*)")
#: What is cited, and what its publication is taken for.
KINDS: Mapping[str, tuple[SourceKind, PublicationKind]] = {
    "news": (SourceKind.ARTICLE, PublicationKind.NEWSPAPER),
    "magazine": (SourceKind.ARTICLE, PublicationKind.NEWSPAPER),
    "report": (SourceKind.REPORT, PublicationKind.ORGANISATION),
    "press release": (SourceKind.STATEMENT, PublicationKind.ORGANISATION),
    "tweet": (SourceKind.POST, PublicationKind.PLATFORM),
    "encyclopedia": (SourceKind.ENCYCLOPEDIA, PublicationKind.ENCYCLOPEDIA),
    "book": (SourceKind.REPORT, PublicationKind.ORGANISATION),
    "journal": (SourceKind.REPORT, PublicationKind.ORGANISATION),
}
WEB = (SourceKind.WEB_PAGE, PublicationKind.WEBSITE)
ISSUERS = ("work", "newspaper", "website", "magazine", "journal", "encyclopedia", "publisher", "via")
LANGUAGES = {
    "arabic": "ar",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "pashto": "ps",
    "persian": "fa",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "urdu": "ur",
}
#: Footnotes that are not references.
SHORT = frozenset({"sfn", "sfnp", "sfnm", "harv", "harvnb", "harvtxt", "efn", "refn"})
URL = TypeAdapter[str](Url)
LANGUAGE = TypeAdapter[str](Language)


@dataclass(frozen=True, slots=True)
class Cited:
    """A source with the publications that it names."""

    source: Source
    publications: tuple[Publication, ...] = ()


@dataclass
class References:
    """The article's references by number, and what of its footnotes was left out, in words."""

    numbers: dict[str, int] = field(default_factory=dict)
    cited: dict[int, list[Cited]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def of(self, code: Wikicode) -> list[int]:
        """The numbers of the references that stand in this part of the article, in their order."""
        marks = (_mark(tag) for tag in _tags(code))
        return sorted({self.numbers[mark] for mark in marks if mark in self.numbers})


def references_of(article: Wikicode) -> References:
    """The references of the whole article."""
    found = References()
    contents: dict[str, Wikicode] = {}
    for tag in _tags(article):
        mark = _mark(tag)
        found.numbers.setdefault(mark, len(found.numbers) + 1)
        if tag.contents and str(tag.contents).strip():
            contents.setdefault(mark, tag.contents)
    for mark, number in found.numbers.items():
        found.cited[number] = list(_sources(contents[mark])) if mark in contents else []
        if not found.cited[number]:
            found.left_out.append(f"reference {number}: names neither a title nor an address")
    found.left_out += _short(article)
    return found


def _tags(code: Wikicode) -> Iterator[Tag]:
    """The references, without those of a group of notes."""
    for tag in code.filter_tags(matches=lambda tag: str(tag.tag).strip().lower() == "ref"):
        if not tag.has("group"):
            yield tag


def _mark(tag: Tag) -> str:
    """What footnotes that are one and the same reference share: the name or, without one, what it says."""
    name = str(tag.get("name").value).strip() if tag.has("name") else ""
    return f"name {name}" if name else f"text {tag.contents}"


def _short(article: Wikicode) -> list[str]:
    number = sum(name_of(template) in SHORT for template in article.filter_templates())
    notes = article.filter_tags(
        matches=lambda tag: str(tag.tag).strip().lower() == "ref" and tag.has("group")
    )
    said = {"short footnotes ({{sfn}} and its kin)": number, "explanatory notes": len(notes)}
    return [f"{count} {what}" for what, count in said.items() if count]


def _sources(content: Wikicode) -> Iterator[Cited]:
    cites = [template for template in content.filter_templates() if CITE.match(name_of(template))]
    yield from (cited for template in cites if (cited := _cited(template)))
    if not cites:
        links = content.filter_external_links()
        yield from (cited for link in links[:1] if (cited := _linked(link)))


def _cited(template: Template) -> Cited | None:
    said = {name: line(code) for name, code in _named(template)}
    url, title = _url(said.get("url", "")), said.get("title", "")[:2000]
    if not url and not title:
        return None
    found = CITE.match(name_of(template))
    kind, issuing = KINDS.get(found["what"] if found else "", WEB)
    issuer = next((said[name] for name in ISSUERS if said.get(name)), "")
    publication = naming.publication(issuer[:300], issuing) if issuer else None
    agency = _agency(said.get("agency", ""), publication)
    day = read_day(said.get("date", "") or said.get("year", ""))
    source = Source(
        key=_key(publication.key if publication else _host(url), day, url or title),
        kind=kind,
        title=title,
        description="" if title else f"Page of {_host(url)}",
        publication=publication.key if publication else None,
        authors=tuple(_authors(said)),
        language=_language(said.get("language", "")),
        published=day or None,
        url=url or None,
        archive_url=_url(said.get("archive-url", "") or said.get("archiveurl", "")) or None,
        relies_on=(Relation(how=Reliance.SYNDICATES, publication=agency.key),) if agency else (),
        note=NOTE,
    )
    return Cited(source, tuple(one for one in (publication, agency) if one))


def _agency(name: str, publication: Publication | None) -> Publication | None:
    agency = naming.publication(name[:300], PublicationKind.NEWS_AGENCY) if name else None
    return None if agency and publication and agency.key == publication.key else agency


def _linked(link: ExternalLink) -> Cited | None:
    url = _url(str(link.url))
    title = line(link.title)[:2000] if link.title else ""
    if not url:
        return None
    description = "" if title else f"Page of {_host(url)}"
    key = _key(_host(url), "", url)
    source = Source(
        key=key, kind=SourceKind.WEB_PAGE, title=title, description=description, url=url, note=NOTE
    )
    return Cited(source)


def _named(template: Template) -> Iterator[tuple[str, Wikicode]]:
    for parameter in template.params:
        yield str(parameter.name).strip().lower(), parameter.value


def _authors(said: Mapping[str, str]) -> Iterator[str]:
    """The authors in their order, each as read aloud."""
    for number in ("", *map(str, range(1, 30))):
        family = said.get(f"last{number}") or said.get(f"author{number}", "")
        given = said.get(f"first{number}", "")
        if name := " ".join(filter(None, (given, family)))[:300].strip():
            yield name


def _url(text: str) -> str:
    try:
        return URL.validate_python(text)
    except ValidationError:
        return ""


def _language(text: str) -> str | None:
    plain = text.strip().lower()
    try:
        return LANGUAGES.get(plain) or LANGUAGE.validate_python(plain)
    except ValidationError:
        return None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or "a text"
    except ValueError:
        return "a text"


def _key(issuer: str, day: str, own: str) -> str:
    mark = hashlib.sha256(own.encode()).hexdigest()[:8]
    return naming.key_of(*filter(None, (issuer, day, mark)))
