"""The library in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from incidents.admin.desk import KeyedAdmin
from sources.models import Capture, Publication, Relation, Source, SourceAuthor

if TYPE_CHECKING:
    CapturePage = admin.ModelAdmin[Capture]
    AuthorRows = admin.StackedInline[SourceAuthor, Source]
    RelationRows = admin.StackedInline[Relation, Source]
else:
    CapturePage = admin.ModelAdmin
    AuthorRows = RelationRows = admin.StackedInline


@admin.register(Publication)
class PublicationAdmin(KeyedAdmin):
    list_display = ("name", "key", "kind", "url")
    list_filter = ("kind",)
    search_fields = ("name", "key")

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Citations that credit a publication keep it, though the database would drop the credit with it."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        credited = Publication.objects.filter(pk__in=[each.pk for each in objs], citations__isnull=False)
        kept = [f"{each}, which citations credit" for each in credited.distinct()]
        return deleted, counts, lacking, [*protected, *kept]


class AuthorInline(AuthorRows):
    model = SourceAuthor
    extra = 0


class RelationInline(RelationRows):
    model = Relation
    fk_name = "source"
    fields = (("how", "other", "publication"),)
    extra = 0
    autocomplete_fields = ("other", "publication")
    verbose_name = "thing it relies on"
    verbose_name_plural = "relies on"


@admin.register(Source)
class SourceAdmin(KeyedAdmin):
    list_display = ("key", "title", "description", "kind", "publication", "published")
    list_filter = ("kind",)
    list_select_related = ("publication",)
    search_fields = ("key", "title", "description", "url", "publication__name", "authors__name")
    autocomplete_fields = ("publication",)
    inlines = (AuthorInline, RelationInline)


@admin.register(Capture)
class CaptureAdmin(CapturePage):
    """A stored copy is evidence: it is entered once and never changed."""

    list_display = ("source", "captured_at", "media_type")
    list_select_related = ("source",)
    search_fields = ("source__key", "source__title", "sha256")
    autocomplete_fields = ("source",)
    readonly_fields = ("sha256",)
    date_hierarchy = "captured_at"
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        """The copies without their texts, which may be long; a single page reads its own."""
        return super().get_queryset(request).defer("text")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)
