"""Statistics of incidents, in groups that are counted when they are asked for."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive.addresses import API, absolute
from archive.answers import StatisticsAnswer
from archive.answers.texts import text_of
from archive.api.describe import describe_question, paging_parameters, parameters_of
from archive.api.groups import Telling, named
from archive.api.listing import number_asked, size_asked
from archive.api.views import ReadView
from archive.bytes import ready
from archive.filters import (
    BadFilter,
    DatedFilters,
    Narrowing,
    StatisticsFilters,
    everything,
    filtered,
    groups,
)
from archive.keeping import until_published
from archive.models import IncidentEntry, PlaceEntry
from archive.statistics import Grouping, Meaningless, Measure, Question, question, refuse_around

SIZE, LARGEST_SIZE = 500, 2000
#: The parameters that choose a page.
PAGE = ("cursor", "page_size")
#: The number of the last group at which a page can begin.
LAST = 10**9


@describe_question(
    "Incidents counted in groups, and people as spans that keep what is not known.",
    StatisticsAnswer,
    [*parameters_of(StatisticsFilters), *paging_parameters(SIZE, LARGEST_SIZE)],
)
class Statistics(ReadView):
    def refuse(self, request: Request) -> None:
        """The filters refuse what makes no sense."""

    def get(self, request: Request) -> HttpResponseBase:
        asked = request.query_params
        _, form = filtered(IncidentEntry.objects.none(), asked, StatisticsFilters, also=PAGE)
        wanted = _question(form.cleaned_data)
        start, size = number_asked(asked, "cursor", LAST), size_asked(asked, SIZE, LARGEST_SIZE)
        narrowing = Narrowing(
            {name: form.cleaned_data[name] for name in DatedFilters.base_filters}, DatedFilters
        )

        def make() -> bytes:
            return zlib.compress(text_of(_answer(asked, wanted, narrowing, start, size)).encode(), 1)

        kept = until_published(f"statistics {sorted(asked.lists())}", make)
        return ready(request, zlib.decompress(kept).decode())


def _question(asked: Mapping[str, Any]) -> Question:
    """At most one query. Raises BadFilter."""
    words, measures = map(Grouping, asked["group_by"]), map(Measure, asked["measure"])
    chosen = PlaceEntry.objects.filter(pk__in=asked["place"])
    try:
        wanted = question(words, measures, asked["population"])
        refuse_around(wanted, chosen.values_list("kind", flat=True))
    except Meaningless as error:
        raise BadFilter({error.parameter: [str(error)]}) from error
    return wanted


def _answer(
    asked: QueryDict, wanted: Question, narrowing: Narrowing, start: int, size: int
) -> StatisticsAnswer:
    """The groups from the one at `start`, at most `size` of them, and what holds of all."""
    found = groups(wanted, narrowing, start, size + 1)
    shown = found[:size]
    filters = {name: values for name, values in asked.lists() if name in DatedFilters.base_filters}
    telling = Telling(wanted, filters, named(wanted, shown))
    return StatisticsAnswer(
        rule=narrowing.asked["rule"],
        population=wanted.population,
        group_by=wanted.group_by,
        measures=list(wanted.measures),
        overlapping=wanted.may_overlap,
        total=telling.total(everything(wanted, narrowing)),
        next=_address_from(asked, start + size) if len(found) > size else None,
        results=[telling.group(one) for one in shown],
    )


def _address_from(asked: QueryDict, start: int) -> str:
    query = asked.copy()
    query["cursor"] = str(start)
    return absolute(f"{API}/statistics/?{query.urlencode()}", settings.SITE_URL)
