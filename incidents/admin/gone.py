"""A form whose thing was deleted while it was open: what was typed stays in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from incidents.admin.differences import in_words
from incidents.admin.opened import OPENED, read
from incidents.admin.sheets import Forms, sent
from incidents.models import Snapshot


def is_gone(page: Any, request: HttpRequest, object_id: str) -> bool:
    """Whether the form was opened here when its thing was still there, by somebody who may change it."""
    return (
        page.has_change_permission(request)
        and page.get_object(request, unquote(object_id)) is None
        and _opened_after(page, request, object_id) is not None
    )


def farewell(page: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Tell that it is gone, and show what was typed for whoever wants to use it elsewhere."""
    number = _opened_after(page, request, object_id)
    context = {
        **page.admin_site.each_context(request),
        "title": f"This {page.opts.verbose_name} was deleted meanwhile",
        "opts": page.opts,
        "typed": list(_typed(page, request)),
        "of": Snapshot.objects.filter(pk=number or 0).defer("text").first(),
    }
    return TemplateResponse(request, "desk/gone.html", context)


def _opened_after(page: Any, request: HttpRequest, object_id: str) -> int | None:
    """The newest state when the form was opened; None where the form does not say."""
    row = page.model(pk=unquote(object_id))
    try:
        return read(row, request.POST.get(OPENED, "")).snapshot
    except BadSignature:
        return None


def _typed(page: Any, request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Every field that holds something, with what it holds in words."""
    form = page.get_form(request, None, change=True)()
    sets = {each.prefix: each for each in (made() for made, _ in page.get_formsets_with_inlines(request))}
    for group, rows in sent(request, Forms(form, list(sets.values()))).sheet.items():
        fields = sets[group].form.base_fields if group else form.fields
        name = f"{sets[group].model._meta.verbose_name}: ".capitalize() if group else ""
        for values in rows.values():
            yield from _in_words(name, fields, values)


def _in_words(name: str, fields: Any, values: Any) -> Iterator[tuple[str, str]]:
    for field, value in values.items():
        if value:
            label = str(fields[field].label)
            yield f"{name}{label.lower() if name else label}", in_words(fields[field], value)
