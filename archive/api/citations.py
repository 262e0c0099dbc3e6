"""Citations: where claims are printed, all of them or those of one claim."""

from __future__ import annotations

from typing import Any

import orjson
from django.db.models import QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive import streams
from archive.answers import CitationAnswer
from archive.answers.citations import citation_of
from archive.api.describe import describe_detail, describe_list
from archive.api.expanding import OF_CITATIONS
from archive.api.incidents import missing_part
from archive.api.ordering import Part, either_way
from archive.api.tables import TableView
from archive.api.views import DetailView
from archive.catalogue.keys import part_key
from archive.filters import CitationFilters, OwnCitationFilters
from archive.models import CitationEntry, ClaimEntry

#: What an answer about a citation is made from.
FROM = ("claim__body", "number")


@describe_list(CitationAnswer, CitationFilters, "Citations of all claims, by incident, claim and number.")
class Citations(TableView):
    model = CitationEntry
    filters = CitationFilters
    export = streams.Citations
    orders = either_way(number=("claim_id", "number"))
    expansions = OF_CITATIONS

    def columns(self, part: Part) -> Any:
        return part.rows.values("claim_id", *FROM)

    def body(self, row: Any) -> str:
        return _body(*(row[name] for name in FROM))


@describe_list(CitationAnswer, OwnCitationFilters, "The citations of a claim, by number.", within=True)
class ClaimCitations(Citations):
    filters = OwnCitationFilters

    def rows(self, **path: Any) -> QuerySet[Any]:
        claim = part_key(path["incident"], path["claim"])
        if not ClaimEntry.objects.filter(pk=claim).exists():
            raise missing_part("claims", path["incident"], path["claim"])
        return CitationEntry.objects.filter(claim=claim)


@describe_detail(CitationAnswer, "A citation: where a claim is printed.")
class ClaimCitation(DetailView):
    """By its number among the citations of its claim."""

    model = CitationEntry
    published_at = "claim__incident__edition__published_at"
    by_date = True

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        rows = CitationEntry.objects.filter(
            claim=part_key(path["incident"], path["claim"]), number=path["number"]
        )
        found = rows.values_list(*FROM, self.published_at).first()
        if found is None:
            raise self.missing(**path)
        body, number, published_at = found
        return self.send(request, _body(body, number), None, published_at)

    def missing(self, **path: Any) -> Exception:
        incident, claim = path["incident"], path["claim"]
        if ClaimEntry.objects.filter(pk=part_key(incident, claim)).exists():
            return Http404(f"Claim {claim} of “{incident}” has no citation {path['number']}.")
        return missing_part("claims", incident, claim)


def _body(claim: str, number: int) -> str:
    return orjson.dumps(citation_of(orjson.loads(claim), number)).decode()
