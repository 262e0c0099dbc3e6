"""Stored copies in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.forms import SplitDateTimeField
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from incidents.admin.asked import key_in
from incidents.admin.capture_form import CaptureForm
from incidents.admin.comparing import comparison
from incidents.admin.held import HeldFilter
from incidents.admin.page import PageAdmin
from incidents.admin.shelves import FailedSavesFilter
from incidents.finding import MOST_ELSEWHERE, found
from incidents.jobs.capturing import look_up_quotes
from incidents.jobs.saving import save_again
from sources.captures.keeping import path_of
from sources.models import Capture, Source

LOST = "A stored copy is kept nowhere else: once deleted, it cannot be brought back."
#: What is known of a copy, beside what is typed of one.
KNOWN = ("how", "by", "asked", "address", "status", "sha256", "response_sha256")


@admin.register(Capture)
class CaptureAdmin(PageAdmin):
    """A stored copy is evidence: it is entered once and never changed."""

    list_display = ("source", "captured_at", "how", "media_type")
    list_filter = (FailedSavesFilter, ("source", HeldFilter))
    shown_beside = ("source",)
    ordering = ("-pk",)
    sortable_by = ()
    search_fields = ("source", "sha256")
    search_help_text = "What finds the source; or the whole SHA-256 of the text."
    autocomplete_fields = ("source",)
    form = CaptureForm
    change_form_template = "desk/capture.html"
    readonly_fields = KNOWN

    def get_fields(self, request: HttpRequest, obj: Capture | None = None) -> Any:
        typed = ("source", "captured_at", "text", "media_type", "archive_url")
        if obj is None:
            return (*typed[:3], "file", *typed[3:])
        empty = {name for name in (*typed, *KNOWN) if getattr(obj, name) in (None, "")}
        if not obj.text:
            empty.add("sha256")
        return [name for name in (*typed, *KNOWN) if name not in empty]

    def get_form(
        self, request: HttpRequest, obj: Capture | None = None, change: bool = False, **options: Any
    ) -> Any:
        """What helps to type a copy is not said of one that is there."""
        if obj is not None:
            options["help_texts"] = {}
        return super().get_form(request, obj, change, **options)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        return {"captured_at": timezone.now(), **super().get_changeform_initial_data(request)}

    def get_urls(self) -> list[URLPattern]:
        response = self.admin_site.admin_view(require_safe(self.response_view))
        wayback = self.admin_site.admin_view(require_POST(self.wayback_view))
        return [
            path("<path:object_id>/response/", response, name="sources_capture_response"),
            path("<path:object_id>/wayback/", wayback, name="sources_capture_wayback"),
            *super().get_urls(),
        ]

    def response_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """The response as it came, as a file of a web archive: never as a page, for strangers wrote it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        copy = Capture.objects.filter(pk=key_in(object_id) or 0).without_texts().first()
        if copy is None or not path_of(copy.stored).is_file():
            raise Http404("There is no such file.")
        file = path_of(copy.stored).open("rb")
        return FileResponse(file, as_attachment=True, content_type="application/warc")

    def wayback_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """Ask once more that the page be saved at the Wayback Machine."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        copy = get_object_or_404(Capture.objects.without_texts(), pk=key_in(object_id) or 0)
        if save_again(copy):
            self.message_user(request, "The page will be saved at the Wayback Machine.", messages.SUCCESS)
        else:
            self.message_user(request, "There is nothing to save again.", messages.WARNING)
        page = reverse("admin:sources_source_change", args=[copy.source_id])
        return HttpResponseRedirect(f"{page}#copies")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        copy = options.get("obj")
        if copy is not None:
            context |= comparison(copy, request.GET.get("compare", ""))
        return super().render_change_form(request, context, *args, **options)

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
