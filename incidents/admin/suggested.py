"""The ordinary form of a new source, as it begins with what was suggested.

What was suggested travels with the form, signed; what of it was left ticked is kept when the form is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from incidents.adding.keeping import keep_entry, keep_rests, keep_text
from incidents.adding.matching import near_titles
from incidents.adding.suggestion import Suggestion, read, sign
from incidents.admin.adding_forms import ISSUER, KEPT, RESTS, SuggestedForm, form_for
from incidents.history import keep
from sources.models import Source

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Source]
else:
    Page = admin.ModelAdmin

#: The hidden field in which a suggestion travels.
SUGGESTED = "_suggested"
#: What stands apart from the source's own fields: heading, words beneath it, and fields.
PARTS = (
    ("A publication that is new here", "It is entered with the source, unless you choose one above.", ISSUER),
    ("What comes with it", "", (RESTS, KEPT)),
)


class SuggestedAdmin(Page):
    """A page whose form for a new source may begin with a suggestion."""

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
        own = (None, {"fields": [name for name in fields if name not in {*ISSUER, RESTS, KEPT}]})
        more = [
            (title, {"fields": there, "description": words})
            for title, words, names in PARTS
            if (there := [name for name in names if name in fields])
        ]
        return [own, *more]

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
            context |= _shown(suggestion, context["adminform"].form)
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

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """The usual answer, with the way to what comes next for whoever is in no pop-up."""
        if suggestion_of(request) and IS_POPUP_VAR not in request.POST:
            address = f"{reverse('admin:incidents_claim_add')}?source={obj.pk}"
            words = format_html('<a href="{}">Enter a claim that cites “{}”</a>', address, obj)
            self.message_user(request, words, messages.INFO)
        return super().response_add(request, obj, post_url_continue)


def _shown(suggestion: Suggestion, form: Any) -> dict[str, Any]:
    """What the page says of the suggestion: where each thing was read, and what is near it."""
    names = {name: field.label for name, field in form.fields.items()}
    return {
        "suggestion": suggestion,
        "suggested": sign(suggestion),
        "whence": [(names.get(name) or name, words) for name, words in suggestion.whence.items()],
        "near": near_titles(suggestion.values.get("title", ""), suggestion.values.get("published", "")),
    }


def suggestion_of(request: HttpRequest) -> Suggestion | None:
    """What was suggested for the form of this request."""
    given: Suggestion | None = getattr(request, "suggestion", None)
    if given is None and (text := request.POST.get(SUGGESTED)):
        given = request.suggestion = read(text)  # type: ignore[attr-defined]
    return given
