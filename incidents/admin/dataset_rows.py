"""The desk's pages of a dataset's rows: what each says, and what becomes of those that wait."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import orjson
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from archive.record import RecordError
from incidents.admin.asked import key_in
from incidents.admin.drafts import may_change
from incidents.admin.read_only import ReadOnlyAdmin
from incidents.admin.upload_form import may_import
from incidents.build import build
from incidents.importers.running.deciding import NotDecidable, ask_again, is_undone, join, stand_alone
from incidents.importers.running.rows_in_words import said_by, title_of, told
from incidents.models import Claim, Dataset, DatasetRow, Incident, Standing

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: So many incidents that a row may be about are shown beside it.
LISTED = 10
SHORT = {Standing.OWN: "its own", Standing.OFFERED: "waits for an editor’s word", Standing.JOINED: "joined"}


class StandingFilter(admin.SimpleListFilter):
    """Rows that wait, or that an editor joined to an incident; of the others there are too many to tell."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("offered", "wait for an editor’s word"), ("joined", "were joined to an incident")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[DatasetRow]) -> QuerySet[DatasetRow]:
        chosen = self.value()
        return queryset.filter(standing=chosen) if chosen in ("offered", "joined") else queryset


@admin.register(DatasetRow)
class DatasetRowAdmin(ReadOnlyAdmin):
    list_display = ("external_id", "says", "dataset", "release", "incident", "standing_words")
    list_filter = (StandingFilter,)
    list_per_page = 50
    shown_beside = ("dataset__publication", "incident", "seen")
    ordering = ("-pk",)
    sortable_by = ()
    search_fields = ("external_id",)
    search_help_text = "The row’s whole id within its dataset."
    page_template = "desk/imports/row.html"

    @admin.display(description="what it says")
    def says(self, row: DatasetRow) -> str:
        return title_of(row)

    @admin.display(description="standing")
    def standing_words(self, row: DatasetRow) -> str:
        return SHORT[Standing(row.standing)]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """By the dataset and the id together, which is how rows are indexed."""
        if not search_term.strip():
            return queryset, False
        datasets = list(Dataset.objects.values_list("pk", flat=True))
        return queryset.filter(dataset__in=datasets, external_id=search_term.strip()), False

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(require_POST(self.decide_view))
        return [
            path("<path:object_id>/decide/", decide, name="incidents_datasetrow_decide"),
            *super().get_urls(),
        ]

    def page_context(self, request: HttpRequest, row: DatasetRow) -> dict[str, Any]:
        waits = row.standing == Standing.OFFERED
        return {
            "title": str(row),
            "said": said_by(row),
            "cells": list(orjson.loads(row.raw).items()),
            "claims": list(_claims(row)),
            "waits": waits,
            "offers": list(_offers(request, row)) if waits else [],
            "offers_more": max(0, row.offers.count() - LISTED) if waits else 0,
            "may_decide": may_import(request),
            "is_undone": is_undone(row),
        }

    def decide_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take the editor's word: which incident the row is about, that it is one, or that it waits again."""
        if not may_import(request):
            raise PermissionDenied
        row = self.found(request, object_id)
        try:
            words = _decide(row, request)
        except NotDecidable as error:
            for reason in error.reasons:
                self.message_user(request, reason, messages.ERROR)
        else:
            self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:incidents_datasetrow_change", args=[row.pk]))


def _decide(row: DatasetRow, request: HttpRequest) -> str:
    word, by = request.POST.get("word", ""), _user(request)
    match word:
        case "own":
            return f"The row is an incident of its own: “{stand_alone(row, by=by)}”."
        case "again":
            ask_again(row)
            return "The row waits for an editor’s word again."
    incident = Incident.objects.filter(pk=key_in(word) or 0).first()
    if incident is None:
        raise NotDecidable("Say which incident the row is about: the one chosen is no longer at the desk.")
    if not may_change(request, incident):
        raise PermissionDenied
    return f"The row’s claims stand on “{join(row, incident, by=by)}”, which is a draft now."


def _offers(request: HttpRequest, row: DatasetRow) -> Iterator[dict[str, Any]]:
    """What each incident that the row may be about says of itself."""
    for offer in row.offers.select_related("incident")[:LISTED]:
        incident = offer.incident
        yield {"incident": incident, "may_join": may_change(request, incident), **_told(incident)}


def _told(incident: Incident) -> dict[str, str]:
    try:
        return told(build(incident))
    except RecordError:
        return {"title": incident.title, "date": incident.date, "place": "", "killed": ""}


def _claims(row: DatasetRow) -> Iterator[dict[str, Any]]:
    """The row's claims by what they are about, each with its page where it is at the desk."""
    numbers = list(row.claims.values())
    found = Claim.objects.filter(incident=row.incident_id or 0, number__in=numbers)
    pages = dict(found.values_list("number", "pk"))
    for slot, number in row.claims.items():
        page = reverse("admin:incidents_claim_change", args=[pages[number]]) if number in pages else ""
        yield {"slot": slot, "number": number, "page": page}


def _user(request: HttpRequest) -> User:
    return request.user  # type: ignore[return-value]
