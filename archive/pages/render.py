"""Rendered event pages, for readers and for previews at the desk."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from django.http import HttpRequest
from django.template.loader import render_to_string

from archive.addresses import slug_of
from archive.asked import Asked, BadQuestion
from archive.models import Edition
from archive.pages.citation import citation_of
from archive.pages.event import Reading, event_page
from archive.record import Record
from archive.vocabulary import Rule


class PastState(Protocol):
    """A state in which the desk once had the record: when, and what had been done then."""

    at: datetime
    what: str


def render_event(
    record: Record,
    edition: Edition | None = None,
    *,
    request: HttpRequest | None = None,
    rule: Rule = Rule.ARCHIVE,
    known_at: date | None = None,
    newest: int | None = None,
    updated: Edition | None = None,
    problem: BadQuestion | None = None,
    merged_into: str = "",
    past: PastState | None = None,
    back: str = "",
) -> str:
    """The event page of a record as HTML.

    Without an edition it is marked as a preview. `request`: a reader's, whose page has an address in every
    language. `newest`: the number of the incident's current edition,
    where `edition` is an older one. `updated`: where `edition` renews names alone, the edition before it
    that changed more. `problem`: what was asked and cannot be answered; the page is then as published.
    `merged_into`: the id of the incident that this one is part of now.
    `past`: for a record that is a past state of the desk. `back`: where whoever looks at what is not
    published came from.
    """
    context = {
        "request": request,
        "page": event_page(Reading(record, rule, known_at)),
        "record": record,
        "slug": slug_of(record.title),
        "edition": edition,
        "newest": newest,
        "updated": updated,
        "problem": problem,
        "merged_into": merged_into,
        "past": past,
        "back": back,
        "rules": tuple(Rule),
        "citation": citation_of(record, edition, Asked(rule, known_at)) if edition else None,
    }
    return render_to_string("event/page.html", context)
