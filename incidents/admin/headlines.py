"""The page of an incident on which an editor confirms or dismisses what headlines suggest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from incidents.admin.desk import DeskAdmin
from incidents.admin.drafts import may_change
from incidents.admin.tables import claim_address
from incidents.headlines import (
    Headline,
    NotSuggested,
    Suggestion,
    ask_again,
    confirm,
    dismiss,
    headlines_of,
    value_columns,
)
from incidents.models import Actor, Claim, Incident
from incidents.pointing import Pointing
from incidents.proposals import Proposal
from incidents.wording import value_words

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class HeadlinesAdmin(DeskAdmin):
    """An incident's page of what headlines suggest."""

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/headlines/",
                wrap(require_safe(self.headlines_view)),
                name="incidents_incident_headlines",
            ),
            path(
                "<path:object_id>/headlines/decide/",
                wrap(require_POST(self.decide_view)),
                name="incidents_incident_headline",
            ),
            *super().get_urls(),
        ]

    def headlines_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Each headline, with the claims that it seems to make and why."""
        incident = self._read(request, object_id)
        headlines = headlines_of(incident)
        context = {
            **self.admin_site.each_context(request),
            "incident": incident,
            "opts": self.opts,
            "back": Pointing(incident).own,
            "title": "What headlines suggest",
            "headlines": _shown(headlines),
            "waiting": sum(each.is_open for headline in headlines for each in headline.suggestions),
            "may_decide": _may_decide(request, incident),
        }
        return TemplateResponse(request, "desk/headlines.html", context)

    def decide_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take an editor's word on one suggestion."""
        incident = self._read(request, object_id)
        if not _may_decide(request, incident):
            raise PermissionDenied
        try:
            words = _decide(request, incident)
        except NotSuggested as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:incidents_incident_headlines", args=[incident.pk]))

    def _read(self, request: HttpRequest, object_id: str) -> Incident:
        if not self.has_view_permission(request):
            raise PermissionDenied
        incident: Incident | None = self.get_object(request, object_id)
        if incident is None:
            raise Http404("The desk has no such incident.")
        return incident


def _may_decide(request: HttpRequest, incident: Incident) -> bool:
    return may_change(request, incident) and request.user.has_perm("incidents.add_claim")


def _decide(request: HttpRequest, incident: Incident) -> str:
    source, reading = request.POST.get("source", ""), request.POST.get("reading", "")
    by: User = request.user  # type: ignore[assignment]
    match request.POST.get("word"):
        case "confirm":
            claim = confirm(incident, source, reading, by=by)
            where = claim_address(claim)
            return format_html('<a href="{}">Claim {}</a> is entered, a draft.', where, claim.number)
        case "dismiss":
            dismiss(incident, source, reading, by=by)
            return "Dismissed: it is not suggested again."
        case "again":
            ask_again(incident, source, reading)
            return "It is suggested again."
    raise NotSuggested("Say whether it is confirmed or dismissed.")


def _shown(headlines: Sequence[Headline]) -> list[dict[str, Any]]:
    """The headlines as the page shows them: the source of each, and each suggestion in words."""
    named = {each.proposal.actor for headline in headlines for each in headline.suggestions}
    actors = Actor.objects.in_bulk(named - {""}, field_name="key")
    return [
        {
            "source": headline.source,
            "page": reverse("admin:sources_source_change", args=[headline.source.pk]),
            "suggestions": [_suggested(each, actors) for each in headline.suggestions],
        }
        for headline in headlines
    ]


def _suggested(suggestion: Suggestion, actors: Mapping[str, Actor]) -> dict[str, Any]:
    proposal, claim = suggestion.proposal, suggestion.claim
    return {
        "property": proposal.property.label,
        "value": _value(proposal, actors.get(proposal.actor)),
        "stated": proposal.stated,
        "claimant": proposal.claimant_role,
        "why": proposal.why,
        "reading": proposal.reading(),
        "is_open": suggestion.is_open,
        "is_dismissed": suggestion.is_dismissed,
        "decision": suggestion.decision,
        "claim": claim,
        "claim_page": claim_address(claim) if claim else "",
    }


def _value(proposal: Proposal, actor: Actor | None) -> str:
    """The value as the desk words that of a claim."""
    return value_words(Claim(**value_columns(proposal), actor=actor))
