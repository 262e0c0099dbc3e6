"""Whoever gets to run SQL in the public process, by whatever hole, reads what is public and nothing else."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, connections, transaction

from archive import catalogue
from archive.grants import readable_tables
from tests.attacks.role import grant, permitted, postgresql, run

FILES = [
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_read_binary_file('/etc/passwd')",
    "SELECT pg_ls_dir('/')",
    "SELECT pg_stat_file('/etc/passwd')",
    "SELECT pg_ls_waldir()",
    "SELECT pg_ls_logdir()",
    "SELECT pg_current_logfile()",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_export(1, '/tmp/exported')",
    "COPY archive_edition TO '/tmp/copied'",
    "COPY archive_edition TO PROGRAM 'id'",
    "COPY archive_correctionrequest (text) FROM '/etc/passwd'",
    "COPY archive_correctionrequest (text) FROM PROGRAM 'id'",
    "LOAD 'plpgsql'",
]
ROLES = [
    "SET ROLE {owner}",
    "SET SESSION AUTHORIZATION {owner}",
    "ALTER ROLE {owner} PASSWORD 'known'",
    "ALTER ROLE {reader} SUPERUSER",
    "ALTER ROLE {reader} CREATEROLE CREATEDB",
    "ALTER ROLE {reader} BYPASSRLS REPLICATION",
    "GRANT pg_read_all_data TO {reader}",
    "GRANT pg_execute_server_program TO {reader}",
    "GRANT {owner} TO {reader}",
    "REASSIGN OWNED BY {owner} TO {reader}",
    "ALTER TABLE archive_edition OWNER TO {reader}",
    "GRANT SELECT ON auth_user TO {reader}",
    "ALTER DATABASE {database} OWNER TO {reader}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT ALL ON TABLES TO {reader}",
]
SERVER = [
    "ALTER SYSTEM SET log_statement = 'all'",
    "ALTER DATABASE {database} SET search_path = nowhere",
    "SET session_replication_role = replica",
    "SET log_statement = 'none'",
    "SHOW data_directory",
    "SELECT pg_reload_conf()",
    "SELECT pg_rotate_logfile()",
    "SELECT pg_switch_wal()",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> current_user",
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename <> current_user",
    "CREATE EXTENSION dblink",
    "CREATE EVENT TRIGGER own ON ddl_command_start EXECUTE FUNCTION own()",
    "CREATE FOREIGN DATA WRAPPER own",
    "CREATE SUBSCRIPTION own CONNECTION '' PUBLICATION own",
    "CREATE PUBLICATION own",
    "CREATE DATABASE own",
    "SELECT * FROM pg_authid",
    "SELECT * FROM pg_shadow",
    "SELECT * FROM pg_statistic",
    "SELECT * FROM pg_hba_file_rules",
    "SELECT * FROM pg_file_settings",
    "SELECT * FROM pg_largeobject",
    "UPDATE pg_class SET relname = relname",
]
IN_THE_WAY = [
    "SELECT * FROM archive_edition FOR UPDATE",
    "SELECT * FROM archive_edition FOR KEY SHARE",
    *(
        f"DO $$ BEGIN LOCK TABLE archive_forward IN {mode} MODE; END $$"
        for mode in ("ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "EXCLUSIVE", "ACCESS EXCLUSIVE")
    ),
    "DO $$ BEGIN LOCK TABLE archive_correctionrequest IN SHARE MODE; END $$",
    "ANALYZE pg_authid; CLUSTER archive_edition",
    "REINDEX TABLE archive_edition",
]
STORED = [
    "SELECT lo_create(0)",
    "SELECT lo_creat(-1)",
    "SELECT lo_from_bytea(0, 'anything at all')",
]
INSIDE_OTHERS = [
    "DO $$ BEGIN EXECUTE 'SELECT * FROM auth_user'; END $$",
    "WITH gone AS (DELETE FROM archive_edition RETURNING 1) SELECT * FROM gone",
    "SELECT query_to_xml('SELECT * FROM auth_user', true, true, '')",
    "SELECT table_to_xml('django_session', true, true, '')",
    "SELECT ts_stat('SELECT password FROM auth_user')",
    "PREPARE own AS SELECT * FROM incidents_claim; EXECUTE own",
    "DECLARE own CURSOR WITH HOLD FOR SELECT * FROM auth_user",
    "EXPLAIN ANALYZE SELECT * FROM auth_user",
    "COPY (SELECT * FROM auth_user) TO STDOUT",
    "COMMENT ON TABLE archive_edition IS 'mine'",
    "CREATE VIEW own AS SELECT * FROM auth_user",
    "CREATE RULE own AS ON SELECT TO archive_edition DO INSTEAD SELECT 1",
    "CREATE TRIGGER own BEFORE INSERT ON archive_correctionrequest EXECUTE FUNCTION own()",
    "CREATE POLICY own ON archive_edition",
    "SELECT nextval('archive_edition_id_seq')",
    "SELECT setval('archive_edition_id_seq', 1)",
]


@postgresql
@pytest.mark.parametrize(
    "statements",
    [FILES, ROLES, SERVER, IN_THE_WAY, STORED, INSIDE_OTHERS],
    ids=["files", "roles", "the server", "in the way of others", "stored beside tables", "inside others"],
)
def test_it_is_not_permitted(statements: list[str], reader: str) -> None:
    known = connection.settings_dict
    names = {"reader": f'"{reader}"', "owner": f'"{known["USER"]}"', "database": f'"{known["NAME"]}"'}

    assert permitted(statement.format(**names) for statement in statements) == []


@postgresql
@pytest.mark.usefixtures("reader")
def test_what_others_ask_of_the_database_and_what_their_tables_hold_is_not_shown() -> None:
    run("ANALYZE")
    with connections["reader"].cursor() as cursor:
        cursor.execute("SELECT query FROM pg_stat_activity WHERE usename <> current_user AND query <> ''")
        assert {row for (row,) in cursor.fetchall()} <= {"<insufficient privilege>"}
        cursor.execute("SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = current_schema()")
        assert {table for (table,) in cursor.fetchall()} <= set(readable_tables())


@postgresql
@pytest.mark.usefixtures("reader")
def test_no_lock_that_it_takes_keeps_an_edition_from_being_published() -> None:
    with connections["reader"].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(objid::bigint) FROM generate_series(0, 9) objid")
        cursor.execute("SELECT pg_advisory_lock(%s)", [0x41726368])
        with transaction.atomic():
            run("SET LOCAL lock_timeout = '2s'")
            catalogue.one_at_a_time()


@postgresql
def test_what_it_set_for_its_own_next_connections_is_undone_when_it_is_granted_anew(reader: str) -> None:
    here = f'IN DATABASE "{connection.settings_dict["NAME"]}"'
    settings = ["SET search_path = nowhere", f"{here} SET statement_timeout = 1"]
    assert len(permitted(f"ALTER ROLE CURRENT_USER {setting}" for setting in settings)) == 2
    grant(reader)
    connections["reader"].close()

    with connections["reader"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM archive_edition")
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
    with pytest.raises(DatabaseError, match="read-only"), connections["reader"].cursor() as cursor:
        cursor.execute("INSERT INTO archive_correctionrequest DEFAULT VALUES")
