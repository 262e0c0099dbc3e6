"""The two kinds of views: a list of rows whose answers are ready, and one such answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

import orjson
from django.conf import settings
from django.db.models import Model, QuerySet
from django.forms import Form
from django.http import Http404
from django.http.response import HttpResponseBase
from pydantic import BaseModel
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from archive import addresses
from archive.answers.fields import names_of, only, only_text
from archive.api.bytes import joined
from archive.api.deprecation import Deprecation
from archive.api.errors import Closed, MovedOn, answer_to
from archive.api.expanding import Answer, Expansion, expand
from archive.api.listing import Listing, fields_asked, listing
from archive.api.offers import JSON, Offer, chosen
from archive.api.ordering import BY_KEY, Order, Part
from archive.api.paging import PAGING, Cursor, cursor_text, stretch
from archive.bytes import ready
from archive.catalogue import KINDS, newest_edition, target_of
from archive.filters import Filters, filtered, refuse_malformed, refuse_unknown
from archive.models import Change, Edition
from archive.rates import Allowance, allowance_of, key_of
from archive.vocabulary import Rule

WRONG_KEY = "There is no such key. Ask without one, or with “Authorization: Bearer …”."


class ReadView(APIView):
    """Reads; there is nothing else to do here.

    `takes`: the parameters that it knows. `answer`: what it answers, or has many of; `describe` sets it.
    `offer`: the format that the reader wants, one of `offers`. `deprecation`: since when it should no longer
    be asked, if so.
    """

    http_method_names = ["get", "head", "options"]
    takes: ClassVar[tuple[str, ...]] = ()
    answer: ClassVar[type[BaseModel]]
    offer: Offer = JSON
    deprecation: ClassVar[Deprecation | None] = None
    allowance: Allowance | None = None

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

    def check_throttles(self, request: Request) -> None:
        key = key_of(request._request)
        self.allowance = allowance_of(request._request, key or "")
        if self.allowance and self.allowance.is_spent:
            self.throttled(request, self.allowance.seconds)
        if key is None:
            raise AuthenticationFailed(WRONG_KEY)

    def get_authenticate_header(self, request: Request) -> str:
        """How a key is given, which a refusal of one says."""
        return "Bearer"

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """With what is said of rates and of an end, beside what the answer says."""
        for told in (self.allowance, self.deprecation):
            for name, value in told.headers.items() if told else ():
                response[name] = f"{response[name]}, {value}" if name in response else value
        return super().finalize_response(request, response, *args, **kwargs)

    def refuse(self, request: Request) -> None:
        """Raise BadFilter for parameters that make no sense here."""
        refuse_unknown(request.query_params, self.takes)
        refuse_malformed(request.query_params)

    def get_exception_handler(self) -> Any:
        return answer_to


class ListView(ReadView):
    """A list of rows with the column `column`, in one of the orders, of which the first is the default.

    `also`: parameters that it knows beside those of every list. `expansions`: what can be had whole.
    """

    model: ClassVar[type[Model]]
    filters: ClassVar[type[Filters]]
    column: ClassVar[str] = "body"
    orders: ClassVar[Mapping[str, Order]] = BY_KEY
    also: ClassVar[tuple[str, ...]] = ()
    expansions: ClassVar[Mapping[str, Expansion]] = {}

    def refuse(self, request: Request) -> None:
        """The filters refuse what makes no sense."""

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        asked = request.query_params
        rows, form = filtered(self.rows(**path), asked, self.filters, also=self.known())
        wanted = listing(asked, self.orders, self.expansions, self.names(asked))
        page = stretch(self.parts(rows, form, wanted.order), wanted.order, wanted.cursor, wanted.size)
        count = rows.order_by().count() if wanted.counts else None
        bodies = self.bodies(page.rows, wanted, asked)
        following, preceding = (_beside(request, cursor) for cursor in (page.next, page.previous))
        return ready(request, joined(following, preceding, bodies, count), changed=last_change())

    @classmethod
    def known(cls) -> tuple[str, ...]:
        """The parameters beside the filters."""
        return (*PAGING, *cls.also, *(["expand"] if cls.expansions else []))

    def names(self, asked: Mapping[str, str]) -> Collection[str]:
        """The fields of the answers."""
        return names_of(self.answer)

    def rows(self, **path: Any) -> QuerySet[Any]:
        """All that the address speaks of."""
        return self.model._default_manager.all()

    def parts(self, rows: QuerySet[Any], form: Form, order: str) -> list[Part]:
        parts = self.orders[order](rows, form.cleaned_data.get("rule", Rule.ARCHIVE))
        return [part._replace(rows=self.columns(part)) for part in parts]

    def columns(self, part: Part) -> Any:
        return part.rows.values(*(name.lstrip("-") for name in part.columns), self.column)

    def body(self, row: Any) -> str:
        return str(row[self.column])

    def bodies(self, rows: Sequence[Any], wanted: Listing, asked: Mapping[str, str]) -> list[str]:
        """The answers, with what is wanted of each; as they are stored where that is all of them."""
        stored = [self.body(row) for row in rows]
        if not (wanted.fields or wanted.expand or self.computes(asked)):
            return stored
        answers = [orjson.loads(body) for body in stored]
        self.compute(answers, asked)
        expand(answers, {name: self.expansions[name] for name in wanted.expand})
        some = [only(one, wanted.fields) for one in answers] if wanted.fields else answers
        return [orjson.dumps(one).decode() for one in some]

    def computes(self, asked: Mapping[str, str]) -> bool:
        """Whether something is asked for that is not stored."""
        return False

    def compute(self, answers: Sequence[Answer], asked: Mapping[str, str]) -> None:
        """Put into the answers what is not stored."""


class DetailView(ReadView):
    """One row by its key.

    `published_at`: how its row leads to the time of its edition. `by_date`: whether that tells its answers
    apart; not so where several incidents share the row.
    """

    model: ClassVar[type[Model]]
    takes: ClassVar[tuple[str, ...]] = ("fields",)
    published_at: ClassVar[str] = "edition__published_at"
    by_date: ClassVar[bool] = False

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        rows = self.model._default_manager.filter(pk=self.key(**path))
        found = rows.values_list("body", "etag", self.published_at).first()
        if found is None:
            raise self.missing(**path)
        return self.send(request, *found)

    def send(
        self, request: Request, body: str, etag: str | None, changed: datetime | None
    ) -> HttpResponseBase:
        """The answer, or of it the fields that are asked for. Raises BadFilter."""
        if fields := fields_asked(request.query_params, self.answer):
            return ready(request, only_text(body, fields), changed=changed, by_date=self.by_date)
        return ready(request, body, etag, changed=changed, by_date=self.by_date)

    def key(self, **path: Any) -> str:
        return str(path["key"])

    def missing(self, **path: Any) -> Exception:
        key = self.key(**path)
        kind = KINDS.get(self.model)
        if kind and (now := target_of(kind, key)):
            return MovedOn(f"/{kind}/{key}/", f"/{kind}/{now}/")
        return Http404(f"There is none with the key “{key}”.")


def _beside(request: Request, cursor: Cursor | None) -> str | None:
    """The address of the page that the cursor begins."""
    here = addresses.absolute(request.get_full_path(), settings.SITE_URL)
    return replace_query_param(here, "cursor", cursor_text(cursor)) if cursor else None


def last_change() -> datetime | None:
    """When something of what the public may read changed last; none where nothing was published."""
    return Change.objects.order_by("-pk").values_list("at", flat=True).first()


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
