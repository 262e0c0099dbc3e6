"""The desk's pages of imports: each run with what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from incidents.admin.jobs import worker_context
from incidents.admin.runs import counts_of, may_go_on, progress_of, rows_of, state_words
from incidents.admin.upload_form import may_import, may_publish_rows
from incidents.admin.uploading import UploadingAdmin
from incidents.importers.running.records import is_records
from incidents.importers.running.rejects import can_be_given_back, rejects
from incidents.jobs.importing import begin_import
from incidents.models import Import, ImportState


@admin.register(Import)
class ImportAdmin(UploadingAdmin):
    """Runs are read, and let go on where they failed; nobody writes them by hand."""

    list_display = ("file", "of_dataset", "standing", "done", "refused", "by", "started_at")
    list_filter = ("state",)
    shown_beside = ("by", "dataset__publication", "upload")
    page_template = "desk/imports/run.html"

    @admin.display(description="dataset")
    def of_dataset(self, run: Import) -> str:
        return f"{run.dataset or run.format} {run.release}".rstrip()

    @admin.display(description="state")
    def standing(self, run: Import) -> str:
        """How far it has come and, where it failed, why."""
        words = state_words(run)
        return f"{words}: {run.error}"[:200] if words == ImportState.FAILED.label else words

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("<path:object_id>/resume/", wrap(require_POST(self.resume_view)), name="resume"),
            path("<path:object_id>/rejects/", wrap(require_safe(self.rejects_view)), name="rejects"),
            path("<path:object_id>/progress/", wrap(require_safe(self.progress_view)), name="progress"),
        ]
        for each in own:
            each.name = f"incidents_import_{each.name}"
        return [*own, *super().get_urls()]

    def page_context(self, request: HttpRequest, row: Import) -> dict[str, Any]:
        return {
            "title": f"Import of {row.file}",
            **worker_context(),
            **progress_of(row),
            **rows_of(row),
            "summary": counts_of(row),
            "may_resume": may_import(request) and may_go_on(row),
            "rejects": row.refused and can_be_given_back(row),
        }

    def resume_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Let a run go on that failed."""
        if not may_import(request):
            raise PermissionDenied
        run = self.found(request, object_id)
        if run.publish and not may_publish_rows(request):
            raise PermissionDenied
        began = may_go_on(run) and begin_import(run.upload, by=request.user)  # type: ignore[arg-type]
        words = "The import waits for a worker." if began else "The import cannot go on: it did not fail."
        self.message_user(request, words, messages.INFO)
        return HttpResponseRedirect(reverse("admin:incidents_import_change", args=[run.pk]))

    def rejects_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """The refused rows as a file that can be mended and imported again."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        run = self.found(request, object_id)
        if not can_be_given_back(run):
            raise Http404("The columns of the file are not known.")
        ending, kind = ("ndjson", "application/x-ndjson") if is_records(run) else ("csv", "text/csv")
        named = content_disposition_header(as_attachment=True, filename=f"refused-{run.pk}.{ending}")
        return StreamingHttpResponse(
            rejects(run), content_type=f"{kind}; charset=utf-8", headers={"Content-Disposition": named}
        )

    def progress_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The part of the page that says how far the run has come."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        run = self.found(request, object_id)
        context = {"original": run, **progress_of(run), **worker_context()}
        return self.page(request, "desk/imports/_progress.html", context)
