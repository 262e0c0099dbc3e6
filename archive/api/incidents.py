"""Incidents, their attacks and claims: by themselves, and as parts of an incident."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive.answers import AttackAnswer, ClaimAnswer, IncidentAnswer, IncidentBrief
from archive.answers.texts import text_of
from archive.api.describe import describe_detail, describe_incident, describe_list
from archive.api.errors import MovedOn
from archive.api.views import DetailView, ListView, current_edition
from archive.asked import Asked, BadQuestion, asked
from archive.bytes import ready
from archive.catalogue import composer, number_in, volume_of
from archive.catalogue.keys import part_key
from archive.filters import (
    AttackFilters,
    BadFilter,
    ClaimFilters,
    DatedFilters,
    OwnAttackFilters,
    OwnClaimFilters,
)
from archive.models import AttackEntry, ClaimEntry, Edition, IncidentEntry


@describe_list(IncidentBrief, DatedFilters, "Incidents, the newest first.")
class Incidents(ListView):
    model = IncidentEntry
    filters = DatedFilters
    column = "brief"
    ordering = ("-position",)


@describe_list(AttackAnswer, AttackFilters, "Attacks of all incidents, the newest first.")
class Attacks(ListView):
    model = AttackEntry
    filters = AttackFilters
    ordering = ("-position",)


@describe_list(ClaimAnswer, ClaimFilters, "Claims of all incidents, by incident and number.")
class Claims(ListView):
    model = ClaimEntry
    filters = ClaimFilters


class PartsOfIncident(ListView):
    """The attacks or claims of one incident, by number."""

    def rows(self, **path: Any) -> QuerySet[Any]:
        incident = current_edition(path["incident"]).incident
        return super().rows().filter(incident=incident)


@describe_list(AttackAnswer, OwnAttackFilters, "The attacks of an incident, by number.", within=True)
class IncidentAttacks(PartsOfIncident):
    model = AttackEntry
    filters = OwnAttackFilters


@describe_list(ClaimAnswer, OwnClaimFilters, "The claims of an incident, by number.", within=True)
class IncidentClaims(PartsOfIncident):
    model = ClaimEntry
    filters = OwnClaimFilters


class PartOfIncident(DetailView):
    """One attack or claim, by its number within its incident. `kind`: what the address calls them."""

    kind: ClassVar[str]

    def key(self, **path: Any) -> str:
        return part_key(path["incident"], path["number"])

    def missing(self, **path: Any) -> Exception:
        incident, number = path["incident"], path["number"]
        try:
            current_edition(incident)
        except MovedOn as moved:
            return self._elsewhere(moved, incident, number)
        return Http404(f"“{incident}” has none with the number {number}.")

    def _elsewhere(self, moved: MovedOn, incident: str, number: int) -> Exception:
        """Where the attack or claim is, now that its incident was merged into another."""
        now = moved.new.strip("/").split("/")[-1]
        new = number_in(now, self.kind, incident, number)
        if new is None:
            return Http404(f"“{incident}” was merged into “{now}” without number {number}.")
        return MovedOn(f"{moved.old}{self.kind}/{number}/", f"{moved.new}{self.kind}/{new}/")


@describe_detail(AttackAnswer, "An attack, with its figures.")
class IncidentAttack(PartOfIncident):
    model = AttackEntry
    kind = "attacks"


@describe_detail(ClaimAnswer, "A claim, with its citations.")
class IncidentClaim(PartOfIncident):
    model = ClaimEntry
    kind = "claims"


@describe_incident(IncidentAnswer)
class Incident(DetailView):
    """The stored answer or, under another rule or for a day, one that is computed now."""

    model = IncidentEntry
    takes = ("rule", "known_at")

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        question = _asked(request.query_params)
        if question == Asked():
            return super().get(request, **path)
        edition = Edition.objects.get(pk=current_edition(path["key"]).pk)
        made = composer(volume_of(edition))
        return ready(request, text_of(made.incident(rule=question.rule, known_at=question.known_at)))

    def missing(self, **path: Any) -> Exception:
        current_edition(path["key"])
        return Http404("The incident is being indexed; ask again in a moment.")


def _asked(parameters: QueryDict) -> Asked:
    """Raises BadFilter."""
    try:
        return asked(parameters)
    except BadQuestion as error:
        raise BadFilter({error.parameter: [str(error)]}) from error
