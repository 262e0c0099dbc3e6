"""Figures by another rule, or as they could be known on another day, in the answers of a list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import Form
from pydantic import BaseModel

from archive.answers.asked import figures_asked, said_of
from archive.answers.fields import names_of
from archive.api.expanding import Answer
from archive.api.ordering import Part
from archive.api.views import ListView
from archive.asked import Asked, BadQuestion, asked
from archive.filters import BadFilter
from archive.models import IncidentEntry

#: Of so many incidents or attacks at most it is told what could be known on a day.
MOST = 10_000


def question(parameters: Mapping[str, str]) -> Asked:
    """The rule and the day that are asked for. Raises BadFilter."""
    try:
        return asked(parameters)
    except BadQuestion as error:
        raise BadFilter({error.parameter: [str(error)]}) from error


class QuestionedList(ListView):
    """A list of incidents or attacks, whose figures are computed anew where a rule or a day is asked for.

    `asked_answer`: what it answers then. `one`: the incident of an answer, and the number of its attack.
    """

    also: ClassVar[tuple[str, ...]] = ("known_at",)
    asked_answer: ClassVar[type[BaseModel]]

    @staticmethod
    def one(answer: Answer) -> tuple[str, int | None]:
        raise NotImplementedError

    def names(self, asked: Mapping[str, str]) -> Collection[str]:
        return names_of(self.asked_answer if self.computes(asked) else self.answer)

    def parts(self, rows: QuerySet[Any], form: Form, order: str) -> list[Part]:
        if question(self.request.query_params).known_at:
            _refuse_too_many(rows)
        return super().parts(rows, form, order)

    def computes(self, asked: Mapping[str, str]) -> bool:
        return "rule" in asked or "known_at" in asked

    def compute(self, answers: Sequence[Answer], asked: Mapping[str, str]) -> None:
        """From the records of their incidents. One query."""
        if not self.computes(asked):
            return
        wanted, named = question(asked), [self.one(answer) for answer in answers]
        entries = IncidentEntry.objects.filter(pk__in={incident for incident, _ in named})
        texts = entries.values_list("pk", "edition__text")
        found = {incident: figures_asked(text, wanted) for incident, text in texts}
        for answer, (incident, attack) in zip(answers, named, strict=True):
            # Closed since it was listed, it stays as it is.
            answer |= said_of(attack, found[incident], wanted) if incident in found else {}


def _refuse_too_many(rows: QuerySet[Any]) -> None:
    """Raise BadFilter where more are asked for than are looked at for one day. One query."""
    if rows.order_by()[: MOST + 1].count() > MOST:
        raise BadFilter({"known_at": [f"More than {MOST:,} are asked for: narrow the filter."]})
