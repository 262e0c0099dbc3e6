"""The pages of sources, publications, actors, places and conflicts: what each is, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from archive.addresses import publication_path, source_path
from archive.answers import ActorAnswer, ConflictAnswer, PlaceAnswer, PublicationAnswer, SourceAnswer
from archive.keeping import for_everybody
from archive.models import (
    ActorEntry,
    ClaimEntry,
    ConflictEntry,
    IncidentActor,
    IncidentEntry,
    PlaceEntry,
    PublicationEntry,
    SharedEntry,
    SourceEntry,
)
from archive.pages.called import entities_here, entries_here
from archive.pages.cards import Card, cards
from archive.pages.citation import files_of_source
from archive.pages.moved import leading_on
from archive.pages.places import subtree
from archive.pages.resting import resting_on
from archive.vocabulary import Attribution

#: How many incidents, and how many parts, a page lists before it leads on to the whole list.
LISTED = 20
PARTS = 100

Entry = TypeVar("Entry", bound=SharedEntry)


@dataclass(frozen=True, slots=True)
class Held:
    """The incidents for which an actor is held responsible in one way; `attribution` empty: merely named."""

    attribution: Attribution | None
    cards: Sequence[Card]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Relied:
    """What a source relies on, and how."""

    how: str
    name: str
    href: str


@require_safe
@for_everybody
@leading_on("sources")
def source(request: HttpRequest, key: str) -> HttpResponse:
    entry = get_object_or_404(SourceEntry, pk=key)
    answer = SourceAnswer.model_validate_json(entry.body)
    more: dict[str, Any] = {
        "relations": list(_relations(answer)),
        "claims": ClaimEntry.objects.for_source(key).count(),
    }
    more |= {"files": files_of_source(key), "resting": resting_on(key)}
    return _page(request, "source", answer, IncidentEntry.objects.for_source(key), **more)


def _relations(answer: SourceAnswer) -> Iterator[Relied]:
    sources = {entity.key: entity.name for entity in answer.links.sources}
    publications = {entity.key: entity.name for entity in answer.links.publications}
    for relation in answer.relies_on:
        if relation.source:
            yield Relied(relation.how.label, sources[relation.source], source_path(relation.source))
        elif relation.publication:
            name = publications[relation.publication]
            yield Relied(relation.how.label, name, publication_path(relation.publication))


@require_safe
@for_everybody
@leading_on("publications")
def publication(request: HttpRequest, key: str) -> HttpResponse:
    entry = get_object_or_404(PublicationEntry, pk=key)
    answer = PublicationAnswer.model_validate_json(entry.body)
    sources = _parts(SourceEntry.objects.filter(publication=key))
    return _page(request, "publication", answer, IncidentEntry.objects.for_publication(key), **sources)


@require_safe
@for_everybody
@leading_on("places")
def place(request: HttpRequest, key: str) -> HttpResponse:
    entry = get_object_or_404(PlaceEntry, pk=key)
    answer = PlaceAnswer.model_validate_json(entry.body)
    within = _parts(PlaceEntry.objects.filter(parent=key))
    within["parts"] = subtree(within["parts"])
    within["around"] = entities_here("places", answer.links.places)
    return _page(request, "place", answer, IncidentEntry.objects.for_place(key), **within)


@require_safe
@for_everybody
@leading_on("conflicts")
def conflict(request: HttpRequest, key: str) -> HttpResponse:
    entry = get_object_or_404(ConflictEntry, pk=key)
    answer = ConflictAnswer.model_validate_json(entry.body)
    return _page(request, "conflict", answer, IncidentEntry.objects.for_conflict(key))


@require_safe
@for_everybody
@leading_on("actors")
def actor(request: HttpRequest, key: str) -> HttpResponse:
    entry = get_object_or_404(ActorEntry, pk=key)
    answer = ActorAnswer.model_validate_json(entry.body)
    context = {"answer": answer, "held": _held(key)} | _parts(ActorEntry.objects.filter(part_of=key))
    context["linked"] = entities_here("actors", answer.links.actors)
    return render(request, "entities/actor.html", context)


def _held(key: str) -> Sequence[Held]:
    """The actor's incidents by attribution, in the order of the word list; those that merely name it last."""
    by_attribution: dict[str, list[IncidentEntry]] = {}
    for link in _newest(key):
        by_attribution.setdefault(link.attribution, []).append(link.incident)
    found = {entry.pk: entry for entries in by_attribution.values() for entry in entries[:LISTED]}
    carded = dict(zip(found, cards(found.values()), strict=True))
    return [
        Held(word, [carded[entry.pk] for entry in entries[:LISTED]], len(entries) > LISTED)
        for word in (*Attribution, None)
        if (entries := by_attribution.get(word or ""))
    ]


def _newest(key: str) -> QuerySet[IncidentActor]:
    """Of each attribution, the actor's newest incidents, and one more where there are more."""
    links = IncidentActor.objects.filter(key=key)
    held = links.filter(incident=OuterRef("incident")).exclude(attribution="")
    place = Window(RowNumber(), partition_by="attribution", order_by="-incident__position")
    return (
        links.exclude(Q(attribution="") & Exists(held))
        .annotate(place=place)
        .filter(place__lte=LISTED + 1)
        .select_related("incident")
        .defer("incident__body")
        .order_by("-incident__position")
    )


def _parts(entries: QuerySet[Entry]) -> dict[str, Any]:
    found = entries_here(entries.defer("body").order_by("name")[: PARTS + 1])
    return {"parts": found[:PARTS], "has_more_parts": len(found) > PARTS}


def _page(request: HttpRequest, kind: str, answer: Any, incidents: Any, **more: Any) -> HttpResponse:
    found = cards(incidents.in_brief()[: LISTED + 1])
    context = {"answer": answer, "cards": found[:LISTED], "has_more": len(found) > LISTED, "kind": kind}
    return render(request, f"entities/{kind}.html", context | more)
