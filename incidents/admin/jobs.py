"""The desk's page of background work: what waits, runs, is done or failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST
from django_tasks_db.models import DBTaskResult

from incidents.history import SUBJECTS
from incidents.jobs.delivery import start
from incidents.models import Incident, Job, JobState, LeftAlone, RunningWorker

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Job]
else:
    Page = admin.ModelAdmin

#: So many of the incidents that a job left alone are listed.
LISTED = 100

# The queue's own rows say less, and nothing that an editor could act on.
admin.site.unregister(DBTaskResult)


@admin.register(Job)
class JobAdmin(Page):
    """Jobs are read, and started again; nobody writes them by hand."""

    list_display = ("__str__", "standing", "progress", "renewed", "left", "by", "asked_at")
    list_filter = ("state", "subject")
    list_select_related = ("by",)
    search_fields = ("=key",)
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """The jobs, each with the number of incidents that it left alone."""
        left = LeftAlone.objects.filter(job=OuterRef("pk")).order_by().values("job").annotate(n=Count("pk"))
        number = Coalesce(Subquery(left.values("n"), output_field=IntegerField()), 0)
        jobs: QuerySet[Job] = super().get_queryset(request)
        return jobs.annotate(left=number)

    @admin.display(description="state", ordering="state")
    def standing(self, job: Job) -> str:
        """The state and, of a job that failed, the reason."""
        return f"{job.get_state_display()}: {job.error}"[:200] if job.error else job.get_state_display()

    @admin.display(description="looked at")
    def progress(self, job: Job) -> str:
        return f"{job.done:,} of {job.total:,}" if job.started_at else ""

    @admin.display(description="left alone")
    def left(self, job: Any) -> int:
        return int(job.left)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Job | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Job | None = None) -> bool:
        return False

    def has_start_permission(self, request: HttpRequest) -> bool:
        """Starting a job changes what readers see."""
        return self.has_view_permission(request) and request.user.has_perm("incidents.publish_incident")

    def get_urls(self) -> list[URLPattern]:
        again = self.admin_site.admin_view(require_POST(self.start_view))
        return [path("<path:object_id>/start/", again, name="incidents_job_start"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Jobs"} | worker_context())

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """The job with its progress, instead of a form of its columns."""
        if object_id is None or not self.has_view_permission(request):
            raise PermissionDenied
        job = self.get_object(request, object_id)
        if job is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        return TemplateResponse(request, "admin/incidents/job/change_form.html", self._context(request, job))

    def start_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Let a job go on that failed or was held."""
        if not self.has_start_permission(request):
            raise PermissionDenied
        job = self.get_object(request, object_id)
        if job is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        words = "The job waits for a worker." if start(job) else "The job needs no start: it is not stopped."
        self.message_user(request, words, messages.INFO)
        return HttpResponseRedirect(reverse("admin:incidents_job_change", args=[job.pk]))

    def _context(self, request: HttpRequest, job: Job) -> dict[str, Any]:
        stopped = job.state in (JobState.FAILED, JobState.HELD)
        return {
            **self.admin_site.each_context(request),
            **worker_context(),
            **left_alone(job),
            "opts": self.opts,
            "original": job,
            "title": f"Renewing {job}",
            "address": address_of(job),
            "may_start": stopped and self.has_start_permission(request),
            "waits_for_editor": job.state == JobState.HELD,
        }


def worker_context() -> dict[str, bool]:
    return {"worker_runs": RunningWorker.objects.alive().exists()}


def left_alone(job: Job) -> dict[str, Any]:
    """The first incidents that the job left alone, each with its page at the desk, and how many more."""
    rows = list(job.left_alone.all()[:LISTED])
    at_desk = dict(Incident.objects.filter(key__in=[row.incident for row in rows]).values_list("key", "pk"))
    shown = [
        (row, reverse("admin:incidents_incident_change", args=[at_desk[row.incident]]))
        if row.incident in at_desk
        else (row, "")
        for row in rows
    ]
    return {"left_alone": shown, "left_more": job.left_alone.count() - len(rows)}


def address_of(job: Job) -> str:
    """The page of what the job is about; empty where the desk has it no more."""
    model = next(model for model, subject in SUBJECTS.items() if subject == job.subject)
    row = model._default_manager.filter(key=job.key).first()
    if row is None:
        return ""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk])
