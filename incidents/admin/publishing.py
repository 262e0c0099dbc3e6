"""The pages on which an incident is previewed, reviewed, published, retracted and redacted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.http import require_safe

from archive.asked import BadQuestion, asked
from archive.models import EditionError
from archive.pages.render import render_event
from archive.vocabulary import EditionKind
from incidents import reviewing
from incidents.admin.desk import DeskAdmin
from incidents.admin.step_forms import FORMS, WORDS, StepForm
from incidents.models import Incident
from incidents.panel import draft_of, panel_of
from incidents.pointing import Pointer, Pointing
from incidents.publishing import NothingToPublish, NotPublishable, publish, redact, retract
from incidents.review import may_ever, why_not
from incidents.standing import person_of, standing_of
from incidents.states import Step

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class PublishingAdmin(DeskAdmin):
    """The incident's page with its panel, and the pages of each step."""

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/preview/",
                wrap(require_safe(self.preview_view)),
                name="incidents_incident_preview",
            ),
            path("<path:object_id>/step/<str:step>/", wrap(self.step_view), name="incidents_incident_step"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        incident = self.get_object(request, object_id)
        panel = panel_of(incident, _user(request)) if incident and request.method == "GET" else None
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "panel": panel})

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The draft as the public page would be, or what keeps it from being a page."""
        incident = self._visible(request, object_id)
        record, problems = draft_of(incident, Pointing(incident))
        if record is None:
            return self._step_page(request, "desk/unready.html", incident, problems=problems)
        try:
            wanted = asked(request.GET.dict())
        except BadQuestion as problem:
            return render(request, "400.html", {"problems": [str(problem)]}, status=400)
        back = Pointing(incident).own
        return HttpResponse(render_event(record, rule=wanted.rule, known_at=wanted.known_at, back=back))

    def step_view(self, request: HttpRequest, object_id: str, step: str) -> HttpResponse:
        """Ask for confirmation, and take the step where the form is sent."""
        incident = self._visible(request, object_id)
        if step not in set(Step):
            raise Http404("There is no such step.")
        chosen = Step(step)
        if not may_ever(chosen, person_of(_user(request), incident)):
            raise PermissionDenied
        form = FORMS[chosen](request.POST if request.method == "POST" else None, incident=incident)
        problems: list[Pointer] = []
        if form.is_valid():
            problems = take(chosen, incident, _user(request), form)
            if not problems:
                self.message_user(request, f"{incident}: done – {chosen.label}.", messages.SUCCESS)
                return HttpResponseRedirect(Pointing(incident).own)
        problems = problems or _refusals(chosen, incident, _user(request))
        return self._step_page(
            request,
            "desk/step.html",
            incident,
            step=chosen,
            words=WORDS[chosen],
            form=form,
            problems=problems,
        )

    def _visible(self, request: HttpRequest, object_id: str) -> Incident:
        if not self.has_view_permission(request):
            raise PermissionDenied
        incident: Incident | None = self.get_object(request, object_id)
        if incident is None:
            raise Http404("The desk has no such incident.")
        return incident

    def _step_page(
        self, request: HttpRequest, template: str, incident: Incident, **more: Any
    ) -> HttpResponse:
        own = {
            "incident": incident,
            "opts": self.opts,
            "back": Pointing(incident).own,
            "title": str(incident),
        }
        return TemplateResponse(request, template, {**self.admin_site.each_context(request), **own, **more})


def take(step: Step, incident: Incident, by: User, form: StepForm) -> list[Pointer]:
    """Take the step; what stands in its way, each with the page where it is mended."""
    pointing = Pointing(incident)
    try:
        _take(step, incident, by, form.cleaned_data)
    except NotPublishable as error:
        own = [pointing.problem(problem) for problem in error.problems]
        return [*own, *(pointing.finding(finding) for finding in error.findings)]
    except (NothingToPublish, EditionError, reviewing.Refused) as error:
        return [Pointer(str(error), pointing.own)]
    return []


def _take(step: Step, incident: Incident, by: User, given: dict[str, Any]) -> None:
    match step:
        case Step.SEND_TO_REVIEW:
            reviewing.send_to_review(incident, by=by)
        case Step.APPROVE:
            reviewing.approve(incident, by=by)
        case Step.SEND_BACK:
            reviewing.send_back(incident, by=by, reason=given["reason"])
        case Step.PUBLISH:
            kind = EditionKind(given["kind"]) if "kind" in given else None
            publish(incident, by=by, note=given["note"], kind=kind)
        case Step.RETRACT:
            retract(incident, by=by, reason=given["reason"])
        case Step.REDACT:
            redact(given["edition"], by=by, reason=given["reason"])


def _refusals(step: Step, incident: Incident, user: User) -> list[Pointer]:
    """What the rules have against the step, told before the form is filled in."""
    pointing = Pointing(incident)
    record, _ = draft_of(incident, pointing)
    reason = why_not(step, standing_of(incident, record), person_of(user, incident))
    return [Pointer(reason, pointing.own)] if reason else []


def _user(request: HttpRequest) -> User:
    return request.user  # type: ignore[return-value]
