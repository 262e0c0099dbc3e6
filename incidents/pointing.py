"""From what is wrong or changed in a record to the page of the desk on which it is mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from archive.audit import Finding
from archive.comparison import Where, Whereabouts
from incidents.models import Incident

#: How the problems of a record begin: the list, and the part's own number or key.
PLACE = re.compile(r"(?P<list>[a-z]+)\[(?P<name>[^\]]+)\]")
#: The lists of the desk in which shared entities are found by their keys.
LISTS = {
    "sources": "sources_source",
    "publications": "sources_publication",
    "actors": "incidents_actor",
    "places": "incidents_place",
    "conflicts": "incidents_conflict",
}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A sentence, and the address where the matter is mended."""

    text: str
    href: str


@dataclass(frozen=True)
class Pointing:
    """The pages of one incident's parts; two queries, however many parts there are."""

    incident: Incident

    def finding(self, finding: Finding) -> Pointer:
        if finding.claims:
            return Pointer(finding.message, self._claim(finding.claims[0]))
        return Pointer(finding.message, self._attack(finding.attack) if finding.attack else self.own)

    def claim(self, number: int, text: str) -> Pointer:
        """What is to be said of the claim of this number."""
        return Pointer(text, self._claim(number))

    def problem(self, problem: str) -> Pointer:
        """What a record's own checks complain of: “claims[3].rank: …”."""
        found = PLACE.match(problem)
        return Pointer(problem, self._named(found["list"], found["name"]) if found else self.own)

    def where(self, where: Where) -> str:
        if where.part is Whereabouts.CLAIMS and where.number:
            return self._claim(where.number)
        if where.part in (Whereabouts.ATTACKS, Whereabouts.FIGURES):
            return self._attack(where.number) if where.number else self.own
        return self._named(where.part, where.key)

    @property
    def own(self) -> str:
        return reverse("admin:incidents_incident_change", args=[self.incident.pk])

    def _named(self, name: str, key: str) -> str:
        if name == "claims" and key.isdecimal():
            return self._claim(int(key))
        if name == "attacks" and key.isdecimal():
            return self._attack(int(key))
        return _found(LISTS[name], key) if name in LISTS else self.own

    def _claim(self, number: int) -> str:
        row = self._claims.get(number)
        return reverse("admin:incidents_claim_change", args=[row]) if row else self.own

    def _attack(self, number: int) -> str:
        row = self._attacks.get(number)
        return reverse("admin:incidents_attack_change", args=[row]) if row else self.own

    @cached_property
    def _claims(self) -> dict[int, int]:
        return dict(self.incident.claims.order_by().values_list("number", "pk"))

    @cached_property
    def _attacks(self) -> dict[int, int]:
        return dict(self.incident.attacks.order_by().values_list("number", "pk"))


def _found(page: str, key: str) -> str:
    return f"{reverse(f'admin:{page}_changelist')}?{urlencode({'q': key})}"
