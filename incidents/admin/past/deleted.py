"""What was deleted and can be brought back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse

from incidents.admin.past.common import PER_PAGE, answer, number_in
from incidents.admin.past.restoring import may_restore
from incidents.history import SUBJECTS
from incidents.models import Snapshot


def deleted(request: HttpRequest) -> HttpResponse:
    """The newest deletions, a page at a time: of those that are still gone, and of kinds one may see."""
    pages = {subject: admin.site.get_model_admin(model) for model, subject in SUBJECTS.items()}
    seen = [subject for subject, page in pages.items() if page.has_view_or_change_permission(request)]
    if not seen:
        raise PermissionDenied
    deletions = Snapshot.objects.filter(text="", subject__in=seen).select_related("by")
    if before := number_in(request.GET.get("before")):
        deletions = deletions.filter(pk__lt=before)
    found = list(deletions.annotate(last=_state_before())[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    more = {"rows": list(_rows(request, shown, pages)), "older": shown[-1].pk if found[PER_PAGE:] else None}
    return answer(request, "deleted", "Deleted", **more)


def _state_before() -> Subquery:
    """The number of the last state before a deletion."""
    same = Snapshot.objects.filter(subject=OuterRef("subject"), key=OuterRef("key"), pk__lt=OuterRef("pk"))
    return Subquery(same.exclude(text="").order_by("-pk").values("pk")[:1])


def _rows(request: HttpRequest, deletions: Iterable[Any], pages: Any) -> Iterator[dict[str, Any]]:
    """Each thing that is gone once, and whether this editor may bring it back."""
    deletions = list(deletions)
    there = set(_there(deletions))
    for deletion in deletions:
        name = deletion.subject, deletion.key
        if name not in there:
            there.add(name)
            yield {"deletion": deletion, "may": may_restore(request, pages[deletion.subject], None)}


def _there(deletions: Iterable[Snapshot]) -> Iterator[tuple[str, str]]:
    """Those of the things that are at the desk again."""
    for model, subject in SUBJECTS.items():
        keys = {deletion.key for deletion in deletions if deletion.subject == subject}
        if keys:
            rows = model._default_manager.filter(key__in=keys).values_list("key", flat=True)
            yield from ((subject, key) for key in rows)
