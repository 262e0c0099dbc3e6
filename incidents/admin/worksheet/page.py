"""The screen itself: the page on which a claim is added, beside the text that it is taken from."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from archive.vocabulary import About, ClaimantKind, QuoteState
from incidents.admin.asked import key_in
from incidents.admin.claims import ClaimAdmin, value_part
from incidents.admin.next_claims import SPEAKER, kept
from incidents.admin.tables import claim_table
from incidents.admin.worksheet.form import OneCitation, WorksheetForm, hidden
from incidents.admin.worksheet.words import offers_for_script
from incidents.arrangement import Wish
from incidents.models import Claim, Incident, WhyLeftOut
from incidents.worksheet.sheet import Offer, Open, Sheet, newest_copy, newest_texts, sheets_of
from incidents.worksheet.suggesting import VIA, Suggestion
from sources.models import Source

#: By which claim's number an address says whose claimant it keeps.
KEPT_FROM = "kept_from"
#: How an address chooses a proposal, or a mark without one, by its number on the sheet.
CHOICES = ("proposal", "mark")


def worksheet_address(incident: Incident, source: Source, part: str = "") -> str:
    """`part`: of what is sent from the page besides claims, “text” or “left_out”."""
    name = f"admin:incidents_incident_worksheet{'_' if part else ''}{part}"
    return reverse(name, args=[incident.pk, source.pk])


class WorksheetPage(ClaimAdmin):
    """One incident's claims from one source. What is saved here is saved as on the claim's own page."""

    form = WorksheetForm
    add_form_template = "desk/worksheet/page.html"
    inlines = (OneCitation,)
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("incident", "property", "stated", ("about", "attack"))}),
        value_part("number of people", "qualifier", ("low", "best", "high"), "population"),
        value_part("who, where, part of what", ("attribution", "actor"), "place", "conflict"),
        value_part("words", "text", "language", ("section", "group")),
        value_part("kind", ("target", "weapon", "attack_type")),
        value_part("when", "date", "clock", ("minutes", "after_attack"), "approximate"),
        value_part("picture and link", "credit", "rights", "pictured_place", "other_incident", "url"),
        ("Who said it", {"fields": ("claimant", ("claimant_role", "claimant_kind"), "claimed_on")}),
        ("Standing", {"fields": (("rank", "rank_reason"), "withheld"), "classes": ("collapse",)}),
    )

    def __init__(self, site: AdminSite, incident: Incident, source: Source) -> None:
        super().__init__(Claim, site)
        self.incident, self.source = incident, source

    @cached_property
    def sheet(self) -> Sheet | None:
        """The text with what is read in it; None where the source has no text yet."""
        texts = newest_texts([self.source.pk])
        return sheets_of(self.incident, texts).get(self.source.pk)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change=change, **options)
        form.sheet_of = self.incident
        return form

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)
        return hidden(field, db_field.name == "incident")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        chosen = self._chosen(request)
        initial = super().get_changeform_initial_data(request) | {"incident": self.incident.pk}
        return initial | (dict(chosen.claim) if chosen else {})

    def get_formset_kwargs(self, request: HttpRequest, *args: Any) -> dict[str, Any]:
        options = super().get_formset_kwargs(request, *args)
        if request.method == "GET":
            chosen = self._chosen(request)
            begun: dict[str, Any] = {"source": self.source.pk} | (dict(chosen.citation) if chosen else {})
            options["initial"] = [begun | ({VIA: [begun[VIA]]} if VIA in begun else {})]
        return options

    def _chosen(self, request: HttpRequest) -> Suggestion | None:
        """What the address asks to begin with: a proposal, or a mark, by its number on the sheet."""
        if self.sheet is None:
            return None
        asked = {f"{name}={request.GET.get(name)}" for name in CHOICES}
        everything: list[Offer | Open] = [*self.sheet.offers, *self.sheet.open]
        found = (each.suggestion for each in everything if each.name in asked)
        return next(found, None)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> Any:
        context |= {
            "title": f"Worksheet: {self.source.title or self.source.description}",
            "sheet": self.sheet,
            "source": self.source,
            "copy": newest_copy(self.source),
            "incident": self.incident,
            "claims": claim_table(self.incident, Wish()),
            "chosen": self._chosen(request) if request.method == "GET" else None,
            "kept_words": urlencode(_common(request)),
            "kept_from": _kept_from(request),
            "without_speaker": urlencode(_without_speaker(request)),
            "for_script": offers_for_script(self.sheet) if self.sheet else [],
            "sentences": [[each.start, each.end] for each in self.sheet.sentences] if self.sheet else [],
            "reasons": list(WhyLeftOut),
            "own": worksheet_address(self.incident, self.source),
        }
        return super().render_change_form(request, context, *args, **options)

    def response_add(self, request: HttpRequest, obj: Claim, *args: Any, **options: Any) -> HttpResponse:
        self.message_user(request, _saved(obj), messages.SUCCESS)
        address = worksheet_address(self.incident, self.source)
        return HttpResponseRedirect(f"{address}?{urlencode(_next(obj))}#claim_form")


def _common(request: HttpRequest) -> dict[str, str]:
    """What an address keeps for the next claim, without the proposal that it chose."""
    return {name: str(value) for name, value in request.GET.items() if name not in CHOICES}


def _saved(claim: Claim) -> str:
    """A quote that is not in the copy is saved, and said."""
    states = {citation.quote_state for citation in claim.citations.all()}
    missing = ", but its quote is not in the text of the copy" if QuoteState.NOT_FOUND in states else ""
    return f"Claim {claim.number} is saved{missing}: enter the next one."


def _next(claim: Claim) -> dict[str, Any]:
    """What the address of the next claim keeps of this one.

    Never a party, which speaks for itself alone, and never the context, to which single sentences turn.
    """
    common = {name: value for name, value in kept(claim).items() if name not in ("incident", "source")}
    if claim.about == About.CONTEXT:
        del common["about"]
    if claim.claimant_kind == ClaimantKind.PARTY:
        return {name: value for name, value in common.items() if name not in SPEAKER}
    says_who = any(common.get(name, ClaimantKind.UNSTATED) != ClaimantKind.UNSTATED for name in SPEAKER)
    return common | ({KEPT_FROM: claim.number} if says_who else {})


def _kept_from(request: HttpRequest) -> int | None:
    """Whose claimant the form begins with; nobody's where the address chose a proposal."""
    is_chosen = any(name in request.GET for name in CHOICES)
    return None if is_chosen or request.method != "GET" else key_in(request.GET.get(KEPT_FROM, ""))


def _without_speaker(request: HttpRequest) -> dict[str, str]:
    """The same for a claim whose claimant is another one."""
    return {name: value for name, value in _common(request).items() if name not in (*SPEAKER, KEPT_FROM)}
