"""Claims and their citations in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from incidents.admin.drafts import OfIncidentAdmin
from incidents.models import Citation, Claim

if TYPE_CHECKING:
    CitationRows = admin.StackedInline[Citation, Claim]
else:
    CitationRows = admin.StackedInline


class CitationInline(CitationRows):
    model = Citation
    extra = 0
    fields = (("source", "locator", "stance"), "quote", "reported_via")
    autocomplete_fields = ("source", "reported_via")


@admin.register(Claim)
class ClaimAdmin(OfIncidentAdmin):
    """One form for every kind of claim: the property says which of the values are filled in."""

    list_display = ("number", "incident", "property", "about", "attack", "value", "claimant", "rank")
    list_display_links = ("number", "property")
    list_filter = ("property", "about", "rank", "withheld", "claimant_kind")
    list_select_related = (
        "incident",
        "attack__incident",
        "claimant",
        "actor",
        "place",
        "conflict",
        "after_attack",
    )
    search_fields = ("=incident__key", "incident__title", "=number", "stated", "text", "claimant__name")
    autocomplete_fields = (
        *("incident", "attack", "claimant", "superseded_by"),
        *("actor", "place", "conflict", "after_attack"),
    )
    inlines = (CitationInline,)
    save_on_top = True
    fieldsets = (
        (None, {"fields": ("incident", ("number", "position"), ("property", "about", "attack"), "stated")}),
        ("Who said it", {"fields": (("claimant", "claimant_role", "claimant_kind"), "claimed_on")}),
        ("Value: people counted", {"fields": ("qualifier", ("low", "best", "high"), "population")}),
        ("Value: who, where, part of what", {"fields": (("attribution", "actor"), "place", "conflict")}),
        ("Value: words", {"fields": ("text", "language", ("section", "group"))}),
        ("Value: kind", {"fields": (("target", "weapon", "attack_type"),)}),
        (
            "Value: when",
            {"fields": ("date", "clock", ("minutes", "after_attack"), "approximate")},
        ),
        ("Value: image", {"fields": ("credit", "rights", "pictured_place")}),
        ("Value: see also", {"fields": ("other_incident", "url")}),
        (
            "Standing",
            {"fields": (("rank", "rank_reason"), ("superseded_by", "superseded_reason"), "withheld")},
        ),
    )

    @admin.display(description="value")
    def value(self, claim: Claim) -> str:
        """The words as stated or, failing them, the parts of the value."""
        return claim.stated or ", ".join(str(part) for part in claim.value_data().values())[:100]
