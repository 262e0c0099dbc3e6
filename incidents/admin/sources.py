"""The library in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.forms import SplitDateTimeField
from django.http import HttpRequest

from incidents.admin.adding import AddingAdmin
from incidents.admin.copies import CopiesAdmin
from incidents.admin.held import HeldFilter
from incidents.admin.page import PageAdmin
from incidents.admin.shared import SharedAdmin
from incidents.admin.shelves import FailedCopiesFilter
from incidents.admin.suggested import suggestion_of
from incidents.admin.widgets import Typed
from incidents.finding import MOST_ELSEWHERE, found
from incidents.jobs.capturing import look_up_quotes
from sources.models import Capture, Publication, Relation, Source, SourceAuthor

if TYPE_CHECKING:
    AuthorRows = admin.StackedInline[SourceAuthor, Source]
    RelationRows = admin.StackedInline[Relation, Source]
else:
    AuthorRows = RelationRows = admin.StackedInline


LOST = "A stored copy is kept nowhere else: once deleted, it cannot be brought back."


@admin.register(Publication)
class PublicationAdmin(SharedAdmin):
    list_display = ("name", "key", "kind", "url")
    list_filter = ("kind",)
    search_fields = ("name", "key")
    search_help_text = "Words of the name, or the key."
    sortable_by = ("key",)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Citations that credit a publication keep it, though the database would drop the credit with it."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        credited = Publication.objects.filter(pk__in=[each.pk for each in objs], citations__isnull=False)
        kept = [f"{each}, which citations credit" for each in credited.distinct()]
        return deleted, counts, lacking, [*protected, *kept]


class AuthorInline(AuthorRows):
    model = SourceAuthor

    def get_extra(self, request: HttpRequest, obj: Any = None, **options: Any) -> int:
        """One empty row, after those that are suggested."""
        suggestion = suggestion_of(request)
        return 1 + len(suggestion.authors) if suggestion else 1


class RelationInline(Typed, RelationRows):
    model = Relation
    fk_name = "source"
    fields = (("how", "other", "publication"),)
    extra = 1
    autocomplete_fields = ("other", "publication")
    verbose_name = "thing it relies on"
    verbose_name_plural = "relies on"


@admin.register(Source)
class SourceAdmin(AddingAdmin, CopiesAdmin):
    change_list_template = "desk/sources.html"
    list_display = ("key", "title", "description", "kind", "publication", "published")
    list_filter = ("kind", FailedCopiesFilter, ("publication", HeldFilter))
    shown_beside = ("publication",)
    search_fields = ("key", "title")
    search_help_text = "The key, words of the title, an author, the publication; or a whole web address."
    sortable_by = ("key",)
    autocomplete_fields = ("publication",)
    inlines = (AuthorInline, RelationInline)


@admin.register(Capture)
class CaptureAdmin(PageAdmin):
    """A stored copy is evidence: it is entered once and never changed."""

    list_display = ("source", "captured_at", "how", "media_type")
    list_filter = (("source", HeldFilter),)
    shown_beside = ("source",)
    ordering = ("-pk",)
    sortable_by = ()
    search_fields = ("source", "sha256")
    search_help_text = "What finds the source; or the whole SHA-256 of the text."
    autocomplete_fields = ("source",)
    readonly_fields = ("how", "by", "asked", "address", "status", "sha256", "response_sha256", "stored")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """The two fields of a moment, which have one label between them, are named each."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if isinstance(field, SplitDateTimeField):
            for part, words in zip(field.widget.widgets, ("day", "time in UTC"), strict=True):
                part.attrs["aria-label"] = f"{field.label}: {words}"
        return field

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        """The copies without their texts, which may be long; a single page reads its own."""
        return super().get_queryset(request).defer("text")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without deleting many at once: see below."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def save_model(self, request: HttpRequest, obj: Capture, form: Any, change: bool) -> None:
        """Store the copy, and look up in it what is quoted from its source."""
        obj.by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
        look_up_quotes(obj.source, by=obj.by)

    def delete_model(self, request: HttpRequest, obj: Capture) -> None:
        source = obj.source
        super().delete_model(request, obj)
        look_up_quotes(source, by=request.user)  # type: ignore[arg-type]

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """The one thing at the desk that does not come back, as is said before it goes."""
        if request.method == "GET":
            self.message_user(request, LOST, messages.WARNING)
        return super().delete_view(request, object_id, extra_context)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Capture], search_term: str) -> Any:
        if not search_term.strip():
            return queryset, False
        keys = found(Source.objects.order_by(), search_term).values_list("pk", flat=True)
        sources = Q(source__in=list(keys[:MOST_ELSEWHERE]))
        return queryset.filter(sources | Q(sha256=search_term.strip())), False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)
