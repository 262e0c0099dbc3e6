"""Incidents, their attacks and claims: by themselves, and as parts of an incident."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive import streams
from archive.answers import AttackAnswer, ClaimAnswer, IncidentAnswer, IncidentBrief
from archive.answers.texts import text_of
from archive.api.describe import describe_detail, describe_incident, describe_list
from archive.api.errors import MovedOn
from archive.api.offers import JSON, Offer
from archive.api.tables import TableView
from archive.api.views import DetailView, current_edition
from archive.asked import Asked, BadQuestion, asked
from archive.bytes import ready
from archive.catalogue import composer, number_in, volume_of, work_of
from archive.catalogue.keys import part_key
from archive.citing import TWINS, twin_text
from archive.citing.twins import DATA
from archive.filters import (
    AttackFilters,
    BadFilter,
    ClaimFilters,
    IncidentFilters,
    OwnAttackFilters,
    OwnClaimFilters,
    refuse_malformed,
    refuse_unknown,
)
from archive.models import AttackEntry, ClaimEntry, Edition, IncidentEntry

#: What can be asked of an incident.
ASKED = ("rule", "known_at")


@describe_list(IncidentBrief, IncidentFilters, "Incidents, the newest first.")
class Incidents(TableView):
    model = IncidentEntry
    filters = IncidentFilters
    export = streams.Incidents
    column = "brief"
    ordering = ("-position",)


@describe_list(AttackAnswer, AttackFilters, "Attacks of all incidents, the newest first.")
class Attacks(TableView):
    model = AttackEntry
    filters = AttackFilters
    export = streams.Attacks
    ordering = ("-position",)


@describe_list(ClaimAnswer, ClaimFilters, "Claims of all incidents, by incident and number.")
class Claims(TableView):
    model = ClaimEntry
    filters = ClaimFilters
    export = streams.Claims


class PartsOfIncident(TableView):
    """The attacks or claims of one incident, by number."""

    def rows(self, **path: Any) -> QuerySet[Any]:
        incident = current_edition(path["incident"]).incident
        return super().rows().filter(incident=incident)


@describe_list(AttackAnswer, OwnAttackFilters, "The attacks of an incident, by number.", within=True)
class IncidentAttacks(PartsOfIncident):
    model = AttackEntry
    filters = OwnAttackFilters
    export = streams.AttacksOfIncident


@describe_list(ClaimAnswer, OwnClaimFilters, "The claims of an incident, by number.", within=True)
class IncidentClaims(PartsOfIncident):
    model = ClaimEntry
    filters = OwnClaimFilters
    export = streams.Claims


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

    @property
    def offers(self) -> tuple[Offer, ...]:
        return (JSON, *(Offer(ending, TWINS[ending].media) for ending in DATA))

    def refuse(self, request: Request) -> None:
        refuse_unknown(request.query_params, ASKED if self.offer == JSON else ())
        refuse_malformed(request.query_params)

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        if self.offer != JSON:
            return self._as_data(request, path["key"])
        question = _asked(request.query_params)
        if question == Asked():
            return super().get(request, **path)
        edition = _edition(path["key"])
        made = composer(volume_of(edition))
        return ready(request, text_of(made.incident(rule=question.rule, known_at=question.known_at)))

    def _as_data(self, request: Request, incident: str) -> HttpResponseBase:
        """The current edition as data that others know how to read."""
        edition = _edition(incident)
        text = twin_text(self.offer.ending, work_of(edition.record, edition))
        return ready(request, text, media=self.offer.media)

    def missing(self, **path: Any) -> Exception:
        current_edition(path["key"])
        return Http404("The incident is being indexed; ask again in a moment.")


def _edition(incident: str) -> Edition:
    """The current edition, whole; raises what `current_edition` raises."""
    return Edition.objects.get(pk=current_edition(incident).pk)


def _asked(parameters: QueryDict) -> Asked:
    """Raises BadFilter."""
    try:
        return asked(parameters)
    except BadQuestion as error:
        raise BadFilter({error.parameter: [str(error)]}) from error
