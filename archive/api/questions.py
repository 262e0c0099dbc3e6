"""Figures by another rule, or as they could be known on another day, in the answers of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from archive.answers.asked import figures_asked
from archive.api.expanding import Answer
from archive.asked import Asked, BadQuestion, asked
from archive.filters import BadFilter
from archive.models import IncidentEntry

#: Of so many incidents at most it is told what could be known on a day.
MOST = 10_000


def question(parameters: Mapping[str, str]) -> Asked:
    """The rule and the day that are asked for. Raises BadFilter."""
    try:
        return asked(parameters)
    except BadQuestion as error:
        raise BadFilter({error.parameter: [str(error)]}) from error


def refuse_too_many(incidents: QuerySet[Any]) -> None:
    """Raise BadFilter where more are asked for than are looked at for one day. One query."""
    if incidents.order_by()[: MOST + 1].count() > MOST:
        more = f"More than {MOST:,} incidents are asked for: narrow the filter."
        raise BadFilter({"known_at": [more]})


def put_figures(answers: Sequence[Answer], wanted: Asked) -> None:
    """Give each incident its figures under that rule and for that day, from its record. One query."""
    entries = IncidentEntry.objects.filter(pk__in=[answer["id"] for answer in answers])
    texts = dict(entries.values_list("pk", "edition__text"))
    for answer in answers:
        if text := texts.get(answer["id"]):
            answer |= figures_asked(text, wanted)
