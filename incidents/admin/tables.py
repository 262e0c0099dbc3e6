"""The table of an incident's claims on its page at the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from archive.vocabulary import About, Property, Section, Stance
from incidents.arrangement import Group, Outline, Page, Wish, arranged
from incidents.models import Attack, Citation, Claim, Incident
from incidents.quotes import quote_words
from incidents.wording import about_words, claimant_words, source_words, value_words

#: What is read with each claim, so that the number of queries does not depend on the number of claims.
LINKED = ("attack", "claimant", "actor", "place", "conflict", "after_attack", "superseded_by")


@dataclass(frozen=True, slots=True)
class Cited:
    source: str
    title: str
    address: str
    locator: str
    disputes: bool
    quote_state: str
    quote_words: str


@dataclass(frozen=True, slots=True)
class Row:
    claim: Claim
    value: str
    claimant: str
    citations: tuple[Cited, ...]
    address: str
    dataset_row: str = ""
    """The page of the dataset's row that it comes from, if it does."""


@dataclass(frozen=True, slots=True)
class Block:
    """The claims of one group, under its title, with the address that adds another one to it."""

    about: str
    begins: bool
    """Whether what the claims are about differs from the block before."""
    title: str
    rows: tuple[Row, ...]
    add: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that narrows the table."""

    words: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ClaimTable:
    page: Page
    wish: Wish
    blocks: tuple[Block, ...]
    properties: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    uncited: Choice
    additions: tuple[Choice, ...]
    previous: str
    next: str


def wish_of(asked: QueryDict) -> Wish:
    """What the address asks for; what cannot be read is left out."""
    return Wish(
        kind=asked.get("property", ""),
        about=asked.get("about", ""),
        uncited=asked.get("uncited") == "1",
        claim=_number(asked.get("claim", "")),
        page=_number(asked.get("page", "")) or 1,
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def claim_table(incident: Incident, wish: Wish, rows: Mapping[int, str] | None = None) -> ClaimTable:
    """The table; `rows` leads from a claim's number to the dataset's row that it comes from."""
    attacks = {attack.pk: attack for attack in incident.attacks.all()}
    page = arranged(_outlines(incident, attacks), wish)
    return ClaimTable(
        page=page,
        wish=wish,
        blocks=tuple(_blocks(incident, page, attacks, rows or {})),
        properties=tuple(_properties(page, wish)),
        topics=tuple(_topics(page, wish, attacks)),
        uncited=Choice("without a citation", page.uncited, _narrowed(wish, uncited=True), wish.uncited),
        additions=tuple(_additions(incident, attacks)),
        previous=_turned(wish, page.number - 1) if page.number > 1 else "",
        next=_turned(wish, page.number + 1) if page.number < page.last else "",
    )


def _outlines(incident: Incident, attacks: Mapping[int, Attack]) -> Iterator[Outline]:
    cited = Exists(Citation.objects.filter(claim=OuterRef("pk")))
    columns = ("pk", "number", "position", "about", "attack_id", "property", "section")
    for key, number, position, about, attack, kind, section, has in (
        incident.claims.order_by().annotate(is_cited=cited).values_list(*columns, "is_cited")
    ):
        its = attacks[attack].number if attack in attacks else None
        group = Group(About(about), its, Property(kind), Section(section) if section else None)
        yield Outline(key, number, position, group, has)


def _blocks(
    incident: Incident, page: Page, attacks: Mapping[int, Attack], beside: Mapping[int, str]
) -> Iterator[Block]:
    claims = _claims([outline.key for outline in page.outlines])
    keys = {attack.number: attack for attack in attacks.values()}
    before = ""
    for group, outlines in groupby(page.outlines, key=lambda outline: outline.group):
        attack = keys.get(group.attack or 0)
        rows = tuple(_row(claims[outline.key], incident, beside) for outline in outlines)
        yield Block(
            about=about_words(group.about, attack),
            begins=group.topic != before,
            title=group.title,
            rows=rows,
            add=add_address(incident, group.about, attack, group.kind, group.section),
        )
        before = group.topic


def _claims(keys: list[int]) -> Mapping[int, Claim]:
    citations = Prefetch("citations", Citation.objects.select_related("source__publication"))
    rows = Claim.objects.select_related(*LINKED).prefetch_related(citations)
    return rows.in_bulk(keys)


def _row(claim: Claim, incident: Incident, beside: Mapping[int, str]) -> Row:
    claim.incident = incident
    return Row(
        claim=claim,
        value=value_words(claim),
        claimant=claimant_words(claim),
        citations=tuple(map(_cited, claim.citations.all())),
        address=reverse("admin:incidents_claim_change", args=[claim.pk]),
        dataset_row=beside.get(claim.number, ""),
    )


def _cited(citation: Citation) -> Cited:
    source = citation.source
    return Cited(
        source=source_words(source),
        title=source.title or source.description,
        address=reverse("admin:sources_source_change", args=[source.pk]),
        locator=citation.locator,
        disputes=citation.stance == Stance.DISPUTES,
        quote_state=citation.quote_state,
        quote_words=quote_words(citation),
    )


def add_address(
    incident: Incident,
    about: str = "",
    attack: Attack | None = None,
    kind: str = "",
    section: str | None = "",
) -> str:
    """Where a claim is added whose first fields are filled in."""
    known: dict[str, Any] = {
        "incident": incident.pk,
        "about": about,
        "attack": attack.pk if attack else "",
        "property": kind,
        "section": section,
    }
    query = urlencode({name: value for name, value in known.items() if value})
    return f"{reverse('admin:incidents_claim_add')}?{query}"


def claim_address(claim: Claim) -> str:
    """The claim's row on its incident's page."""
    page = reverse("admin:incidents_incident_change", args=[claim.incident_id])
    return f"{page}?claim={claim.number}#claim-{claim.number}"


def _additions(incident: Incident, attacks: Mapping[int, Attack]) -> Iterator[Choice]:
    yield Choice("the incident", 0, add_address(incident, About.INCIDENT), False)
    for attack in attacks.values():
        words = f"attack {attack.number}: {attack.label}"
        yield Choice(words, 0, add_address(incident, About.ATTACK, attack), False)
    yield Choice("the context", 0, add_address(incident, About.CONTEXT), False)


def _properties(page: Page, wish: Wish) -> Iterator[Choice]:
    for kind in Property:
        if count := page.properties.get(kind, 0):
            yield Choice(kind.label, count, _narrowed(wish, property=kind), wish.kind == kind)


def _topics(page: Page, wish: Wish, attacks: Mapping[int, Attack]) -> Iterator[Choice]:
    names = {
        f"{About.ATTACK}-{attack.number}": about_words(About.ATTACK, attack) for attack in attacks.values()
    }
    named = {About.INCIDENT: about_words(About.INCIDENT, None), **names}
    for topic, words in {**named, About.CONTEXT: about_words(About.CONTEXT, None)}.items():
        if count := page.topics.get(topic, 0):
            yield Choice(words, count, _narrowed(wish, about=topic), wish.about == topic)


def _narrowed(wish: Wish, **change: Any) -> str:
    """The table narrowed further; or, where it is narrowed so already, no longer."""
    now = {"property": wish.kind, "about": wish.about, "uncited": wish.uncited}
    undone = all(now[name] == value for name, value in change.items())
    return _address(now | (dict.fromkeys(change, "") if undone else change))


def _turned(wish: Wish, page: int) -> str:
    return _address({"property": wish.kind, "about": wish.about, "uncited": wish.uncited, "page": page})


def _address(asked: Mapping[str, Any]) -> str:
    query = {name: 1 if value is True else value for name, value in asked.items() if value}
    return f"?{urlencode(query)}#claims"
