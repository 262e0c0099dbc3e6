"""Where a shared entity is used: what its page at the desk lists, so far as it is not too much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from incidents.admin.tables import claim_address
from incidents.models import Actor, Attack, Citation, Claim, Conflict, Incident, Place
from incidents.wording import value_words
from sources.models import Publication, Relation, Source

#: How many uses a page lists.
MOST_USES = 50
VALUES = ("incident", "attack", "actor", "place", "conflict", "after_attack")


@dataclass(frozen=True, slots=True)
class Use:
    """One use: what stands where. `within` is the incident, with its address.

    `worksheet` is the address at which claims are taken from a source's text.
    """

    words: str
    address: str
    note: str = ""
    within: str = ""
    within_address: str = ""
    worksheet: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    title: str
    uses: tuple[Use, ...]
    more: str = ""
    """The address of the whole list, where there is more than is shown."""


def panels(row: Model) -> list[Panel]:
    """Every kind of use that there is, each with a few queries."""
    return [panel for panel in PANELS.get(type(row), _none)(row) if panel.uses]


def _none(row: Any) -> Iterator[Panel]:
    yield from ()


def _panel(
    title: str, rows: QuerySet[Any], show: Callable[[Any], Use], more: str = "", **asked: Any
) -> Panel:
    found = list(rows[: MOST_USES + 1])
    uses = tuple(show(row) for row in found)
    address = f"{reverse(f'admin:{more}_changelist')}?{urlencode(asked)}" if more else ""
    return Panel(title, uses[:MOST_USES], address if len(uses) > MOST_USES else "")


def _source(row: Source) -> Iterator[Panel]:
    yield _panel("Incidents that cite it", _citing_incidents(row), partial(_read_for, row))
    cited = Citation.objects.filter(source=row).select_related(*(f"claim__{name}" for name in VALUES))
    yield _panel(
        "Claims that cite it",
        cited.order_by(),
        _citing,
        "incidents_claim",
        citations__source__id__exact=row.pk,
    )
    yield _panel("Sources that rest on it", _relations(row.relied_on_by), _resting)


def _citing_incidents(source: Source) -> QuerySet[Incident]:
    cited = Citation.objects.filter(source=source).order_by().values("claim__incident")
    return Incident.objects.filter(pk__in=cited).order_by("pk")


def _read_for(source: Source, incident: Incident) -> Use:
    worksheet = reverse("admin:incidents_incident_worksheet", args=[incident.pk, source.pk])
    return replace(_incident(incident), worksheet=worksheet)


def _publication(row: Publication) -> Iterator[Panel]:
    issued = Source.objects.filter(publication=row).order_by()
    yield _panel("Its sources", issued, _issued, "sources_source", publication__id__exact=row.pk)
    credited = row.citations.select_related(*(f"claim__{name}" for name in VALUES)).order_by()
    yield _panel("Claims for which it is credited", credited, _citing)
    yield _panel("Sources that rest on it", _relations(row.relied_on_by), _resting)


def _actor(row: Actor) -> Iterator[Panel]:
    yield _claims("Claims that it made", row, "claimant")
    yield _claims("Claims that name it", row, "actor")
    yield _panel("Its parts", row.parts.order_by("name", "key"), _part)


def _place(row: Place) -> Iterator[Panel]:
    yield _panel("Incidents here", Incident.objects.filter(place=row).order_by(), _incident)
    attacks = Attack.objects.filter(place=row).select_related("incident").order_by()
    yield _panel("Attacks here", attacks, _attack)
    yield _claims("Claims that name it", row, "place")
    yield _panel("Places within it", row.parts.order_by("name", "key"), _part)


def _conflict(row: Conflict) -> Iterator[Panel]:
    yield _claims("Claims that name it", row, "conflict")


PANELS: dict[type[Model], Callable[[Any], Iterable[Panel]]] = {
    Source: _source,
    Publication: _publication,
    Actor: _actor,
    Place: _place,
    Conflict: _conflict,
}


def _claims(title: str, row: Model, column: str) -> Panel:
    claims = Claim.objects.filter(**{column: row}).select_related(*VALUES).order_by()
    return _panel(title, claims, _claim, "incidents_claim", **{f"{column}__id__exact": row.pk})


def _relations(relations: Any) -> QuerySet[Relation]:
    found: QuerySet[Relation] = relations.select_related("source").order_by()
    return found


def _claim(claim: Claim, note: str = "") -> Use:
    return Use(
        words=f"{claim.get_property_display()}: {value_words(claim)}",
        address=reverse("admin:incidents_claim_change", args=[claim.pk]),
        note=note,
        within=f"{claim.incident}, claim {claim.number}",
        within_address=claim_address(claim),
    )


def _citing(citation: Citation) -> Use:
    return _claim(citation.claim, citation.locator)


def _resting(relation: Relation) -> Use:
    address = reverse("admin:sources_source_change", args=[relation.source_id])
    return Use(str(relation.source), address, relation.get_how_display())


def _issued(source: Source) -> Use:
    return Use(str(source), reverse("admin:sources_source_change", args=[source.pk]), source.published)


def _incident(incident: Incident) -> Use:
    address = reverse("admin:incidents_incident_change", args=[incident.pk])
    return Use(str(incident), address, incident.date)


def _attack(attack: Attack) -> Use:
    address = reverse("admin:incidents_incident_change", args=[attack.incident_id])
    return Use(f"Attack {attack.number}: {attack.label}", address, attack.date, str(attack.incident), address)


def _part(row: Actor | Place) -> Use:
    page = f"admin:incidents_{row._meta.model_name}_change"
    return Use(str(row), reverse(page, args=[row.pk]), row.get_kind_display())
