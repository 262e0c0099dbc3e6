"""All sources, publications, actors, places or conflicts: by name, by number of incidents, or by a search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from archive.addresses import api_list_path, entity_path
from archive.filters import Narrowing, counted
from archive.keeping import for_everybody, until_published
from archive.models import NameEntry
from archive.models.names import NameQuerySet
from archive.pages.called import called_here
from archive.pages.sounding import sounding_like
from archive.search import BadQuery, parsed
from archive.search.texts import mark_of

#: How many entries a page shows.
SHOWN = 100
#: What each list is called, and the parameter by which incidents are narrowed to one of its entries.
TITLES: Mapping[str, Any] = {
    "actors": _("Actors"),
    "places": _("Places"),
    "conflicts": _("Conflicts and series"),
    "publications": _("Publications"),
    "sources": _("Sources"),
}
PARAMETERS = {kind: kind.removesuffix("s") for kind in TITLES}
LETTERS = tuple(ascii_lowercase)
#: The parameters that say where in the list the page begins, or in which order it is.
OWN = ("name", "after", "before", "from", "order")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the list, and how many incidents have to do with it."""

    name: str
    href: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some entries of a list in its order; `earlier` and `later`: the keys from which it goes on."""

    entries: Sequence[NameEntry]
    earlier: str = ""
    later: str = ""


@require_safe
@for_everybody
def index(request: HttpRequest, kind: str) -> HttpResponse:
    asked = {name: request.GET.get(name, "").replace("\0", "") for name in OWN}
    if asked["name"].strip():
        context = _sought(kind, asked["name"].strip())
    elif asked["order"] == "incidents":
        context = _by_incidents(kind)
    else:
        context = _by_name(kind, asked)
    return render(request, "lists/index.html", _common(kind, asked) | context)


def _common(kind: str, asked: Mapping[str, str]) -> dict[str, object]:
    return {
        "title": TITLES[kind],
        "kind": kind,
        "kinds": TITLES,
        "parameter": PARAMETERS[kind],
        "sought": asked["name"],
        "by_incidents": asked["order"] == "incidents",
        "letters": LETTERS,
        "data": api_list_path(kind),
    }


def _by_name(kind: str, asked: Mapping[str, str]) -> dict[str, object]:
    named = NameEntry.objects.filter(kind=kind)
    part = _part(named.from_name(asked["from"]) if asked["from"] else named, asked)
    return {"lines": _lines(kind, part.entries), "earlier": part.earlier, "later": part.later}


def _part(named: NameQuerySet, asked: Mapping[str, str]) -> Part:
    """The entries after or before the one of that key, or the first."""
    if asked["before"] and (found := list(named.before(asked["before"])[: SHOWN + 1])):
        shown = found[:SHOWN][::-1]
        return Part(shown, shown[0].key if len(found) > SHOWN else "", shown[-1].key)
    found = list((named.after(asked["after"]) if asked["after"] else named.by_name())[: SHOWN + 1])
    shown = found[:SHOWN]
    begins = shown[0].key if shown and (asked["after"] or asked["from"]) else ""
    return Part(shown, begins, shown[-1].key if len(found) > SHOWN else "")


def _by_incidents(kind: str) -> dict[str, object]:
    """Those that most incidents have to do with."""
    parameter = PARAMETERS[kind]
    found = until_published(f"most {kind}", lambda: counted(parameter, _everything(), SHOWN + 1))
    names = _named(kind, [each.value for each in found[:SHOWN]])
    lines = [
        Line(names[each.value], entity_path(kind, each.value), each.incidents)
        for each in found[:SHOWN]
        if each.value in names
    ]
    return {"lines": lines, "has_more": len(found) > SHOWN}


def _sought(kind: str, text: str) -> dict[str, object]:
    """Those whose names hold the words or, where none does, words that sound like the first."""
    try:
        query = parsed(text)
    except BadQuery as bad:
        return {"problem": str(bad), "lines": ()}
    found = NameEntry.objects.indexed(query.marked(mark_of(kind))).values_list("pk", flat=True)
    exact = list(NameEntry.objects.filter(pk__in=list(found)).by_name()[: SHOWN + 1])
    alike = Q(kind=kind, key__in=sounding_like(kind, text))
    shown = exact or list(NameEntry.objects.filter(alike).by_name()[: SHOWN + 1])
    lines = _lines(kind, shown[:SHOWN])
    return {"lines": lines, "has_more": len(shown) > SHOWN, "is_guess": bool(shown) and not exact}


def _lines(kind: str, entries: Sequence[NameEntry]) -> Sequence[Line]:
    keys = [entry.key for entry in entries]
    if not keys:
        return ()
    name = f"{kind} {' '.join(keys)}"
    found = until_published(name, lambda: counted(PARAMETERS[kind], _everything(), len(keys), keys))
    numbers, here = {each.value: each.incidents for each in found}, called_here(kind, keys)
    return [
        Line(here.get(each.key, each.name), entity_path(kind, each.key), numbers.get(each.key, 0))
        for each in entries
    ]


def _named(kind: str, keys: Sequence[str]) -> Mapping[str, str]:
    rows = NameEntry.objects.filter(kind=kind, key__in=keys).values_list("key", "name")
    return {**dict(rows), **called_here(kind, keys)}


def _everything() -> Narrowing:
    """Nothing is asked of the incidents."""
    return Narrowing({"actor": [], "attribution": []})
