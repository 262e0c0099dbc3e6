"""Adding a source by an address, an entry or words: the box, and the ordinary form with what was suggested.

Nothing is stored until somebody saves that form. What was suggested travels with it, signed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from archive.bibliography import BibliographyError, Reference
from incidents.adding.by_address import by_address
from incidents.adding.by_entry import by_entry, known_by_entry, references_in
from incidents.adding.by_words import by_words
from incidents.adding.matching import known_at, perhaps_at
from incidents.adding.suggestion import Suggestion
from incidents.adding.telling import Pasted, tell
from incidents.admin.adding_forms import BoxForm
from incidents.admin.asked import key_in
from incidents.admin.suggested import SuggestedAdmin
from incidents.bibliographies import take
from incidents.jobs.capturing import RULES
from sources.captures.fetching import Rules
from sources.models import Source

#: The buttons of the pages on what is there already, and on several entries.
USE, ANYWAY, TAKE = "_use", "_anyway", "_take"
#: Entries that are taken while somebody waits, and what taking them needs.
MOST_ENTRIES = 200
TAKING = ("sources.change_source", "sources.add_publication", "sources.change_publication")
TOO_MANY = "It holds {} entries: give one of them, or have the file taken by the command import_sources."
ONE_BY_ONE = "It holds {} entries: give one of them."
TITLES = {
    "box": "Add a source by address",
    "known": "The library has this already",
    "perhaps": "The library may have this already",
    "several": "Take a whole bibliography",
}
#: What the page on what is there already shows; nothing where nothing is.
There = Mapping[str, Any]
#: Somebody waits for the page, so it has less time than a stored copy has.
PATIENCE = replace(RULES, seconds=10, seconds_to_connect=5)


class AddingAdmin(SuggestedAdmin):
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
        form = _box_form(request)
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
        if not seen and (there := _there(pasted.asked, pasted.address)):
            return self._box(request, "known", form, **there)
        suggestion, there = self._suggested(pasted)
        if there and not seen:
            return self._box(request, "known", form, **there)
        return self._form(request, suggestion)

    def _suggested(self, pasted: Pasted) -> tuple[Suggestion, There]:
        """What is suggested, and the sources that it is already. Raises BibliographyError."""
        if pasted.form:
            reference = references_in(pasted)[0]
            known = known_by_entry(reference)
            return by_entry(reference), {"known": known} if known else {}
        suggestion = by_address(pasted, self.rules) if pasted.address else by_words(pasted.text)
        return suggestion, _there(suggestion.values.get("url", ""))

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
        # What was sent is the box: the form itself is opened, not sent.
        request.method = "GET"
        return self.changeform_view(request, None, reverse("admin:sources_source_add"))

    def _box(self, request: HttpRequest, name: str, form: BoxForm, **more: Any) -> HttpResponse:
        asked = request.POST if request.method == "POST" else request.GET
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": TITLES["perhaps" if "is_perhaps" in more else name],
            "form": form,
            "is_popup": IS_POPUP_VAR in asked,
            "carried": [(field, asked[field]) for field in (IS_POPUP_VAR, TO_FIELD_VAR) if field in asked],
            **more,
        }
        return TemplateResponse(request, f"desk/adding/{name}.html", context)


def _there(*addresses: str) -> There:
    """The sources at these addresses or, failing these, what may be the same document at another."""
    if known := known_at(addresses):
        return {"known": known}
    perhaps = perhaps_at(addresses[-1])
    return {"known": perhaps, "is_perhaps": True} if perhaps else {}


def _box_form(request: HttpRequest) -> BoxForm:
    """The box as it was sent; or as the page's own address fills it, so that a bookmark can."""
    if request.method == "POST":
        return BoxForm(request.POST)
    return BoxForm(initial={"pasted": request.GET.get("pasted", "")})


def _chosen(request: HttpRequest, source: Source) -> HttpResponse:
    """Give a source that is there already to the form from whose pop-up it was asked for."""
    data = json.dumps({"value": str(source.pk), "obj": str(source)})
    return TemplateResponse(request, "admin/popup_response.html", {"popup_response_data": data})
