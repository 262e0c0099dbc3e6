"""The pages on which two of a kind are merged, and a merge is undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, quote, unquote
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.models import Edition
from incidents.history import SUBJECTS
from incidents.merging import (
    NotMergeable,
    merge_entities,
    merge_incidents,
    part_entities,
    part_incidents,
)
from incidents.merging.references import counted
from incidents.merging.rows import relations_of
from incidents.models import Incident, Merge

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
else:
    Page = admin.ModelAdmin

#: How many merges a page lists.
LISTED = 20


class TargetForm(forms.Form):
    """Into which other one: chosen from a list, or named by its key."""

    into: Any = forms.ModelChoiceField(queryset=None, required=False)
    key = forms.CharField(required=False, max_length=100)

    def __init__(self, page: MergingAdmin, row: Model, data: Any) -> None:
        super().__init__(data)
        words = page.opts.verbose_name
        naming = next(relation for relation in relations_of(page.model) if relation.one_to_many)
        self.row, self.model = row, page.model
        self.fields["into"].label = f"The other {words}"
        self.fields["key"].label = f"or its {page.opts.get_field('key').verbose_name}"  # type: ignore[union-attr]
        into: Any = self.fields["into"]
        into.widget = AutocompleteSelect(naming.field, page.admin_site)
        into.queryset = page.model._default_manager.all()

    def full_clean(self) -> None:
        """Check what was given; a choice that is none is not shown again, for the list cannot look it up."""
        super().full_clean()
        if "into" in self.errors:
            self.data = {"key": self.data.get("key", "")}

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        key = found.get("key", "").strip()
        if not found.get("into") and key:
            found["into"] = self.model._default_manager.filter(key=key).first()
        if not found.get("into") and not self.errors:
            raise forms.ValidationError("Choose the other one from the list, or give its key.")
        if found.get("into") == self.row:
            raise forms.ValidationError("Nothing is merged into itself: choose another one.")
        return found


class MergingAdmin(Page):
    """A page whose rows can be merged, by those who may delete them; with the merges into each row."""

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                "<path:object_id>/merge/", self.admin_site.admin_view(self.merge_view), name=f"{name}_merge"
            ),
            path(
                "<path:object_id>/merges/<int:number>/undo/",
                self.admin_site.admin_view(self.part_view),
                name=f"{name}_part",
            ),
        ]
        return [*own, *super().get_urls()]

    def may_merge(self, request: HttpRequest) -> bool:
        """Merging takes a row away and gives what it had to another: it needs the right to do both."""
        app, model = self.opts.app_label, self.opts.model_name
        return request.user.has_perms([f"{app}.delete_{model}", f"{app}.change_{model}"])

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        return given if obj is None or not self.may_merge(request) else (*given, "merging")

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = list(super().get_fieldsets(request, obj))
        if obj is None or not self.may_merge(request) or "merging" in flatten_fieldsets(given):
            return given
        return [*given, (None, {"fields": ("merging",), "classes": ("aside",)})]

    @admin.display(description="merging")
    def merging(self, row: Model) -> SafeString:
        """The way to merge this into another, and what was merged into it."""
        words = f"Merge this {self.opts.verbose_name} into another …"
        link = format_html('<a href="{}">{}</a>', self._address("merge", row), words)
        merges = Merge.objects.in_force().into(SUBJECTS[self.model], row.key)[:LISTED]  # type: ignore[attr-defined]
        lines = [
            (one.name, one.key, f"{one.at:%-d %B %Y}", self._address("part", row, one)) for one in merges
        ]
        line = '<br>Merged into it: {} ({}), on {}. <a href="{}">Undo this merge …</a>'
        return format_html("{}{}", link, format_html_join("", line, lines))

    def _address(self, page: str, row: Model, merge: Merge | None = None) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        more = {"number": merge.pk} if merge else {}
        return reverse(name, kwargs={"object_id": quote(row.pk), **more})

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Choose the other one; see in numbers what will happen; do it."""
        row = self._row(request, object_id)
        form = TargetForm(self, row, request.POST or request.GET or None)
        chosen = form.is_valid()
        if chosen and request.method == "POST":
            return self._merge(request, row, form.cleaned_data["into"])
        into = form.cleaned_data["into"] if chosen else None
        context = {"form": form, "into": into, "lines": list(_consequences(row, into)) if into else []}
        return self._page(request, "merge", row, context)

    def part_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        row = self._row(request, object_id)
        merges = Merge.objects.in_force().into(SUBJECTS[self.model], row.key)
        merge = get_object_or_404(merges, pk=number)
        if request.method == "POST":
            return self._part(request, row, merge)
        return self._page(request, "part", row, {"merge": merge})

    def _row(self, request: HttpRequest, object_id: str) -> Any:
        if not self.may_merge(request):
            raise PermissionDenied
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404("There is nothing with this address.")
        return row

    def _merge(self, request: HttpRequest, row: Any, into: Any) -> HttpResponse:
        act: Any = merge_incidents if isinstance(row, Incident) else merge_entities
        try:
            act(row, into, by=request.user)
        except NotMergeable as error:
            return self._refused(request, error, self._address("merge", row))
        self.message_user(request, f"“{row}” is merged into “{into}”.", messages.SUCCESS)
        return HttpResponseRedirect(self._change_address(into))

    def _part(self, request: HttpRequest, row: Any, merge: Merge) -> HttpResponse:
        act: Any = part_incidents if isinstance(row, Incident) else part_entities
        try:
            back = act(merge, by=request.user)
        except NotMergeable as error:
            return self._refused(request, error, self._change_address(row))
        self.message_user(request, f"“{back}” is back at the desk.", messages.SUCCESS)
        return HttpResponseRedirect(self._change_address(back))

    def _refused(self, request: HttpRequest, error: NotMergeable, address: str) -> HttpResponse:
        for reason in error.reasons:
            self.message_user(request, reason, messages.ERROR)
        return HttpResponseRedirect(address)

    def _change_address(self, row: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[quote(row.pk)])

    def _page(self, request: HttpRequest, name: str, row: Any, context: dict[str, Any]) -> HttpResponse:
        given = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": "Merge into another" if name == "merge" else "Undo a merge",
            "change_address": self._change_address(row),
            "list_address": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
        }
        return render(request, f"desk/{name}.html", given | context)


def _consequences(row: Any, into: Any) -> Iterator[str]:
    """What merging will do, in numbers."""
    if isinstance(row, Incident):
        claims, attacks = row.claims.count(), row.attacks.count()
        editions = Edition.objects.for_incident(row.key).exclude(text="").count()
        moving = " and ".join([*_some(claims, "claim"), *_some(attacks, "attack")]) or "nothing"
        yield f"What moves to “{into}”, under new numbers: {moving}."
        number = 1 + claims + attacks
        yield f"Its address, and those of its claims and attacks, will lead on to it: {number} in all."
        for kept in _some(editions, "published edition"):
            yield f"{kept} of “{row}” will stay readable."
        yield "Its title, date and place are kept in its history only. What results is a draft."
    else:
        found = [f"{number} {words}" for words, number in counted(row)]
        yield f"What names “{row}” will name “{into}”: {', '.join(found) or 'nothing does'}."
        yield f"Its key “{row.key}” will lead on to “{into.key}”, and is never used again."
        yield "Published incidents come to show the one in place of the other through the queue."


def _some(number: int, word: str) -> list[str]:
    """The number with its word, unless there are none."""
    return [f"{number} {word}{'' if number == 1 else 's'}"] if number else []
