"""The shelves of the desk's home as filters of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.vocabulary import QuoteState
from incidents.desk_home import KINDS
from incidents.models import Citation, Claim, Incident
from sources.models import Capture, CaptureRequest, Source, WaybackSave

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin


class ShelfFilter(admin.SimpleListFilter):
    """Those incidents that lie on one shelf of the person who asks."""

    title = "what waits"
    parameter_name = "shelf"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [(kind.key, kind.title) for kind in KINDS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Incident]) -> QuerySet[Incident]:
        for kind in KINDS:
            if kind.key == self.value():
                return queryset.filter(pk__in=kind.incidents(request.user).order_by().values("pk"))  # type: ignore[arg-type]
        return queryset


class GoneFilter(admin.SimpleListFilter):
    """The claims of which a source no longer has the quote."""

    title = "quotes"
    parameter_name = "quotes"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [(QuoteState.GONE.value, QuoteState.GONE.label)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        if self.value() != QuoteState.GONE:
            return queryset
        gone = Citation.objects.filter(quote_state=QuoteState.GONE)
        return queryset.filter(pk__in=gone.order_by().values("claim"))


class FailedCopiesFilter(admin.SimpleListFilter):
    """The sources of which the last copy that was asked for could not be made."""

    title = "copies"
    parameter_name = "copies"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [("failed", "failed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:
        if self.value() != "failed":
            return queryset
        return queryset.filter(pk__in=CaptureRequest.objects.failed().order_by().values("source"))


class FailedSavesFilter(admin.SimpleListFilter):
    """The copies that could not be saved at the Wayback Machine too."""

    title = "Wayback Machine"
    parameter_name = "wayback"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [("failed", "failed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Capture]) -> QuerySet[Capture]:
        if self.value() != "failed":
            return queryset
        return queryset.filter(pk__in=WaybackSave.objects.failed().order_by().values("capture"))
