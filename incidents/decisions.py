"""What editors decided beside an incident's claims: put by with a deleted incident, taken up with it again.

That is what headlines suggest, confirmed or dismissed, and what was left out of texts on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.dateparse import parse_datetime

from incidents.models import FormerKey, HeadlineDecision, Incident, LeftOut, PutBy, Subject
from sources.models import Source

#: What tells the decisions of one incident apart.
TOLD_BY: Mapping[type[Model], tuple[str, ...]] = {
    HeadlineDecision: ("source", "reading"),
    LeftOut: ("source_id", "kind", "words", "around"),
}
#: A decision as plain data, from column to value; its source by key, and its claim by number.
Plain = Mapping[str, Any]


def put_by(incidents: Sequence[Incident]) -> None:
    """The incidents are about to be deleted, and their decisions with them: remember these."""
    PutBy.objects.filter(incident__in=[incident.key for incident in incidents]).delete()
    for incident in incidents:
        decisions = {"headlines": list(_headlines(incident)), "left_out": list(_left_out(incident))}
        if any(decisions.values()):
            PutBy.objects.create(incident=incident.key, decisions=decisions)


def take_up(incident: Incident) -> None:
    """The incident is back: its decisions are too, but for what was left out of sources that are gone."""
    kept = PutBy.objects.filter(incident=incident.key).first()
    if kept is None:
        return
    for row in _rows(incident, kept.decisions):
        if not _is_decided(incident, row):
            row.save_base(raw=True, force_insert=True)
    kept.delete()


def _is_decided(incident: Incident, row: Model) -> bool:
    """Whether the incident has such a decision: two of its sources may have become one."""
    told = {column: getattr(row, column) for column in TOLD_BY[type(row)]}
    return type(row)._default_manager.filter(incident=incident, **told).exists()


def _headlines(incident: Incident) -> Iterator[Plain]:
    columns = ("source", "reading", "verdict", "claim__number", "by", "at")
    found = HeadlineDecision.objects.filter(incident=incident)
    return (_plain(row) for row in found.order_by("pk").values(*columns))


def _left_out(incident: Incident) -> Iterator[Plain]:
    columns = ("source__key", "kind", "words", "around", "reason", "by", "at")
    return (_plain(row) for row in LeftOut.objects.filter(incident=incident).order_by("pk").values(*columns))


def _plain(row: dict[str, Any]) -> Plain:
    return {**row, "at": row["at"].isoformat()}


def _rows(incident: Incident, decisions: Mapping[str, Sequence[Plain]]) -> Iterator[Model]:
    """The rows as they are stored again, at the moment and under the name of who decided."""
    headlines, left_out = decisions["headlines"], decisions["left_out"]
    people = _people([*headlines, *left_out])
    now = _keys_now({*(one["source"] for one in headlines), *(one["source__key"] for one in left_out)})
    claims = dict(incident.claims.values_list("number", "pk"))
    for one in headlines:
        own = {"source": now[one["source"]], "claim_id": claims.get(one["claim__number"])}
        yield HeadlineDecision(**_given(incident, one, people, "reading", "verdict"), **own)
    sources = dict(Source.objects.filter(key__in=list(now.values())).values_list("key", "pk"))
    for one in left_out:
        if source := sources.get(now[one["source__key"]]):
            given = _given(incident, one, people, "kind", "words", "around", "reason")
            yield LeftOut(**given, source_id=source)


def _given(incident: Incident, one: Plain, people: set[int], *columns: str) -> dict[str, Any]:
    by = one["by"] if one["by"] in people else None
    own = {column: one[column] for column in columns}
    return {**own, "incident": incident, "by_id": by, "at": parse_datetime(one["at"])}


def _people(decisions: Iterable[Plain]) -> set[int]:
    """The database keys of those who decided, and are at the desk still."""
    named = {one["by"] for one in decisions}
    return set(User.objects.filter(pk__in=named - {None}).values_list("pk", flat=True))


def _keys_now(keys: set[str]) -> dict[str, str]:
    """Each key of a source with the one that it leads to, should it have been merged meanwhile."""
    led = FormerKey.objects.filter(subject=Subject.SOURCES, key__in=keys).values_list("key", "now")
    return {key: key for key in keys} | dict(led)
