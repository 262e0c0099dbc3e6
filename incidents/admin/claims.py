"""Claims and their citations in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from incidents.admin.drafts import OfIncidentAdmin
from incidents.models import Citation, Claim
from incidents.shapes import SHAPES

if TYPE_CHECKING:
    from django.contrib.admin.options import _FieldOpts

    CitationRows = admin.StackedInline[Citation, Claim]
else:
    CitationRows = admin.StackedInline


class CitationInline(CitationRows):
    model = Citation
    extra = 0
    fields = (("source", "locator", "stance"), "quote", "reported_via")
    autocomplete_fields = ("source", "reported_via")


def _value(title: str, *rows: str | tuple[str, ...]) -> tuple[str, _FieldOpts]:
    """A part of the form, which says for which properties it is there."""
    columns = {column for row in rows for column in ([row] if isinstance(row, str) else row)}
    properties = [kind for kind, shape in SHAPES.items() if columns & set(shape.columns.values())]
    names = ", ".join(kind.label for kind in properties)
    return f"Value: {title}", {"fields": rows, "description": f"For {names}."}


@admin.register(Claim)
class ClaimAdmin(OfIncidentAdmin):
    """One form for every kind of claim: the property says which of the values are filled in."""

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
    list_filter = ("property", "about", "rank", "withheld", "claimant_kind")
    linked = ("attack", "claimant", "actor", "place", "conflict", "after_attack")
    search_fields = ("=incident__key", "incident__title", "=number", "stated", "text", "claimant__name")
    autocomplete_fields = (
        *("incident", "attack", "claimant", "superseded_by"),
        *("actor", "place", "conflict", "after_attack"),
    )
    inlines = (CitationInline,)
    save_on_top = True
    fieldsets = (
        (None, {"fields": ("incident", ("number", "position"), "property", ("about", "attack"), "stated")}),
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
    )

    @admin.display(description="incident", ordering="incident__key")
    def incident_key(self, claim: Claim) -> str:
        return claim.incident.key

    @admin.display(description="about")
    def topic(self, claim: Claim) -> str:
        return f"attack {claim.attack.number}: {claim.attack.label}" if claim.attack else claim.about

    @admin.display(description="value")
    def value(self, claim: Claim) -> str:
        """The words as stated or, failing them, the parts of the value."""
        return claim.stated or ", ".join(str(part) for part in claim.value_data().values())[:100]
