"""The two kinds of views: a list of rows whose answers are ready, and one such answer."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from archive.api.bytes import joined
from archive.api.errors import Closed, MovedOn, answer_to
from archive.api.offers import JSON, Offer, chosen
from archive.api.paging import PAGING, Cursors
from archive.bytes import ready
from archive.catalogue import KINDS, newest_edition, target_of
from archive.filters import Filters, filtered, refuse_malformed, refuse_unknown
from archive.models import Edition


class ReadView(APIView):
    """Reads; there is nothing else to do here. `takes`: the parameters that it knows.

    `offer`: the format that the reader wants, one of `offers`.
    """

    http_method_names = ["get", "head", "options"]
    takes: ClassVar[tuple[str, ...]] = ()
    offer: Offer = JSON

    @property
    def offers(self) -> tuple[Offer, ...]:
        return (JSON,)

    @property
    def default_response_headers(self) -> dict[str, str]:
        headers: dict[str, str] = super().default_response_headers
        by_accept = len(self.offers) > 1 and "ending" not in self.kwargs
        return headers | ({"Vary": "Accept"} if by_accept else {})

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[Any, str]:
        """Refusals are JSON, whatever was asked for (`force`). Raises NotOffered or Http404."""
        if not force:
            self.offer = chosen(request, self.kwargs.get("ending", ""), self.offers)
        return JSONRenderer(), JSON.media

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.refuse(request)

    def refuse(self, request: Request) -> None:
        """Raise BadFilter for parameters that make no sense here."""
        refuse_unknown(request.query_params, self.takes)
        refuse_malformed(request.query_params)

    def get_exception_handler(self) -> Any:
        return answer_to


class ListView(ReadView):
    """A list of rows with the column `column`, in the order of `ordering`, whose first column is unique."""

    model: ClassVar[type[Model]]
    filters: ClassVar[type[Filters]]
    column: ClassVar[str] = "body"
    ordering: ClassVar[tuple[str, ...]] = ("key",)

    def refuse(self, request: Request) -> None:
        """The filters refuse what makes no sense."""

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        rows, _ = filtered(self.rows(**path), request.query_params, self.filters, also=PAGING)
        cursors = Cursors(self.ordering)
        page = cursors.paginate_queryset(self.columns(rows), request, self)
        bodies = [self.body(row) for row in page]
        body = joined(cursors.get_next_link(), cursors.get_previous_link(), bodies)
        return ready(request, body)

    def rows(self, **path: Any) -> QuerySet[Any]:
        """All that the address speaks of."""
        return self.model._default_manager.all()

    def columns(self, rows: QuerySet[Any]) -> Any:
        return rows.values(self.ordering[0].lstrip("-"), self.column)

    def body(self, row: Any) -> str:
        return str(row[self.column])


class DetailView(ReadView):
    """One row by its key."""

    model: ClassVar[type[Model]]

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        key = self.key(**path)
        found = self.model._default_manager.filter(pk=key).values_list("body", "etag").first()
        if found is None:
            raise self.missing(**path)
        return ready(request, *found)

    def key(self, **path: Any) -> str:
        return str(path["key"])

    def missing(self, **path: Any) -> Exception:
        key = self.key(**path)
        kind = KINDS.get(self.model)
        if kind and (now := target_of(kind, key)):
            return MovedOn(f"/{kind}/{key}/", f"/{kind}/{now}/")
        return Http404(f"There is none with the key “{key}”.")


def current_edition(incident: str) -> Edition:
    """The incident's current edition, without its text.

    Raises Http404, Closed if nobody may read it, or MovedOn if it was merged into one that can be read.
    """
    last = newest_edition(incident)
    if last is None:
        raise Http404(f"There is no incident “{incident}”.")
    if last.closed_because:
        raise Closed(last)
    if last.incident != incident:
        raise MovedOn(f"/incidents/{incident}/", f"/incidents/{last.incident}/")
    return last
