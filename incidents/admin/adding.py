"""Adding a source by an address, an entry or words: the box, and the ordinary form with what was suggested.

Nothing is stored until somebody saves that form. What was suggested travels with it, signed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from archive.bibliography import BibliographyError, Reference
from incidents.adding.by_address import by_address
from incidents.adding.by_entry import by_entry, known_by_entry, references_in
from incidents.adding.by_words import by_words
from incidents.adding.keeping import keep_entry, keep_rests, keep_text
from incidents.adding.matching import known_at, near_titles
from incidents.adding.suggestion import Suggestion, read, sign
from incidents.adding.telling import Pasted, tell
from incidents.admin.adding_forms import ISSUER, KEPT, RESTS, BoxForm, SuggestedForm, form_for
from incidents.admin.asked import key_in
from incidents.bibliographies import take
from incidents.history import keep
from incidents.jobs.capturing import RULES
from sources.captures.fetching import Rules
from sources.models import Source

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Source]
else:
    Page = admin.ModelAdmin

#: The hidden field in which a suggestion travels, and the buttons of the page on what is there already.
SUGGESTED, USE, ANYWAY, TAKE = "_suggested", "_use", "_anyway", "_take"
#: Entries that are taken while somebody waits, and what taking them needs.
MOST_ENTRIES = 200
TAKING = ("sources.change_source", "sources.add_publication", "sources.change_publication")
TOO_MANY = "It holds {} entries: give one of them, or have the file taken by the command import_sources."
ONE_BY_ONE = "It holds {} entries: give one of them."
TITLES = {
    "box": "Add a source by address",
    "known": "The library has this already",
    "several": "Take a whole bibliography",
}
#: Somebody waits for the page, so it has less time than a stored copy has.
PATIENCE = replace(RULES, seconds=10, seconds_to_connect=5)


class AddingAdmin(Page):
    """The page of sources with the box beside its ordinary form."""

    rules: ClassVar[Rules] = PATIENCE

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.add_by_view)
        return [path("add-by/", view, name="sources_source_add_by"), *super().get_urls()]

    def add_by_view(self, request: HttpRequest) -> HttpResponse:
        """Paste anything; see what is there already, or look at what is suggested."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if (used := request.POST.get(USE)) and (found := Source.objects.filter(pk=key_in(used) or 0).first()):
            return _chosen(request, found)
        form = BoxForm(request.POST if request.method == "POST" else None)
        if not form.is_valid():
            return self._box(request, "box", form)
        try:
            return self._answer(request, form, tell(form.cleaned_data["pasted"]))
        except BibliographyError as error:
            form.add_error("pasted", error.problems)
            return self._box(request, "box", form)

    def _answer(self, request: HttpRequest, form: BoxForm, pasted: Pasted) -> HttpResponse:
        """What is there already, unless it was seen; otherwise the form with what is suggested."""
        seen = ANYWAY in request.POST
        if pasted.form and len(references := references_in(pasted)) > 1:
            return self._several(request, form, references)
        there = known_at([pasted.asked, pasted.address])
        if there and not seen:
            return self._box(request, "known", form, known=there)
        suggestion, known = self._suggested(pasted)
        if known and not seen:
            return self._box(request, "known", form, known=known)
        return self._form(request, suggestion)

    def _suggested(self, pasted: Pasted) -> tuple[Suggestion, Sequence[Source]]:
        """What is suggested, and the sources that it is already. Raises BibliographyError."""
        if pasted.form:
            reference = references_in(pasted)[0]
            return by_entry(reference), known_by_entry(reference)
        suggestion = by_address(pasted, self.rules) if pasted.address else by_words(pasted.text)
        return suggestion, known_at([suggestion.values.get("url", "")])

    def _several(self, request: HttpRequest, form: BoxForm, references: Sequence[Reference]) -> HttpResponse:
        """What taking a whole bibliography would do; take it. Raises BibliographyError."""
        if len(references) > MOST_ENTRIES:
            raise BibliographyError([TOO_MANY.format(len(references))])
        if not request.user.has_perms(TAKING):
            raise BibliographyError([ONE_BY_ONE.format(len(references))])
        lines: list[str] = []
        what = f"Taken from a bibliography by {request.user}."
        take(references, what=what, tell=lines.append, dry_run=TAKE not in request.POST)
        if TAKE not in request.POST:
            return self._box(request, "several", form, lines=lines)
        self.message_user(
            request, f"{len(references)} entries were taken into the library.", messages.SUCCESS
        )
        return HttpResponseRedirect(reverse("admin:sources_source_changelist"))

    def _form(self, request: HttpRequest, suggestion: Suggestion) -> HttpResponse:
        """The ordinary form, as it is opened, with these values."""
        request.suggestion = suggestion  # type: ignore[attr-defined]
        request.method = "GET"
        near = near_titles(suggestion.values.get("title", ""), suggestion.values.get("published", ""))
        return self.changeform_view(request, None, reverse("admin:sources_source_add"), {"near": near})

    def _box(self, request: HttpRequest, name: str, form: BoxForm, **more: Any) -> HttpResponse:
        asked = request.POST if request.method == "POST" else request.GET
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": TITLES[name],
            "form": form,
            "is_popup": IS_POPUP_VAR in asked,
            "carried": [(field, asked[field]) for field in (IS_POPUP_VAR, TO_FIELD_VAR) if field in asked],
            **more,
        }
        return TemplateResponse(request, f"desk/adding/{name}.html", context)

    # The ordinary form

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        suggestion = suggestion_of(request) if obj is None else None
        if suggestion:
            options["form"] = form_for(suggestion, request, self.form)
        return super().get_form(request, obj, change=change, **options)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What comes with the source stands apart from what is its own."""
        given = list(super().get_fieldsets(request, obj))
        if obj is not None or not suggestion_of(request):
            return given
        fields = [name for _, options in given for name in options["fields"]]
        parts = (("A publication that is new here", ISSUER), ("With it", (RESTS, KEPT)))
        beside = {*ISSUER, RESTS, KEPT}
        own = (None, {"fields": [name for name in fields if name not in beside]})
        more = [(title, {"fields": [name for name in names if name in fields]}) for title, names in parts]
        return [own, *(part for part in more if part[1]["fields"])]

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        suggestion = suggestion_of(request)
        return dict(suggestion.values) if suggestion else super().get_changeform_initial_data(request)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> Any:
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        suggestion = suggestion_of(request)
        if suggestion and request.method == "GET" and prefix == "authors":
            given["initial"] = [{"name": name} for name in suggestion.authors]
        return given

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        suggestion = suggestion_of(request) if options.get("obj") is None else None
        if suggestion:
            names = {name: field.label for name, field in context["adminform"].form.fields.items()}
            lines = [(names.get(name) or name, words) for name, words in suggestion.whence.items()]
            context |= {"suggestion": suggestion, "suggested": sign(suggestion), "whence": lines}
        return super().render_change_form(request, context, *args, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if isinstance(form, SuggestedForm) and form.issuer:
            form.issuer.save()
            keep(form.issuer, by=request.user, what=f"Added publication “{form.issuer}”, with a source.")  # type: ignore[arg-type]
            obj.publication = form.issuer
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        if isinstance(form, SuggestedForm):
            keep_rests(form.instance, form.chosen_rests)
            if form.keeps_text:
                keep_text(form.instance, form.suggestion, request.user)  # type: ignore[arg-type]
            if form.suggestion.entry:
                keep_entry(form.instance, form.suggestion)
        super().save_related(request, form, formsets, change)


def suggestion_of(request: HttpRequest) -> Suggestion | None:
    """What was suggested for the form of this request."""
    given: Suggestion | None = getattr(request, "suggestion", None)
    if given is None and (text := request.POST.get(SUGGESTED)):
        given = request.suggestion = read(text)  # type: ignore[attr-defined]
    return given


def _chosen(request: HttpRequest, source: Source) -> HttpResponse:
    """Give a source that is there already to the form from whose pop-up it was asked for."""
    data = json.dumps({"value": str(source.pk), "obj": str(source)})
    return TemplateResponse(request, "admin/popup_response.html", {"popup_response_data": data})
