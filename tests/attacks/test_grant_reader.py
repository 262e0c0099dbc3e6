"""The PostgreSQL role of the public process: what it may do, and above all what it may not."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.grants import readable_tables, received_tables
from archive.models import CorrectionRequest
from tests.attacks.role import PASSWORD, all_tables, grant, permitted, postgresql, refusal, run
from tests.stack.process import database_url, visit
from tests.stack.process import run as run_apart


@postgresql
@pytest.mark.usefixtures("reader")
def test_it_reads_the_reading_room_and_no_table_else() -> None:
    read = permitted(f"SELECT * FROM {table}" for table in all_tables())

    assert read == [f"SELECT * FROM {table}" for table in sorted(readable_tables())]
    assert not [table for table in readable_tables() if not table.startswith("archive_")]


@postgresql
@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO {} DEFAULT VALUES",
        "UPDATE {} SET id = id",
        "DELETE FROM {}",
        "TRUNCATE {} CASCADE",
        "ALTER TABLE {} ADD COLUMN more integer",
        "CREATE INDEX ON {} ((1))",
        "DROP TABLE {} CASCADE",
    ],
)
def test_it_changes_no_table(statement: str) -> None:
    with connection.cursor() as cursor:
        columns = {
            table: connection.introspection.get_table_description(cursor, table) for table in all_tables()
        }
    statements = [
        statement.replace("id", columns[table][0].name).format(table)
        if statement.startswith("UPDATE")
        else statement.format(table)
        for table in all_tables()
    ]
    adds = [f"INSERT INTO {table} DEFAULT VALUES" for table in received_tables()]
    assert permitted(each for each in statements if each not in adds) == []


@postgresql
def test_it_hands_in_a_request_though_its_transactions_are_read_only(reader: str) -> None:
    plain = {"kind": "removal", "page": "/", "text": "Please."}
    CorrectionRequest.objects.using("reader").hand_in(**plain)

    assert CorrectionRequest.objects.values(*plain).get() == plain


@postgresql
def test_a_reader_of_the_public_process_hands_in_a_request_by_the_form(reader: str) -> None:
    own = {"ARCHIVE_ROLE": "public", "DATABASE_URL": database_url(reader, PASSWORD)}
    done = run_apart("-m", "tests.stack.asker", **own)

    assert done.stdout.split() == ["302", "/about/corrections/sent/"], done.stderr
    assert CorrectionRequest.objects.get().text == "It was the day before."


@postgresql
@pytest.mark.usefixtures("reader")
def test_what_was_handed_in_it_can_neither_read_nor_change() -> None:
    CorrectionRequest.objects.hand_in(kind="removal", page="/", text="Please.")
    (table,) = received_tables()
    statements = [
        f"SELECT text FROM {table}",
        f"SELECT count(*) FROM {table}",
        f"UPDATE {table} SET text = ''",
        f"DELETE FROM {table}",
        f"INSERT INTO {table} SELECT * FROM {table}",
        f"INSERT INTO {table} (id) VALUES (gen_random_uuid()) RETURNING text",
    ]
    assert permitted(statements) == []


@postgresql
@pytest.mark.usefixtures("reader")
def test_it_makes_nothing_new() -> None:
    statements = [
        "CREATE TABLE own (n integer)",
        "CREATE TEMPORARY TABLE own (n integer)",
        "CREATE SCHEMA own",
        "CREATE FUNCTION own() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE ROLE own",
        "COPY archive_edition TO PROGRAM 'true'",
    ]
    assert permitted(statements) == []


@postgresql
@pytest.mark.usefixtures("committed")
def test_the_public_process_needs_nothing_more(reader: str) -> None:
    database = database_url(reader, PASSWORD)
    seen = visit("--follow", "/readyz", "/", "/api/v1/", ARCHIVE_ROLE="public", DATABASE_URL=database)

    assert {one.address: one.status for one in seen if one.status != 200} == {}
    assert len(seen) > 100


@postgresql
def test_run_again_it_takes_back_what_was_granted_besides_and_adds_what_is_new(reader: str) -> None:
    run(f'GRANT INSERT ON incidents_claim TO "{reader}"', f'REVOKE SELECT ON archive_edition FROM "{reader}"')
    grant(reader)

    assert permitted(["INSERT INTO incidents_claim DEFAULT VALUES", "SELECT * FROM archive_edition"]) == [
        "SELECT * FROM archive_edition"
    ]


@postgresql
def test_what_everybody_may_do_is_named_and_nothing_is_granted(name: str) -> None:
    run("GRANT SELECT (body) ON archive_claimentry TO PUBLIC", "GRANT SELECT (id) ON auth_user TO PUBLIC")
    try:
        assert refusal(name) == f"“{name}” could still do more than read: SELECT on public.auth_user."
    finally:
        run(
            "REVOKE SELECT (body) ON archive_claimentry FROM PUBLIC",
            "REVOKE SELECT (id) ON auth_user FROM PUBLIC",
        )


@postgresql
def test_a_role_that_does_other_work_is_refused(name: str) -> None:
    run(f'CREATE ROLE "{name}" CREATEDB')
    assert "is no mere reader" in refusal(name)


@postgresql
@pytest.mark.django_db
def test_the_role_that_owns_the_archive_is_refused() -> None:
    assert "is no mere reader" in refusal(connection.settings_dict["USER"])


@postgresql
def test_a_new_role_needs_a_password_and_an_old_one_keeps_its_own(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("READER_PASSWORD")
    assert "put its password into READER_PASSWORD" in refusal(name)

    (tmp_path / "password").write_text(f"{PASSWORD}\n")
    call_command("grant_reader", name, password_file=tmp_path / "password", stdout=StringIO())
    assert "can do nothing else" in grant(name)


@postgresql
def test_no_statement_shows_the_password(name: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        grant(name)
    assert not [query for query in queries if PASSWORD in query["sql"]]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has roles")
def test_on_sqlite_there_is_nothing_to_make() -> None:
    assert refusal("reader").startswith("This database is SQLite, which has no roles")


@postgresql
@pytest.mark.django_db
def test_a_password_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="The password cannot be read from"):
        call_command("grant_reader", "reader", password_file=tmp_path / "none")
