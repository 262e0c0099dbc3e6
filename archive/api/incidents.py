"""Incidents, their attacks and claims: by themselves, and as parts of an incident."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive.answers import AskedBrief, AttackAnswer, ClaimAnswer, IncidentAnswer, IncidentBrief
from archive.answers.fields import names_of
from archive.answers.texts import text_of
from archive.api.describe import ASKED_PARAMETERS, describe_detail, describe_incident, describe_list
from archive.api.errors import MovedOn
from archive.api.expanding import OF_ATTACKS, OF_CLAIMS, OF_INCIDENTS, Answer
from archive.api.ordering import BY_DATE, BY_NUMBER, INCIDENTS, Part
from archive.api.questions import put_figures, question, refuse_too_many
from archive.api.views import DetailView, ListView, current_edition
from archive.asked import Asked
from archive.catalogue import composer, number_in, volume_of
from archive.catalogue.keys import part_key
from archive.filters import (
    AttackFilters,
    ClaimFilters,
    IncidentFilters,
    OwnAttackFilters,
    OwnClaimFilters,
)
from archive.models import AttackEntry, ClaimEntry, Edition, IncidentEntry


@describe_list(
    IncidentBrief,
    IncidentFilters,
    "Incidents, the newest first.",
    asked=AskedBrief,
    more=ASKED_PARAMETERS[1:],
)
class Incidents(ListView):
    """Each in short; its figures are computed anew where a rule or a day is asked for."""

    model = IncidentEntry
    filters = IncidentFilters
    column = "brief"
    orders = INCIDENTS
    also = ("known_at",)
    expansions = OF_INCIDENTS

    def names(self, asked: Mapping[str, str]) -> Collection[str]:
        return names_of(AskedBrief if self.computes(asked) else IncidentBrief)

    def parts(self, rows: QuerySet[Any], form: Form, order: str) -> list[Part]:
        if question(self.request.query_params).known_at:
            refuse_too_many(rows)
        return super().parts(rows, form, order)

    def computes(self, asked: Mapping[str, str]) -> bool:
        return "rule" in asked or "known_at" in asked

    def compute(self, answers: Sequence[Answer], asked: Mapping[str, str]) -> None:
        if self.computes(asked):
            put_figures(answers, question(asked))


@describe_list(AttackAnswer, AttackFilters, "Attacks of all incidents, the newest first.")
class Attacks(ListView):
    model = AttackEntry
    filters = AttackFilters
    orders = BY_DATE
    expansions = OF_ATTACKS


@describe_list(ClaimAnswer, ClaimFilters, "Claims of all incidents, by incident and number.")
class Claims(ListView):
    model = ClaimEntry
    filters = ClaimFilters
    orders = BY_NUMBER
    expansions = OF_CLAIMS


class PartsOfIncident(ListView):
    """The attacks or claims of one incident, by number."""

    orders = BY_NUMBER

    def rows(self, **path: Any) -> QuerySet[Any]:
        incident = current_edition(path["incident"]).incident
        return super().rows().filter(incident=incident)


@describe_list(AttackAnswer, OwnAttackFilters, "The attacks of an incident, by number.", within=True)
class IncidentAttacks(PartsOfIncident):
    model = AttackEntry
    filters = OwnAttackFilters
    orders = {**BY_NUMBER, **BY_DATE}
    expansions = OF_ATTACKS


@describe_list(ClaimAnswer, OwnClaimFilters, "The claims of an incident, by number.", within=True)
class IncidentClaims(PartsOfIncident):
    model = ClaimEntry
    filters = OwnClaimFilters
    expansions = OF_CLAIMS


class PartOfIncident(DetailView):
    """One attack or claim, by its number within its incident. `kind`: what the address calls them."""

    kind: ClassVar[str]
    published_at = "incident__edition__published_at"
    by_date = True

    def key(self, **path: Any) -> str:
        return part_key(path["incident"], path["number"])

    def missing(self, **path: Any) -> Exception:
        return missing_part(self.kind, path["incident"], path["number"])


def missing_part(kind: str, incident: str, number: int) -> Exception:
    """What there is to say of an attack or a claim that is not there; `kind`: what addresses call them."""
    try:
        current_edition(incident)
    except MovedOn as moved:
        return _elsewhere(moved, kind, incident, number)
    return Http404(f"“{incident}” has none with the number {number}.")


def _elsewhere(moved: MovedOn, kind: str, incident: str, number: int) -> Exception:
    """Where the attack or claim is, now that its incident was merged into another."""
    now = moved.new.strip("/").split("/")[-1]
    new = number_in(now, kind, incident, number)
    if new is None:
        return Http404(f"“{incident}” was merged into “{now}” without number {number}.")
    return MovedOn(f"{moved.old}{kind}/{number}/", f"{moved.new}{kind}/{new}/")


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
    takes = ("rule", "known_at", "fields")
    by_date = True

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        wanted = question(request.query_params)
        if wanted == Asked():
            return super().get(request, **path)
        edition = Edition.objects.get(pk=current_edition(path["key"]).pk)
        made = composer(volume_of(edition))
        body = text_of(made.incident(rule=wanted.rule, known_at=wanted.known_at))
        return self.send(request, body, None, edition.published_at)

    def missing(self, **path: Any) -> Exception:
        current_edition(path["key"])
        return Http404("The incident is being indexed; ask again in a moment.")
