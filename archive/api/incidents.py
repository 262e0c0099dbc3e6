"""Incidents, their attacks and claims: by themselves, and as parts of an incident."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive.answers import AttackAnswer, ClaimAnswer, IncidentAnswer, IncidentBrief
from archive.api.bytes import ready
from archive.api.describe import describe_detail, describe_incident, describe_list
from archive.api.views import DetailView, ListView, current_edition
from archive.catalogue import composer, volume_of
from archive.catalogue.keys import part_key
from archive.catalogue.rows import text_of
from archive.filters import (
    AttackFilters,
    BadFilter,
    ClaimFilters,
    IncidentFilters,
    OwnAttackFilters,
    OwnClaimFilters,
)
from archive.models import AttackEntry, ClaimEntry, Edition, IncidentEntry
from archive.vocabulary import Rule


@describe_list(IncidentBrief, IncidentFilters, "Incidents, the newest first.")
class Incidents(ListView):
    model = IncidentEntry
    filters = IncidentFilters
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
    """One attack or claim, by its number within its incident."""

    def key(self, **path: Any) -> str:
        return part_key(path["incident"], path["number"])

    def missing(self, **path: Any) -> Exception:
        incident = current_edition(path["incident"]).incident
        return Http404(f"“{incident}” has none with the number {path['number']}.")


@describe_detail(AttackAnswer, "An attack, with its figures.")
class IncidentAttack(PartOfIncident):
    model = AttackEntry


@describe_detail(ClaimAnswer, "A claim, with its citations.")
class IncidentClaim(PartOfIncident):
    model = ClaimEntry


class AskedForm(forms.Form):
    """Under which rule, and as known on which day, figures are computed."""

    rule = forms.TypedChoiceField(
        choices=Rule.choices(),
        coerce=Rule,
        empty_value=Rule.ARCHIVE,
        required=False,
        error_messages={"invalid_choice": f"“%(value)s” is not one of: {', '.join(Rule)}."},
    )
    known_at = forms.DateField(
        input_formats=["%Y-%m-%d"], required=False, error_messages={"invalid": "Give a day as 2024-02-07."}
    )


@describe_incident(IncidentAnswer)
class Incident(DetailView):
    """The stored answer or, under another rule or for a day, one that is computed now."""

    model = IncidentEntry
    takes = ("rule", "known_at")

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        rule, known_at = asked(request.query_params)
        if rule is Rule.ARCHIVE and known_at is None:
            return super().get(request, **path)
        edition = Edition.objects.get(pk=current_edition(path["key"]).pk)
        made = composer(volume_of(edition))
        return ready(request, text_of(made.incident(rule=rule, known_at=known_at)))

    def missing(self, **path: Any) -> Exception:
        current_edition(path["key"])
        return Http404("The incident is being indexed; ask again in a moment.")


def asked(parameters: QueryDict) -> tuple[Rule, date | None]:
    """The rule and the day that are asked for. Raises BadFilter."""
    form = AskedForm(parameters)
    if not form.is_valid():
        raise BadFilter({name: [str(one) for one in errors] for name, errors in form.errors.items()})
    return form.cleaned_data["rule"], form.cleaned_data["known_at"]
