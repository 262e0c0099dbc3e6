"""One command says whether all that is stored is whole, and if not, what is not."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from archive import editions
from archive.models import Edition, IncidentEntry
from sources.models import Capture, Source
from tests.archive.backups.archives import copy_of
from tests.archive.published import publish
from tests.archive.releases.archives import made
from tests.builders import record

pytestmark = pytest.mark.django_db

OWN = ["editions", "catalogue", "references", "search", "releases"]
OF_THE_LIBRARY = ["words of the desk", "copies of sources"]
sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="of the embedded engine")
postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL")
BOTH = pytest.mark.parametrize("quick", [True, False])


def run(quick: bool = False) -> str:
    """What it says where all is right."""
    out = StringIO()
    call_command("check_integrity", quick=quick, stdout=out)
    return out.getvalue()


def wrong(quick: bool = False) -> str:
    """What it says where something is not."""
    out = StringIO()
    with pytest.raises(CommandError, match="Not whole"):
        call_command("check_integrity", quick=quick, stdout=out)
    return out.getvalue()


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def source() -> Source:
    return Source.objects.create(key="text", kind="article", title="Blast kills 85")


@BOTH
def test_one_line_for_each_check_where_all_is_right(source: Source, quick: bool) -> None:
    publish(record(), record(id="other"))
    copy_of(source)
    made()

    lines = run(quick).splitlines()

    assert [line.partition(":")[0] for line in lines] == OWN + OF_THE_LIBRARY
    assert all(": right (" in line for line in lines)


@BOTH
def test_a_broken_chain_is_found(quick: bool) -> None:
    publish(record(title="A"), record(title="B"))
    sql("UPDATE archive_edition SET note = 'Nothing happened.' WHERE number = 1")

    assert "editions: 1 problems" in wrong(quick)


def test_a_changed_text_is_found_by_reading_it() -> None:
    publish(record(), record(id="other"))
    sql("UPDATE archive_edition SET text = '{}' WHERE incident = 'other'")

    said = wrong()

    assert "other, edition 1: its text is not the one" in said
    assert "catalogue: 1 problems" in said
    assert "it broke off: RecordError" in said


@BOTH
def test_an_incident_that_the_catalogue_lacks_is_found(quick: bool) -> None:
    editions.append(record())

    assert "catalogue: " in wrong(quick)


@BOTH
def test_an_old_edition_that_the_catalogue_shows_is_found(quick: bool) -> None:
    publish(record(title="A"))
    editions.append(record(title="B"))

    assert "catalogue: " in wrong(quick)


def test_a_catalogue_of_the_right_editions_with_wrong_values_is_found_by_computing_it() -> None:
    publish(record())
    IncidentEntry.objects.update(title="Another title")

    assert "1 × IncidentEntry missing or stale" in wrong()
    assert "catalogue: right" in run(quick=True)


@sqlite
@BOTH
def test_a_row_that_points_nowhere_is_found(quick: bool) -> None:
    publish(record())
    with transaction.atomic():
        sql("UPDATE archive_change SET edition_id = 999")
        said = wrong(quick)
        transaction.set_rollback(True)

    assert "archive_change, row" in said
    assert "points to a row of archive_edition that is not there" in said


@postgresql
def test_a_row_that_points_nowhere_is_found_where_the_server_looked_away() -> None:
    publish(record())
    sql("SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL session_replication_role = replica")
    sql("UPDATE archive_change SET edition_id = 999")

    said = wrong()

    assert "edition_id points to a row of archive_edition that is not there" in said


@postgresql
def test_a_constraint_that_was_never_proved_is_found() -> None:
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("ALTER TABLE archive_change ADD CONSTRAINT later CHECK (id > 0) NOT VALID")

    assert "archive_change: the constraint later was never proved" in wrong(quick=True)


@sqlite
def test_words_that_are_not_those_of_the_rows_are_found() -> None:
    publish(record())
    sql("DROP TRIGGER archive_searchentry_terms_changed")
    sql("UPDATE archive_searchentry SET title = 'another'")

    assert "archive_searchentry_terms does not hold what its rows hold" in wrong()


@sqlite
def test_a_missing_trigger_is_found() -> None:
    sql("DROP TRIGGER archive_searchentry_terms_added")
    sql("DROP TRIGGER incidents_actor_words_added")

    said = wrong(quick=True)

    assert "archive_searchentry_terms is missing" in said
    assert "incidents_actor_words is missing" in said


@postgresql
def test_a_missing_index_is_found() -> None:
    sql("DROP INDEX incidents_actor_words")

    assert "incidents_actor_words is missing: run “manage.py migrate”" in wrong(quick=True)


@BOTH
def test_what_a_release_held_and_the_archive_no_longer_holds_is_found(quick: bool) -> None:
    publish(record(title="A"), record(title="B"))
    made()
    last = Edition.objects.get(number=2)
    for table in ("archive_change", "archive_holding", "archive_incidententry"):
        if table != "archive_incidententry":
            sql(f"DELETE FROM {table} WHERE edition_id = {last.pk}")
    sql("UPDATE archive_incidententry SET edition_id = (SELECT min(id) FROM archive_edition)")
    sql(f"DELETE FROM archive_edition WHERE id = {last.pk}")

    assert "releases: " in wrong(quick)


def test_a_changed_file_of_a_copy_is_found(source: Source) -> None:
    copy_of(source)
    (file,) = Path(settings.CAPTURES_DIR).rglob("*.warc.gz")
    file.write_bytes(b"Something else")

    assert "source text, Copy of 30 November 2026, 03:15:00 UTC: its file" in wrong()


@BOTH
def test_a_missing_file_of_a_copy_is_found(source: Source, quick: bool) -> None:
    copy_of(source)
    (file,) = Path(settings.CAPTURES_DIR).rglob("*.warc.gz")
    file.unlink()

    assert "is missing" in wrong(quick)


def test_a_changed_text_of_a_copy_is_found(source: Source) -> None:
    copy_of(source)
    Capture.objects.update(text="Nobody was killed.")

    assert "its text is not the one whose digest it carries" in wrong()


def test_a_response_that_is_not_the_one_of_its_digest_is_found(source: Source) -> None:
    copy_of(source)
    Capture.objects.update(response_sha256="0" * 64)

    assert "is not the response whose digest it carries" in wrong()


def test_a_long_list_of_problems_is_cut_and_counted() -> None:
    for number in range(25):
        editions.append(record(id=f"event-{number}"))

    said = wrong(quick=True)

    assert "catalogue: 25 problems" in said
    assert "and 5 more" in said
