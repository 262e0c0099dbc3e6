"""The pages on which a file is handed in, looked at, and imported or thrown away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST, require_safe

from incidents.admin.jobs import worker_context
from incidents.admin.read_only import ReadOnlyAdmin
from incidents.admin.runs import grouped, unit_of
from incidents.admin.upload_form import UploadForm, may_import, may_publish_rows
from incidents.importers.uploads.clearing import kept_until
from incidents.importers.uploads.keeping import throw_away
from incidents.importers.uploads.taking import label_of
from incidents.jobs.importing import begin_import
from incidents.models import Upload

#: So many files that wait for somebody's word are listed.
LISTED = 10
CANNOT_BEGIN = "It did not begin: the same file is being imported already. Wait until that is done."


class UploadingAdmin(ReadOnlyAdmin):
    """The list of imports with the way to a new one."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("upload/", wrap(self.upload_view), name="incidents_import_upload"),
            path("upload/<int:number>/", wrap(require_safe(self.look_view)), name="incidents_import_look"),
            path(
                "upload/<int:number>/begin/",
                wrap(require_POST(self.begin_view)),
                name="incidents_import_begin",
            ),
            path(
                "upload/<int:number>/discard/",
                wrap(require_POST(self.discard_view)),
                name="incidents_import_discard",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        own: dict[str, Any] = {"may_import": may_import(request), **worker_context()}
        if own["may_import"]:
            own["undecided"] = Upload.objects.undecided().select_related("by")[:LISTED]
        return super().changelist_view(request, own | (extra_context or {}))

    def upload_view(self, request: HttpRequest) -> HttpResponse:
        """Choose a file; then look at what would become of it."""
        _refuse_others(request)
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = UploadForm(request, *sent)
        upload = form.stored() if form.is_valid() else None
        if upload is not None:
            return HttpResponseRedirect(reverse("admin:incidents_import_look", args=[upload.pk]))
        return self.page(request, "desk/imports/upload.html", {"form": form, "title": "Import a file"})

    def look_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """What is in the file, and what importing it would do."""
        _refuse_others(request)
        upload = _upload(number)
        if upload.run_id:
            return _to_run(upload)
        context = {
            "upload": upload,
            "format": label_of(upload),
            "unit": unit_of(upload),
            "kept_until": kept_until(upload),
            "counts": grouped(upload.seen["counts"]) if "counts" in upload.seen else [],
            "may_begin": not upload.publish or may_publish_rows(request),
            "title": f"What is in {upload.file}",
        }
        return self.page(request, "desk/imports/look.html", context)

    def begin_view(self, request: HttpRequest, number: int) -> HttpResponse:
        _refuse_others(request)
        upload = _upload(number)
        if upload.publish and not may_publish_rows(request):
            raise PermissionDenied
        if not begin_import(upload, by=request.user) and upload.run_id is None:  # type: ignore[arg-type]
            self.message_user(request, CANNOT_BEGIN, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:incidents_import_look", args=[number]))
        return _to_run(_upload(number))

    def discard_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Throw the file away, unless its import has begun."""
        _refuse_others(request)
        upload = _upload(number)
        if not Upload.objects.undecided().filter(pk=upload.pk).delete()[0]:
            return _to_run(upload)
        throw_away(upload.stored)
        self.message_user(request, f"{upload.file} was thrown away.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:incidents_import_changelist"))


def _refuse_others(request: HttpRequest) -> None:
    if not may_import(request):
        raise PermissionDenied


def _upload(number: int) -> Upload:
    return get_object_or_404(Upload, pk=min(number, 2**63 - 1))


def _to_run(upload: Upload) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:incidents_import_change", args=[upload.run_id]))
