"""An incident's history: its editions, and what differs between any two of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.addresses import history_path, slug_of
from archive.asked import BadQuestion, edition_asked
from archive.keeping import for_everybody
from archive.language import gettext
from archive.models import Edition
from archive.pages.changes import Comparison, comparison
from archive.pages.incidents import closed, current_edition
from archive.pages.moved import onwards

#: How many editions a page lists.
LISTED = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """An edition, with the number of the one before that it can be compared with, if there is one."""

    edition: Edition
    before: int | None


@require_safe
@for_everybody
def history(request: HttpRequest, incident: str) -> HttpResponseBase:
    """The editions, newest first; those before the edition `before`; what differs from `old` to `new`.

    The title is that of the newest edition. What was merged into the incident is listed too.
    """
    current = current_edition(incident)
    if not current.text:
        return closed(request, current)
    if current.incident != incident:
        return onwards(request, history_path(current.incident))
    try:
        return _page(request, current, _listed(incident, request.GET), _compared(incident, request.GET))
    except BadQuestion as problem:
        return _page(request, current, _listed(incident, {}), None, problem)


def _page(
    request: HttpRequest,
    current: Edition,
    editions: Sequence[Edition],
    compared: Comparison | None,
    problem: BadQuestion | None = None,
) -> HttpResponse:
    choices = _choices(editions, current, compared)
    context = {
        "record": current.record,
        "slug": slug_of(current.record.title),
        "current": current,
        "listed": [Listed(edition, _before(edition, editions)) for edition in editions[:LISTED]],
        "older": editions[LISTED - 1].number if len(editions) > LISTED else None,
        "choices": choices,
        "old": compared.old.number if compared else choices[min(1, len(choices) - 1)].number,
        "new": compared.new.number if compared else choices[0].number,
        "compared": compared,
        "problem": problem,
        "is_plain": not request.GET,
        "merged": _merged(current),
    }
    return render(request, "event/history.html", context, status=400 if problem else 200)


def _choices(editions: Sequence[Edition], current: Edition, compared: Comparison | None) -> Sequence[Edition]:
    """The editions to compare, newest first: the newest, those on the page, and those that are compared."""
    found = {edition.number: edition for edition in editions[:LISTED] if edition.is_readable}  # type: ignore[attr-defined]
    found |= {each.number: each for each in (current, *((compared.new, compared.old) if compared else ()))}
    return sorted(found.values(), key=lambda edition: -edition.number)


def _before(edition: Edition, editions: Sequence[Edition]) -> int | None:
    """The number of the edition before it that can be read, for one that can be read itself."""
    older = (each.number for each in editions if each.number < edition.number and each.is_readable)  # type: ignore[attr-defined]
    return next(older, None) if edition.is_readable else None  # type: ignore[attr-defined]


def _listed(incident: str, asked: Mapping[str, str]) -> Sequence[Edition]:
    """A page of editions and one more, where there are more. Raises BadQuestion."""
    editions = Edition.objects.for_incident(incident).with_openness().defer("text").order_by("-number")
    before = edition_asked(asked, "before")
    return list((editions.filter(number__lt=before) if before else editions)[: LISTED + 1])


def _compared(incident: str, asked: Mapping[str, str]) -> Comparison | None:
    """What differs between the two editions asked for, whichever is the older. Raises BadQuestion."""
    one, other = edition_asked(asked, "old"), edition_asked(asked, "new")
    if one is None and other is None:
        return None
    if one is None or other is None or one == other:
        raise BadQuestion("new" if one else "old", gettext("Choose two different editions to compare."))
    found = Edition.objects.for_incident(incident).readable().filter(number__in=[one, other])
    by_number = {edition.number: edition for edition in found}
    return comparison(
        *(_found(by_number, number, name) for number, name in sorted([(one, "old"), (other, "new")]))
    )


def _found(editions: Mapping[int, Edition], number: int, name: str) -> Edition:
    if number not in editions:
        sentence = gettext("There is no edition {number} that can be read. Choose another one.")
        raise BadQuestion(name, sentence.format(number=number))
    return editions[number]


def _merged(current: Edition) -> QuerySet[Edition] | None:
    """The editions, open still, of what was merged into the incident."""
    ids = [one.id for one in current.record.merged]
    editions = Edition.objects.filter(incident__in=ids).readable().defer("text")
    return editions.order_by("incident", "-number") if ids else None
