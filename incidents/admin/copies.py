"""The stored copies of a source on its page at the desk, and the ways to a new one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from incidents.admin.jobs import worker_context
from incidents.admin.shared import SharedAdmin
from incidents.jobs.capturing import ask_for_copy
from sources.models import Capture, CaptureRequest, Source

#: So many copies are listed, the newest first.
LISTED = 5
WAITS = "A copy will be made as soon as a worker is free."
NO_ADDRESS = "It has no web address: there is nothing to fetch. Type or upload a copy instead."


@admin.action(description="Capture now", permissions=["capture"])
def capture_now(page: CopiesAdmin, request: HttpRequest, sources: QuerySet[Source]) -> None:
    """Ask for a copy of each source that has a web address, and name the others."""
    made = {source: page.ask(request, source) for source in sources}
    if asked := [source for source, waits in made.items() if waits]:
        page.message_user(
            request,
            f"Copies of {len(asked)} source{'' if len(asked) == 1 else 's'} will be made.",
            messages.SUCCESS,
        )
    for source in (source for source, waits in made.items() if not waits):
        page.message_user(request, f"{source}: {NO_ADDRESS}", messages.WARNING)


class CopiesAdmin(SharedAdmin):
    """A source's page with its stored copies."""

    change_form_template = "desk/source.html"
    actions = (capture_now,)

    def get_urls(self) -> list[URLPattern]:
        capture = self.admin_site.admin_view(require_POST(self.capture_view))
        return [
            path("<path:object_id>/capture/", capture, name="sources_source_capture"),
            *super().get_urls(),
        ]

    def has_capture_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("sources.add_capture")

    def ask(self, request: HttpRequest, source: Source) -> CaptureRequest | None:
        return ask_for_copy(source, by=request.user)  # type: ignore[arg-type]

    def capture_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask that a copy be made."""
        if not self.has_capture_permission(request):
            raise PermissionDenied
        source = self.get_object(request, object_id)
        if source is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        if self.ask(request, source):
            self.message_user(request, WAITS, messages.SUCCESS)
        else:
            self.message_user(request, NO_ADDRESS, messages.WARNING)
        page = reverse("admin:sources_source_change", args=[source.pk])
        return HttpResponseRedirect(f"{page}#copies")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        source = options.get("obj")
        if source is not None:
            context |= copies_context(source)
            context["may_capture"] = self.has_capture_permission(request)
        return super().render_change_form(request, context, *args, **options)


def copies_context(source: Source) -> dict[str, Any]:
    """The newest copies, and the request that waits, or that came to nothing and no copy followed."""
    copies = Capture.objects.filter(source=source).without_texts().counting_words()
    copies = copies.select_related("by", "wayback_save")
    found = list(copies.order_by("-captured_at")[: LISTED + 1])
    requests = CaptureRequest.objects.filter(source=source)
    return {
        "copies": found[:LISTED],
        "more_copies": len(found) > LISTED,
        "capture_request": (requests.unfinished() | requests.failed()).first(),
        **worker_context(),
    }
