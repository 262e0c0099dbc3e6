"""From desk rows to a record: the only builder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from archive import record as records
from archive.figures import with_figures
from archive.record import Record, RecordError, make_record
from archive.record.links import ENTITIES, Link, links
from incidents.library import as_part, gather
from incidents.models import Attack, Citation, Claim, Forerunner, Incident

#: The citations of each claim, as a record holds them, by the claim's database key.
Cited = Mapping[int, list[dict[str, Any]]]


@dataclass(frozen=True)
class Numbers:
    """The numbers of the incident's own attacks and claims, by database key."""

    attacks: Mapping[int, int]
    claims: Mapping[int, int]


def build(incident: Incident) -> Record:
    """The incident as the desk has it, its figures computed, withheld claims included.

    The number of queries does not depend on the number of claims. Raises RecordError, naming the field,
    where rows do not make a valid record.
    """
    incident = Incident.objects.select_related("place").get(pk=incident.pk)
    attack_rows = list(incident.attacks.select_related("place"))
    attacks = [_attack(row) for row in attack_rows]
    claims = _claims(incident, attack_rows)
    place = incident.place.key if incident.place else None
    wanted: set[Link] = {("places", place)} if place else set()
    wanted.update(link for part in (*attacks, *claims) for link in links(part))
    return with_figures(
        make_record(
            {"id": incident.key, "title": incident.title, "date": incident.date or None, "place": place}
            | {"attacks": attacks, "claims": claims, "merged": _merged(incident)}
            | _lists(wanted)
        )
    )


def holds(incident: Incident, record: Record) -> bool:
    """Whether the desk has exactly this record of the incident; rows that make none hold none."""
    try:
        return build(incident) == (record if record.figures else with_figures(record))
    except RecordError:
        return False


def _lists(wanted: set[Link]) -> dict[str, list[Any]]:
    entities = gather(wanted)
    return {name: [part for (kind, _), part in entities.items() if kind == name] for name in ENTITIES}


def _merged(incident: Incident) -> list[dict[str, Any]]:
    return [
        {"id": row.key, "claims": _renumbered(row.claims), "attacks": _renumbered(row.attacks)}
        for row in Forerunner.objects.filter(incident=incident)
    ]


def _renumbered(pairs: Sequence[tuple[int, int]]) -> list[dict[str, int]]:
    return [{"old": old, "new": new} for old, new in pairs]


def _attack(row: Attack) -> records.Attack:
    return as_part(
        records.Attack,
        f"attacks[{row.number}]",
        number=row.number,
        label=row.label,
        place=row.place.key if row.place else None,
        date=row.date,
        type=row.type,
        target=row.target,
        weapon=row.weapon,
    )


def _claims(incident: Incident, attacks: Sequence[Attack]) -> list[records.BaseClaim]:
    rows = list(_claim_rows(incident))
    numbers = Numbers({row.pk: row.number for row in attacks}, {row.pk: row.number for row in rows})
    if strays := list(_strays(rows, numbers)):
        raise RecordError(strays)
    cited = _cited(incident)
    return [_claim(row, numbers, cited.get(row.pk, [])) for row in rows]


def _claim_rows(incident: Incident) -> QuerySet[Claim]:
    linked = ("claimant", "actor", "place", "conflict", "after_attack")
    return incident.claims.select_related(*linked).order_by("position", "number")


def _strays(rows: Sequence[Claim], numbers: Numbers) -> Iterator[str]:
    for row in rows:
        for field, own in (
            ("attack", numbers.attacks),
            ("after_attack", numbers.attacks),
            ("superseded_by", numbers.claims),
        ):
            key = getattr(row, f"{field}_id")
            if key is not None and key not in own:
                yield f"claims[{row.number}].{field}: belongs to another incident"


def _cited(incident: Incident) -> Cited:
    """Read as plain values: an incident may have thousands, and all that is asked of a source is its key."""
    credited = _credited(incident)
    columns = (
        "claim_id",
        "pk",
        "source__key",
        "locator",
        "quote",
        "stance",
        "quote_state",
        "quote_checked_on",
    )
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = Citation.objects.filter(claim__incident=incident).order_by("pk")
    for claim, key, source, locator, quote, stance, state, day in rows.values_list(*columns):
        own = {"source": source, "locator": locator, "quote": quote, "stance": stance}
        if state and quote:
            own["checked"] = {"state": state, "on": day}
        found[claim].append(own | {"reported_via": credited.get(key, [])})
    return found


def _credited(incident: Incident) -> Mapping[int, list[str]]:
    """The keys of the publications that each citation credits, in the order in which they were entered."""
    through = Citation.reported_via.through.objects.filter(citation__claim__incident=incident)
    found: dict[int, list[str]] = defaultdict(list)
    for citation, key in through.order_by("pk").values_list("citation_id", "publication__key"):
        found[citation].append(key)
    return found


def _claim(row: Claim, numbers: Numbers, citations: Sequence[Any]) -> records.BaseClaim:
    kind: type[records.BaseClaim] = records.Claim  # type: ignore[assignment]  # the union of all kinds
    return as_part(
        kind,
        f"claims[{row.number}]",
        number=row.number,
        property=row.property,
        value=row.value_data(),
        about=row.about,
        attack=numbers.attacks[row.attack_id] if row.attack_id else None,
        stated=row.stated,
        claimant=_claimant(row),
        claimed_on=row.claimed_on,
        rank=row.rank,
        rank_reason=row.rank_reason,
        superseded_by=numbers.claims[row.superseded_by_id] if row.superseded_by_id else None,
        superseded_reason=row.superseded_reason,
        withheld=row.withheld,
        citations=citations,
    )


def _claimant(row: Claim) -> dict[str, Any]:
    actor = row.claimant.key if row.claimant else None
    return {"actor": actor, "role": row.claimant_role, "kind": row.claimant_kind}
