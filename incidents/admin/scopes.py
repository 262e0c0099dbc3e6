"""Claims to choose from, kept to those that can be meant: of one incident and, where known, on one topic."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.http import urlencode

from incidents.admin.asked import key_in
from incidents.admin.widgets import ChosenByTyping
from incidents.models import Claim, Incident

#: How the address that answers the field names a scope; a list's own filters are named otherwise.
SCOPE = "scope_"


class ScopedSelect(ChosenByTyping):
    """A choice by typing, among the rows that the scope names."""

    scope: dict[str, Any] = {}

    def get_url(self) -> str:
        if not self.scope:
            return super().get_url()
        return f"{super().get_url()}?{urlencode({SCOPE + name: value for name, value in self.scope.items()})}"


def within_scope(claims: QuerySet[Claim], asked: QueryDict, term: str) -> tuple[QuerySet[Claim], str]:
    """The claims that the scope in the address allows, in page order, and the term as meant within it.

    Without a scope both are as they were. Within an incident a number alone is a claim's number.
    """
    key = key_in(asked.get(f"{SCOPE}incident", ""))
    incident = None if key is None else Incident.objects.filter(pk=key).first()
    if incident is None:
        return claims, term
    return _on_topic(claims.filter(incident=incident), asked), f"{incident.key} {term}"


def _on_topic(claims: QuerySet[Claim], asked: QueryDict) -> QuerySet[Claim]:
    claims = claims.order_by("position", "number")
    for name in ("about", "property"):
        if value := asked.get(SCOPE + name, ""):
            claims = claims.filter(**{name: value})
    attack = key_in(asked.get(f"{SCOPE}attack", ""))
    return claims if attack is None else claims.filter(attack=attack)
