"""What the pages of the desk's memory share."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from incidents.history import SUBJECTS
from incidents.models import Snapshot, Subject

#: States on a page.
PER_PAGE = 50


def desk_page(request: HttpRequest, subject: str) -> Any:
    """The desk's page of that kind of thing. Raises Http404, or PermissionDenied for who may not see it."""
    for model, kept in SUBJECTS.items():
        if kept == subject:
            page = admin.site.get_model_admin(model)
            if not page.has_view_or_change_permission(request):
                raise PermissionDenied
            return page
    raise Http404


def state_of(request: HttpRequest, number: int) -> tuple[Snapshot, Any]:
    """A state, and the desk's page of what it is of."""
    state = Snapshot.objects.select_related("by").filter(pk=number).first()
    if state is None:
        raise Http404
    return state, desk_page(request, state.subject)


def number_in(text: str | None) -> int:
    """The number that an address gives; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0


def name_of(state: Snapshot) -> str:
    return f"{Subject(state.subject).label} “{state.key}”"


def answer(request: HttpRequest, template: str, title: str, **more: Any) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, **more}
    return TemplateResponse(request, f"desk/past/{template}.html", context)
