"""Rows of the desk as raw SQL: valid ones, and what makes them bad."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from archive.vocabulary import MEASURES, Property
from incidents.models import (
    Actor,
    ActorAlias,
    Attack,
    Citation,
    Claim,
    Concern,
    Conflict,
    DatasetRow,
    Forerunner,
    FormerKey,
    HeadlineDecision,
    Import,
    Incident,
    Job,
    LeftAlone,
    LeftOut,
    Merge,
    Place,
    PlaceName,
    PutBy,
    RefusedRow,
    ReviewStep,
    RunningWorker,
    Snapshot,
    Upload,
)
from sources.models import (
    BibliographyEntry,
    Capture,
    CaptureRequest,
    Publication,
    Relation,
    Source,
    SourceAuthor,
    WaybackSave,
)

Columns = dict[str, Any]

A_DAY = datetime(2024, 2, 8, tzinfo=UTC)

#: One filled example of every column that may hold part of a claim's value.
FILLED: Columns = {
    "qualifier": "vague",
    "low": 1,
    "best": 1,
    "high": 1,
    "population": "all",
    "attribution": "none_named",
    "actor_id": 1,
    "place_id": 1,
    "conflict_id": 1,
    "language": "en",
    "date": "2024-02-07",
    "clock": "09:05",
    "minutes": 5,
    "after_attack_id": 1,
    "approximate": True,
    "target": "police",
    "weapon": "drone",
    "attack_type": "arson",
    "text": "Words",
    "credit": "A photographer",
    "rights": "All reserved",
    "pictured_place": "A market",
    "other_incident": "event-2",
    "url": "https://example.org/",
    "section": "lead",
    "group": "domestic",
}

#: The value's columns of a valid claim of each property.
VALUES: dict[Property, Columns] = {
    **{measure: {"qualifier": "exact", "best": 3, "population": "all"} for measure in MEASURES},
    Property.RESPONSIBILITY: {"attribution": "suspected", "actor_id": 1},
    Property.NAME: {"text": "A name"},
    Property.PART_OF: {"conflict_id": 1},
    Property.DATE: {"date": "2024-02-07"},
    Property.TIME: {"clock": "09:05"},
    Property.PLACE: {"place_id": 1},
    Property.TARGET: {"target": "police"},
    Property.WEAPON: {"weapon": "drone"},
    Property.ATTACK_TYPE: {"attack_type": "arson"},
    Property.MOTIVE: {"text": "Revenge"},
    Property.IMAGE: {"credit": "A photographer", "rights": "All reserved"},
    Property.SEE_ALSO: {"text": "Another event"},
    Property.STATEMENT: {"section": "lead", "text": "It happened."},
}


def furnish() -> None:
    """One row of every model, each with the database key 1, for others to refer to."""
    Publication.objects.create(pk=1, key="paper", name="A paper", kind="newspaper")
    Source.objects.create(pk=1, key="text", kind="article", title="A text")
    Actor.objects.create(pk=1, key="group", name="A group", kind="armed_group")
    Place.objects.create(pk=1, key="town", name="A town", kind="settlement")
    Conflict.objects.create(pk=1, key="war", name="A war")
    Incident.objects.create(pk=1, key="event-1", title="An event", next_claim_number=2, next_attack_number=2)
    Attack.objects.create(pk=1, incident_id=1, number=1, label="First")
    Claim.objects.create(pk=1, incident_id=1, number=1, position=1, property="motive", text="Revenge")
    _count_on()


def _count_on() -> None:
    """Let PostgreSQL give the next database keys after those that were given by hand."""
    models_used = (Publication, Source, Actor, Place, Conflict, Incident, Attack, Claim)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models_used):
            cursor.execute(statement)


def claim(kind: Property = Property.KILLED, **columns: Any) -> Claim:
    """A valid claim of this property, but for the columns given."""
    return Claim(**{"incident_id": 1, "number": 2, "position": 2, "property": kind} | VALUES[kind] | columns)


def counted(**columns: Any) -> Claim:
    return claim(**{"best": None} | columns)


def incident(**columns: Any) -> Incident:
    return Incident(**{"key": "event-2", "title": "Another event"} | columns)


def attack(**columns: Any) -> Attack:
    return Attack(**{"incident_id": 1, "number": 2, "label": "Second"} | columns)


def citation(**columns: Any) -> Citation:
    return Citation(**{"claim_id": 1, "source_id": 1} | columns)


def actor(**columns: Any) -> Actor:
    return Actor(**{"key": "other", "name": "Another group", "kind": "armed_group"} | columns)


def alias(**columns: Any) -> ActorAlias:
    return ActorAlias(**{"actor_id": 1, "text": "A name"} | columns)


def place(**columns: Any) -> Place:
    return Place(**{"key": "other", "name": "Another town", "kind": "settlement"} | columns)


def place_name(**columns: Any) -> PlaceName:
    return PlaceName(**{"place_id": 1, "text": "A name"} | columns)


def snapshot(**columns: Any) -> Snapshot:
    return Snapshot(
        **{"subject": "actors", "key": "group", "text": "{}", "what": "Added.", "at": A_DAY} | columns
    )


def job(**columns: Any) -> Job:
    return Job(**{"subject": "actors", "key": "group", "asked_at": A_DAY} | columns)


def left_alone(**columns: Any) -> LeftAlone:
    return LeftAlone(**{"job_id": 1, "incident": "event-1", "reason": "Look at it."} | columns)


def left_out(**columns: Any) -> LeftOut:
    given = {"incident_id": 1, "source_id": 1, "kind": "number", "words": "12", "reason": "other"}
    return LeftOut(**given | {"at": A_DAY} | columns)


def put_by(**columns: Any) -> PutBy:
    return PutBy(**{"incident": "event-0"} | columns)


def running_worker(**columns: Any) -> RunningWorker:
    return RunningWorker(**{"key": "worker", "started_at": A_DAY, "seen_at": A_DAY} | columns)


def forerunner(**columns: Any) -> Forerunner:
    return Forerunner(**{"incident_id": 1, "key": "event-0"} | columns)


def former_key(**columns: Any) -> FormerKey:
    return FormerKey(**{"subject": "actors", "key": "old-group", "now": "group"} | columns)


def merge(**columns: Any) -> Merge:
    at = datetime(2024, 2, 8, tzinfo=UTC)
    given = {"subject": "actors", "key": "old-group", "into": "group", "name": "Old group", "at": at}
    return Merge(**given | columns)


def review_step(**columns: Any) -> ReviewStep:
    at = datetime(2024, 2, 8, tzinfo=UTC)
    return ReviewStep(**{"incident_id": 1, "step": "publish", "at": at} | columns)


def concern(**columns: Any) -> Concern:
    at = datetime(2024, 2, 8, tzinfo=UTC)
    return Concern(**{"incident_id": 1, "count": 1, "message": "They differ.", "found_at": at} | columns)


def headline_decision(**columns: Any) -> HeadlineDecision:
    given = {"incident_id": 1, "source": "text", "reading": "killed exact 3", "verdict": "dismissed"}
    return HeadlineDecision(**given | {"at": A_DAY} | columns)


def conflict(**columns: Any) -> Conflict:
    return Conflict(**{"key": "other", "name": "Another war"} | columns)


def run(**columns: Any) -> Import:
    given = {"format": "ucdp", "file": "rows.csv", "sha256": "0" * 64, "started_at": A_DAY}
    return Import(**given | columns)


def dataset_row(**columns: Any) -> DatasetRow:
    given = {"dataset_id": 1, "external_id": "other", "raw": "{}", "digest": "0" * 64, "number": 1}
    return DatasetRow(**given | {"seen_id": 1} | columns)


def refused_row(**columns: Any) -> RefusedRow:
    given = {"run_id": 1, "number": 1, "line": 2, "reason": "id: is empty", "raw": "[]"}
    return RefusedRow(**given | columns)


def upload(**columns: Any) -> Upload:
    given = {"format": "ucdp", "file": "rows.csv", "stored": "folder", "size": 1, "sha256": "0" * 64}
    return Upload(**given | {"at": A_DAY} | columns)


def publication(**columns: Any) -> Publication:
    return Publication(**{"key": "other", "name": "Another paper", "kind": "newspaper"} | columns)


def source(**columns: Any) -> Source:
    return Source(**{"key": "other", "kind": "article", "title": "Another text"} | columns)


def author(**columns: Any) -> SourceAuthor:
    return SourceAuthor(**{"source_id": 1, "name": "Somebody"} | columns)


def relation(**columns: Any) -> Relation:
    return Relation(**{"source_id": 1, "how": "credits", "publication_id": 1} | columns)


def bibliography_entry(**columns: Any) -> BibliographyEntry:
    return BibliographyEntry(**{"source_id": 1, "format": "ris", "entry": "{}"} | columns)


def capture_request(**columns: Any) -> CaptureRequest:
    return CaptureRequest(**{"source_id": 1, "asked_at": A_DAY} | columns)


def wayback_save(**columns: Any) -> WaybackSave:
    return WaybackSave(**{"capture_id": 1} | columns)


def capture(**columns: Any) -> Capture:
    given = {
        "source_id": 1,
        "captured_at": A_DAY,
        "text": "Text",
        "sha256": "0" * 64,
    }
    return Capture(**given | columns)


#: Days that run backwards.
BACKWARDS = (date(2024, 2, 8), date(2024, 2, 7))


def insert(row: models.Model) -> None:
    """Write the row past every model, form and loader."""
    given = [field for field in row._meta.concrete_fields if not field.generated]
    fields = [field for field in given if field.name != "id" or row.pk is not None]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {row._meta.db_table} ({names}) VALUES ({marks})", values)
