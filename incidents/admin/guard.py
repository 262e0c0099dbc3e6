"""Nobody overwrites what they did not see: every change form remembers what it showed.

What is stored is compared with that under a lock before anything is saved; where it differs, the form
comes back merged, with the differences above it. See `incidents.meeting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.signing import BadSignature
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from archive.record import RecordError
from incidents.admin.differences import lines
from incidents.admin.gone import farewell, is_gone
from incidents.admin.opened import OPENED, Opened, read, sign
from incidents.admin.sheets import Forms, rewritten, sent
from incidents.history import hold, newest, saves_since, subject_of
from incidents.meeting import Meeting, meet

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
else:
    Page = admin.ModelAdmin

CHANGED = (
    "Nothing is saved yet: somebody changed this meanwhile. Look at the differences above, mend the form "
    "and save it again."
)
UNKNOWN = (
    "Nothing is saved yet: the form came without what it showed when it was opened, or with that altered. "
    "Compare it with what is stored now, and save it again."
)


class GuardedAdmin(Page):
    """A page whose change form is saved only over what its editor saw."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        if object_id is not None and is_gone(self, request, object_id):
            return farewell(self, request, object_id)
        with transaction.atomic():
            more = dict(extra_context or {})
            if object_id is not None and (row := self._held(request, object_id)) is not None:
                more |= self._met(request, row)
            return self._saved_or_refused(request, object_id, form_url, more)

    def _saved_or_refused(
        self, request: HttpRequest, object_id: str | None, form_url: str, more: dict[str, Any]
    ) -> HttpResponse:
        """Save; where the rows would not make a valid record, take all back and say why in the form."""
        try:
            return super().changeform_view(request, object_id, form_url, more)
        except RecordError as error:
            refuse(request, *(f"Nothing is saved: {problem}" for problem in error.problems))
            return super().changeform_view(request, object_id, form_url, more)

    def _held(self, request: HttpRequest, object_id: str) -> Model | None:
        """The row as it is now, locked with all that it is part of; None where it may not be changed."""
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_change_permission(request, row):
            return None
        hold(subject_of(row))
        return self.get_object(request, unquote(object_id))

    def _met(self, request: HttpRequest, row: Model) -> dict[str, Any]:
        """Merge what was sent with what is stored; what the template needs to tell of it."""
        forms = self._forms(request, row)
        stored = forms.sheet()
        opened, told = _opened(request, row)
        if told is None and opened.sheet == stored:
            return {}
        meeting = meet(opened.sheet, stored, sent(request, forms))
        if meeting.differences and told is None:
            told = CHANGED if OPENED in request.POST else UNKNOWN
        data = rewritten(request, meeting, forms)
        data[OPENED] = sign(row, Opened(stored, newest(row)))
        request.POST = data  # type: ignore[assignment]
        return _told(request, row, meeting, forms, opened, told) if told else {}

    def _forms(self, request: HttpRequest, row: Model) -> Forms:
        """The page's forms as they show what is stored, but for inlines that may not be changed."""
        fields = flatten_fieldsets(self.get_fieldsets(request, row))
        form = self.get_form(request, row, change=True, fields=fields)
        sets = [
            formset(instance=row, queryset=inline.get_queryset(request))
            for formset, inline in self.get_formsets_with_inlines(request, row)
            if inline.has_change_permission(request, row)
        ]
        return Forms(form(instance=row), sets)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change=change, **options)
        reasons = getattr(request, "refused", ())
        return _refusing(form, reasons) if reasons else form

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        if change and obj is not None and self.has_change_permission(request, obj):
            context["opened"] = request.POST.get(OPENED) or _signed(obj, context)
        return super().render_change_form(request, context, add, change, form_url, obj)


def refuse(request: HttpRequest, *reasons: str) -> None:
    """Let the page's form be invalid, for these reasons."""
    request.refused = reasons  # type: ignore[attr-defined]


def _refusing(form: Any, reasons: tuple[str, ...]) -> Any:
    def clean(self: Any) -> None:
        super(refusing, self).clean()
        self.add_error(None, list(reasons))

    refusing = type(form)(form.__name__, (form,), {"clean": clean})
    return refusing


def _opened(request: HttpRequest, row: Model) -> tuple[Opened, str | None]:
    """What the form says it showed, and what is wrong with that."""
    unknown = Opened({}, newest(row) - 1)
    text = request.POST.get(OPENED, "")
    try:
        return (read(row, text) if text else unknown), None
    except BadSignature:
        return unknown, UNKNOWN


def _signed(row: Model, context: dict[str, Any]) -> str:
    """What the forms of a page that is opened show, for the page to carry."""
    sets = [each.formset for each in context["inline_admin_formsets"] if each.has_change_permission]
    forms = Forms(context["adminform"].form, sets)
    return sign(row, Opened(forms.sheet(), newest(row)))


def _told(
    request: HttpRequest, row: Model, meeting: Meeting, forms: Forms, opened: Opened, told: str
) -> dict[str, Any]:
    """Refuse to save, and say what differs and who saved since."""
    refuse(request, told)
    return {
        "differences": list(lines(meeting.differences, forms)),
        "saves": saves_since(row, opened.snapshot),
    }
