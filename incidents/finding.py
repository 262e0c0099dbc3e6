"""How the desk finds a thing by what an editor types: its key, the words of its names, or what it belongs to.

Every word typed must fit. A word fits a row of its own, or one of a few rows elsewhere (an alias, a place, a
publication), which are looked up first, so that no search joins large tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from incidents.models import (
    Actor,
    ActorAlias,
    Attack,
    Claim,
    Incident,
    Place,
    PlaceName,
)
from sources.models import Publication, Source, SourceAuthor
from sources.search import MOST_WORDS
from sources.words import words_in

#: How many rows elsewhere one word may lead to; a word that fits more should be joined by another.
MOST_ELSEWHERE = 500
#: Up to so many rows are found by their keys; of more than these the first in order are soon met.
MOST_BY_KEY = 2000


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Rows of another table that lead to those sought: their `key` is what the `column` sought holds."""

    column: str
    model: type[Model]
    key: str = "pk"


ELSEWHERE: Mapping[type[Model], Sequence[Elsewhere]] = {
    Incident: (Elsewhere("place", Place), Elsewhere("place", PlaceName, "place")),
    Actor: (Elsewhere("pk", ActorAlias, "actor"),),
    Place: (Elsewhere("pk", PlaceName, "place"),),
    Source: (Elsewhere("publication", Publication), Elsewhere("pk", SourceAuthor, "source")),
    Publication: (),
    Attack: (),
    Claim: (Elsewhere("claimant", Actor), Elsewhere("claimant", ActorAlias, "actor")),
}


def found(rows: QuerySet[Any], term: str) -> QuerySet[Any]:
    """Those of the rows that fit everything typed. A few queries for each word, however large the tables."""
    if rows.model in (Attack, Claim):
        rows, term = _of_incident(rows, term)
    words = words_in(term)[:MOST_WORDS]
    if not words:
        return rows if not term.strip() else rows.none()
    return _few_by_key(rows, rows.filter(_fitting(rows.model, words)))


def _few_by_key(rows: QuerySet[Any], fitting: QuerySet[Any]) -> QuerySet[Any]:
    """Those that fit; a few of them by their keys, lest the database reads all rows in order to meet them."""
    keys = list(fitting.order_by().values_list("pk", flat=True)[: MOST_BY_KEY + 1])
    return fitting if len(keys) > MOST_BY_KEY else rows.filter(pk__in=keys)


def _of_incident(rows: QuerySet[Any], term: str) -> tuple[QuerySet[Any], str]:
    """“k7m2qa 12” is number 12 of that incident; what is left of the term is to be found by its words."""
    first, _, rest = term.strip().partition(" ")
    incident = Incident.objects.filter(key=first.casefold()).first()
    if incident is None:
        return rows, term
    number = rest.strip()
    if number.isascii() and number.isdecimal() and len(number) < 10:
        return rows.filter(incident=incident, number=int(number)), ""
    return rows.filter(incident=incident), rest


def _fitting(model: type[Model], words: Sequence[str]) -> Q:
    """One look-up for all the words that nothing elsewhere fits, and one for each other word."""
    condition, alone = Q(), []
    for word in words:
        others = _elsewhere(model, word)
        if others:
            condition &= others | Q(words__found=word)
        else:
            alone.append(word)
    return condition & Q(words__found=" ".join(alone)) if alone else condition


def _elsewhere(model: type[Model], word: str) -> Q:
    condition = Q()
    for other in ELSEWHERE[model]:
        rows = other.model._default_manager.order_by().filter(words__found=word)
        if keys := list(rows.values_list(other.key, flat=True)[:MOST_ELSEWHERE]):
            condition |= Q(**{f"{other.column}__in": keys})
    return condition
