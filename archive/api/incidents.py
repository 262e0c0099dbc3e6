"""Incidents, their attacks and claims: by themselves, and as parts of an incident."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive import streams
from archive.answers import AskedAttack, AskedBrief, AttackAnswer, ClaimAnswer, IncidentAnswer, IncidentBrief
from archive.answers.texts import text_of
from archive.api.describe import ASKED_PARAMETERS, describe_detail, describe_incident, describe_list
from archive.api.errors import MovedOn
from archive.api.expanding import OF_ATTACKS, OF_CLAIMS, OF_INCIDENTS, Answer
from archive.api.offers import JSON, Offer
from archive.api.ordering import BY_DATE, BY_NUMBER, INCIDENTS
from archive.api.questions import QuestionedList, question
from archive.api.tables import TableView
from archive.api.views import DetailView, current_edition
from archive.asked import Asked
from archive.bytes import ready
from archive.catalogue import composer, number_in, volume_of, work_of
from archive.catalogue.keys import part_key
from archive.citing import TWINS, twin_text
from archive.citing.twins import DATA
from archive.filters import (
    AttackFilters,
    ClaimFilters,
    DatedFilters,
    OwnAttackFilters,
    OwnClaimFilters,
    refuse_malformed,
    refuse_unknown,
)
from archive.models import AttackEntry, ClaimEntry, Edition, IncidentEntry


@describe_list(
    IncidentBrief,
    DatedFilters,
    "Incidents, the newest first.",
    asked=AskedBrief,
    more=ASKED_PARAMETERS[1:],
)
class Incidents(QuestionedList, TableView):
    model = IncidentEntry
    filters = DatedFilters
    export = streams.Incidents
    column = "brief"
    orders = INCIDENTS
    expansions = OF_INCIDENTS
    asked_answer = AskedBrief

    @staticmethod
    def one(answer: Answer) -> tuple[str, int | None]:
        return answer["id"], None


@describe_list(
    AttackAnswer,
    AttackFilters,
    "Attacks of all incidents, the newest first.",
    asked=AskedAttack,
    more=ASKED_PARAMETERS,
)
class Attacks(QuestionedList, TableView):
    model = AttackEntry
    filters = AttackFilters
    export = streams.Attacks
    orders = BY_DATE
    also = ("rule", "known_at")
    expansions = OF_ATTACKS
    asked_answer = AskedAttack

    @staticmethod
    def one(answer: Answer) -> tuple[str, int | None]:
        return answer["incident"]["id"], answer["number"]


@describe_list(ClaimAnswer, ClaimFilters, "Claims of all incidents, by incident and number.")
class Claims(TableView):
    model = ClaimEntry
    filters = ClaimFilters
    export = streams.Claims
    orders = BY_NUMBER
    expansions = OF_CLAIMS


class PartsOfIncident(TableView):
    """The attacks or claims of one incident, by number."""

    def rows(self, **path: Any) -> QuerySet[Any]:
        incident = current_edition(path["incident"]).incident
        return super().rows().filter(incident=incident)


@describe_list(
    AttackAnswer,
    OwnAttackFilters,
    "The attacks of an incident, by number.",
    within=True,
    asked=AskedAttack,
    more=ASKED_PARAMETERS,
)
class IncidentAttacks(PartsOfIncident, Attacks):
    filters = OwnAttackFilters
    export = streams.AttacksOfIncident
    orders = {**BY_NUMBER, **BY_DATE}


@describe_list(ClaimAnswer, OwnClaimFilters, "The claims of an incident, by number.", within=True)
class IncidentClaims(PartsOfIncident, Claims):
    filters = OwnClaimFilters
    export = streams.Claims


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

    @property
    def offers(self) -> tuple[Offer, ...]:
        return (JSON, *(Offer(ending, TWINS[ending].media) for ending in DATA))

    def refuse(self, request: Request) -> None:
        refuse_unknown(request.query_params, self.takes if self.offer == JSON else ())
        refuse_malformed(request.query_params)

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        if self.offer != JSON:
            return self._as_data(request, path["key"])
        wanted = question(request.query_params)
        if wanted == Asked():
            return super().get(request, **path)
        edition = _edition(path["key"])
        made = composer(volume_of(edition))
        body = text_of(made.incident(rule=wanted.rule, known_at=wanted.known_at))
        return self.send(request, body, None, edition.published_at)

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
