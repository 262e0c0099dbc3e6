"""Claims and their citations in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import Truncator

from archive.vocabulary import About
from incidents.admin.asked import is_there
from incidents.admin.claim_form import ClaimForm, form_rules
from incidents.admin.drafts import OfIncidentAdmin
from incidents.admin.held import HeldFilter
from incidents.admin.next_claims import next_one
from incidents.admin.scopes import ScopedSelect, within_scope
from incidents.admin.shelves import GoneFilter
from incidents.admin.tables import claim_address
from incidents.admin.widgets import Typed
from incidents.models import Citation, Claim, Incident
from incidents.quotes import quote_words
from incidents.shapes import SHAPES
from incidents.wording import value_words
from sources.models import Source

if TYPE_CHECKING:
    from django.contrib.admin.options import _FieldOpts

    CitationRows = admin.StackedInline[Citation, Claim]
else:
    CitationRows = admin.StackedInline


class CitationInline(Typed, CitationRows):
    model = Citation
    extra = 1
    fields = (("source", "locator", "stance"), "quote", "looked_up", "reported_via")
    readonly_fields = ("looked_up",)
    autocomplete_fields = ("source", "reported_via")

    @admin.display(description="quote checked")
    def looked_up(self, citation: Citation) -> str:
        return quote_words(citation)


def _value(title: str, *rows: str | tuple[str, ...]) -> tuple[str, _FieldOpts]:
    """A part of the form, which says for which properties it is there."""
    columns = {column for row in rows for column in ([row] if isinstance(row, str) else row)}
    properties = [kind for kind, shape in SHAPES.items() if columns & set(shape.columns.values())]
    names = ", ".join(kind.label for kind in properties)
    words = {"fields": rows, "description": f"For {names}.", "classes": ("value-part",)}
    return f"Value: {title}", words  # type: ignore[return-value]


#: By what the list of claims can be narrowed, from other pages; each has an index.
HELD = ("incident", "citations__source", "claimant", "actor", "place", "conflict")


@admin.register(Claim)
class ClaimAdmin(OfIncidentAdmin):
    """One form for every kind of claim: the property says which of the values are filled in."""

    form = ClaimForm
    list_display = (
        "number",
        "property",
        "value",
        "topic",
        "claimant",
        "claimant_role",
        "rank",
        "incident_key",
    )
    list_display_links = ("number", "property")
    list_filter = ("property", "withheld", GoneFilter, *((path, HeldFilter) for path in HELD))
    sortable_by = ()
    shown_beside = ("incident", "attack", "claimant", "actor", "place", "conflict", "after_attack")
    search_fields = ("stated", "number")
    search_help_text = "An incident’s public id, with a claim’s number or without; or words of the claim."
    autocomplete_fields = (
        *("incident", "attack", "claimant", "superseded_by"),
        *("actor", "place", "conflict", "after_attack"),
    )
    inlines = (CitationInline,)
    fieldsets = (
        (None, {"fields": (("incident", "number"), ("about", "attack"), "property", "stated")}),
        ("Who said it", {"fields": (("claimant", "claimant_role", "claimant_kind"), "claimed_on")}),
        _value("number of people", "qualifier", ("low", "best", "high"), "population"),
        _value("who, where, part of what", ("attribution", "actor"), "place", "conflict"),
        _value("words", "text", "language", ("section", "group")),
        _value("kind", ("target", "weapon", "attack_type")),
        _value("when", "date", "clock", ("minutes", "after_attack"), "approximate"),
        _value("picture and link", "credit", "rights", "pictured_place", "other_incident", "url"),
        (
            "Standing",
            {"fields": (("rank", "rank_reason"), ("superseded_by", "superseded_reason"), "withheld")},
        ),
        ("Order on the page", {"fields": ("position",), "classes": ("collapse",)}),
    )

    def get_list_filter(self, request: HttpRequest) -> Any:
        """What has no index is offered within one incident, one source and so on, and not for all claims."""
        narrowed = any(f"{path}__id__exact" in request.GET for path in HELD)
        within = ("about", "rank", "claimant_kind") if narrowed else ()
        return (*super().get_list_filter(request), *within)

    def get_ordering(self, request: HttpRequest) -> Any:
        """An incident's claims as on its page; of all claims the newest first."""
        return ("position", "number") if "incident__id__exact" in request.GET else ("-pk",)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        claims, term = within_scope(queryset, request.GET, search_term)
        return super().get_search_results(request, claims, term)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        if "attack" in initial:
            initial.setdefault("about", About.ATTACK)
        return initial

    def get_formset_kwargs(self, request: HttpRequest, *args: Any) -> dict[str, Any]:
        """The first citation begins with the source that the address names."""
        options: dict[str, Any] = super().get_formset_kwargs(request, *args)
        source = request.GET.get("source", "")
        if request.method == "GET" and is_there(Source, source):
            options["initial"] = [{"source": source}]
        return options

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "superseded_by":
            options["widget"] = ScopedSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        claim = options.get("obj")
        context |= {"rules": form_rules(), "of_incident": _incident(context, claim)}
        if claim is not None:
            context["back"] = claim_address(claim)
        return super().render_change_form(request, context, *args, **options)

    def response_add(self, request: HttpRequest, obj: Claim, *args: Any, **options: Any) -> HttpResponse:
        return next_one(self, request, obj) or super().response_add(request, obj, *args, **options)

    def response_change(self, request: HttpRequest, obj: Claim) -> HttpResponse:
        return next_one(self, request, obj) or super().response_change(request, obj)

    def response_post_save_add(self, request: HttpRequest, obj: Claim) -> HttpResponseRedirect:
        return HttpResponseRedirect(claim_address(obj))

    def response_post_save_change(self, request: HttpRequest, obj: Claim) -> HttpResponseRedirect:
        return HttpResponseRedirect(claim_address(obj))

    @admin.display(description="incident", ordering="incident__key")
    def incident_key(self, claim: Claim) -> str:
        return claim.incident.key

    @admin.display(description="about")
    def topic(self, claim: Claim) -> str:
        return f"attack {claim.attack.number}: {claim.attack.label}" if claim.attack else claim.about

    @admin.display(description="value")
    def value(self, claim: Claim) -> str:
        return Truncator(value_words(claim)).chars(100)


def _incident(context: dict[str, Any], claim: Claim | None) -> Incident | None:
    """The incident of the claim, or the one that a new claim's form begins with."""
    if claim is not None:
        return claim.incident
    key = context["adminform"].form.initial.get("incident")
    return Incident.objects.filter(pk=key).first() if key else None
