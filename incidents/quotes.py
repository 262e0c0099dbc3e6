"""Quotes are looked up in the stored copies of their sources, and what that shows is kept beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from archive import record as records
from archive.maintenance import Quoted
from archive.vocabulary import QuoteState
from incidents.models import Citation, Incident
from sources.captures.checking import Checked, Copy, checked
from sources.models import Capture, Means, Source

#: So many copies of a source are read, the newest first.
MOST_COPIES = 50


def check_quotes_of(source: Source) -> int:
    """Look up every quote from this source; how many have another state now."""
    return _check(Citation.objects.filter(source=source).exclude(quote="", quote_state=""))


def check_quotes_in(incident: Incident) -> int:
    """Look up the incident's quotes from all sources that have copies; how many have another state now."""
    copied = Exists(Capture.objects.filter(source=OuterRef("source")))
    own = Citation.objects.filter(claim__incident=incident)
    return _check(own.filter(~Q(quote_state="") | (~Q(quote="") & copied)))


def _check(citations: QuerySet[Citation]) -> int:
    rows = citations.order_by("source_id", "pk").only("source_id", "quote", "quote_state", "quote_checked_on")
    changed = [
        row
        for source, group in groupby(rows, key=lambda row: row.source_id)
        for row in _judged(list(group), copies_of(source))
    ]
    Citation.objects.bulk_update(changed, ["quote_state", "quote_checked_on"])
    return len(changed)


def copies_of(source: int) -> Iterator[Copy]:
    """The copies of the source that hold a text, the newest first."""
    copies = Capture.objects.filter(source=source).exclude(text="").order_by("-captured_at")
    columns = ("captured_at", "text", "how")
    # One at a time: a text can be long, and mostly the newest tells enough.
    for moment, text, how in copies.values_list(*columns)[:MOST_COPIES].iterator(chunk_size=1):
        yield Copy(moment.date(), text, how == Means.BY_HAND)


def checks_of(incident: str, source: str) -> dict[Quoted, records.Checked | None]:
    """What is known of the quotes from the source in the incident of this id."""
    rows = Citation.objects.filter(claim__incident__key=incident, source__key=source).exclude(quote="")
    columns = ("claim__number", "locator", "quote", "quote_state", "quote_checked_on")
    return {
        (number, locator, quote): records.Checked(state=QuoteState(state), on=day) if state else None
        for number, locator, quote, state, day in rows.order_by("pk").values_list(*columns)
    }


def _judged(citations: Sequence[Citation], copies: Iterable[Copy]) -> Iterator[Citation]:
    """Those of one source that have another state now, with it."""
    found = checked({row.quote for row in citations if row.quote}, copies)
    for row in citations:
        before = row.quote_state, row.quote_checked_on
        row.quote_state, row.quote_checked_on = _columns(found.get(row.quote))
        if before != (row.quote_state, row.quote_checked_on):
            yield row


def _columns(found: Checked | None) -> tuple[Any, Any]:
    return (found.state, found.on) if found else ("", None)


def quote_words(citation: Citation) -> str:
    """What is known of the citation's quote, for whoever is at the desk; empty where there is no quote."""
    match citation.quote and citation.quote_state:
        case QuoteState.VERIFIED:
            return f"Found in the stored copy, since {_day(citation)}."
        case QuoteState.NOT_FOUND:
            return f"Not found in the stored copy, since {_day(citation)}: compare it with the text."
        case QuoteState.GONE:
            return f"The source no longer says this, since {_day(citation)}: an earlier copy has it."
    return "Not checked: there is no stored copy with a text." if citation.quote else ""


def _day(citation: Citation) -> str:
    return f"{citation.quote_checked_on:%-d %B %Y}"
