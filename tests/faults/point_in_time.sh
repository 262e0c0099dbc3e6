#!/usr/bin/env bash
# Takes a cluster of its own back to a moment, as OPERATIONS.md tells it:   bash tests/faults/point_in_time.sh
#
# Needs PostgreSQL's server programs, root (or the user postgres) and about two minutes. Two events are published,
# the moment is noted, then something is published and an incident retracted by mistake; the cluster is lost and
# recovered to the moment, and must hold the first two events alone, proved whole. Nothing else is touched.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
python=${PYTHON:-$root/.venv/bin/python}
bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)
scratch=$(mktemp -d)
chmod 755 "$scratch"
[ "$(id -u)" -ne 0 ] || chown postgres:postgres "$scratch"
export DEBUG=1 DATABASE_URL="postgres://postgres@/archive?host=$scratch/socket"
unset SECRET_KEY

step() { printf '\n=== %s  (%s s)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
manage() { (cd "$root" && "$python" manage.py "$@"); }
ask() { as_postgres "$bin/psql" --host "$scratch/socket" --dbname "${2:-archive}" --tuples-only --no-align --command "$1"; }

as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd "$scratch" && setpriv --reuid postgres --regid postgres --init-groups -- "$@")
    else
        (cd "$scratch" && "$@")
    fi
}

start() {
    as_postgres "$bin/pg_ctl" -D "$1" -l "$scratch/log" -w -t 120 start >/dev/null \
        -o "-c listen_addresses='' -c unix_socket_directories='$scratch/socket'" || { cat "$scratch/log"; fail "no start"; }
}

clean_up() {
    status=$?
    for cluster in "$scratch/first" "$scratch/second"; do
        [ -f "$cluster/postmaster.pid" ] && as_postgres "$bin/pg_ctl" -D "$cluster" -m immediate stop >/dev/null || true
    done
    rm -rf "$scratch"
    [ "$status" -eq 0 ] && printf '\nRecovered, in %s s.\n' "$SECONDS" || printf '\nNOT recovered.\n'
    exit "$status"
}
trap clean_up EXIT

step "A cluster that archives what it writes"
as_postgres mkdir -m 700 wal base
as_postgres mkdir -m 755 socket
as_postgres "$bin/initdb" -D "$scratch/first" -E UTF8 --locale=C.UTF-8 -A trust >/dev/null
cat >>"$scratch/first/postgresql.conf" <<END
wal_level = replica
archive_mode = on
archive_command = 'test ! -f $scratch/wal/%f && cp %p $scratch/wal/%f'
END
start "$scratch/first"
ask "CREATE DATABASE archive" postgres >/dev/null

step "One event is published, then comes the base backup"
manage migrate --verbosity 0
manage load_dossier incidents/demo/mastung-2018.yaml --publish
as_postgres "$bin/pg_basebackup" --host "$scratch/socket" --username postgres --pgdata "$scratch/base/data" --checkpoint fast
as_postgres "$bin/pg_verifybackup" --no-parse-wal "$scratch/base/data"

step "A second event, then the moment to which we want to go back"
manage load_dossier incidents/demo/bannu-2018.yaml --publish
sleep 1
moment=$(ask "SELECT now()")
before=$(ask "SELECT string_agg(seal, ' ' ORDER BY id) FROM archive_edition")
printf 'the moment: %s\n' "$moment"
sleep 1

step "A third event, and a mistake"
manage load_dossier incidents/demo/peshawar-2018.yaml --publish
manage retract m4s8td --reason "By mistake."
printf 'editions now: %s\n' "$(ask "SELECT count(*) FROM archive_edition")"
last=$(ask "SELECT pg_walfile_name(pg_switch_wal())")
for _ in $(seq 60); do [ -f "$scratch/wal/$last" ] && break; sleep 0.5; done
[ -f "$scratch/wal/$last" ] || fail "the last piece of the log was not archived"

step "The cluster is lost, and recovered to the moment"
as_postgres "$bin/pg_ctl" -D "$scratch/first" -m immediate stop >/dev/null
rm -rf "$scratch/first"
mv "$scratch/base/data" "$scratch/second"
sed --in-place '/^archive_/d' "$scratch/second/postgresql.conf"
cat >>"$scratch/second/postgresql.conf" <<END
restore_command = 'cp $scratch/wal/%f %p'
recovery_target_time = '$moment'
recovery_target_action = 'promote'
END
as_postgres touch "$scratch/second/recovery.signal"
start "$scratch/second"
for _ in $(seq 120); do [ "$(ask "SELECT pg_is_in_recovery()")" = f ] && break; sleep 0.5; done
grep --extended-regexp 'recovery stopping|last completed transaction' "$scratch/log" || true

step "What is there"
[ "$(ask "SELECT pg_is_in_recovery()")" = f ] || fail "the recovery did not end"
[ "$(ask "SELECT string_agg(seal, ' ' ORDER BY id) FROM archive_edition")" = "$before" ] || fail "other editions are there"
[ "$(ask "SELECT count(*) FROM archive_edition WHERE kind = 'retraction'")" = 0 ] || fail "the mistake is there"
printf 'editions: %s, as at the moment\n' "$(ask "SELECT count(*) FROM archive_edition")"
manage check_integrity
manage load_dossier incidents/demo/peshawar-2018.yaml --publish
