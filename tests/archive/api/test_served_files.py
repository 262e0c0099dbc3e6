"""Files as a real server sends them: analysts' tools read them, and nobody takes a part for the whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import IncompleteRead
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

import duckdb
import pandas
import pytest

from archive.columns import TABLES
from archive.models import IncidentEntry
from tests.archive.api.serving import serving
from tests.archive.published import publish
from tests.builders import record

NAMES = [table.name for table in TABLES]


@pytest.fixture(scope="module")
def server(django_db_setup: None) -> Iterator[str]:
    with serving() as address:
        yield f"{address}/api/v1"


@pytest.mark.usefixtures("committed")
def test_pandas_reads_every_table_straight_from_the_server(server: str) -> None:
    for name in NAMES:
        as_csv = pandas.read_csv(f"{server}/{name}.csv")
        as_parquet = pandas.read_parquet(f"{server}/{name}.parquet")
        assert list(as_csv.columns) == list(as_parquet.columns), name
        assert len(as_csv) == len(as_parquet) > 0, name


@pytest.mark.usefixtures("committed")
def test_duckdb_counts_the_same_in_both_formats_straight_from_the_server(server: str) -> None:
    database = duckdb_that_reads_addresses()
    for name in NAMES:
        as_csv, as_parquet = (
            database.execute(f"SELECT count(*) FROM '{server}/{name}.{ending}'").fetchone()
            for ending in ("csv", "parquet")
        )
        assert as_csv == as_parquet != (0,), name


@pytest.mark.usefixtures("committed")
def test_totals_of_the_files_are_those_of_the_statistics(server: str) -> None:
    total = json.loads(urlopen(f"{server}/statistics/?measure=killed&measure=injured").read())["total"]
    incidents, database = pandas.read_csv(f"{server}/incidents.csv"), duckdb_that_reads_addresses()

    for measure in ("killed", "injured"):
        ends = ", ".join(f"sum({measure}_{end}::int)" for end in ("low", "high", "open_above"))
        by_duckdb = database.execute(
            f"SELECT count({measure}_low), {ends} FROM '{server}/incidents.parquet'"
        ).fetchone()
        stated = incidents[incidents[f"{measure}_low"].notna()]
        by_pandas = [stated[f"{measure}_{end}"].astype(int).sum() for end in ("low", "high", "open_above")]
        told = [total[measure][name] for name in ("records", "low", "high", "open_above")]
        assert told == [len(stated), *by_pandas] == list(by_duckdb or ()), measure
        assert total[measure]["without_number"] == len(incidents) - len(stated)


def duckdb_that_reads_addresses() -> duckdb.DuckDBPyConnection:
    """With the extension of its own version that a package brings, so that it fetches none."""
    found = find_spec("duckdb_extension_httpfs")
    assert found
    assert found.origin
    (extension,) = Path(found.origin).parent.rglob("*.duckdb_extension")
    database = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    database.execute(f"LOAD '{extension}'")
    return database


@pytest.mark.django_db(transaction=True)
def test_a_file_is_sent_in_chunks_and_says_how_many_rows_it_has(server: str) -> None:
    publish(record(id="a"), record(id="b"))

    with urlopen(f"{server}/incidents.csv") as answer:
        assert (answer.headers["Transfer-Encoding"], answer.headers["Row-Count"]) == ("chunked", "2")
        assert len(answer.read().splitlines()) == 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ending", ["csv", "parquet", "geojson", "jsonld"])
def test_a_file_that_cannot_be_made_to_its_end_breaks_off(server: str, ending: str) -> None:
    publish(record(id="a"), record(id="b"))
    IncidentEntry.objects.filter(pk="a").update(brief="damaged")

    with pytest.raises(IncompleteRead):
        urlopen(f"{server}/incidents.{ending}").read()

    assert urlopen(f"{server}/incidents/b/").status == 200


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_leaves_stops_nobody(server: str) -> None:
    publish(*(record(id=f"e{number}") for number in range(300)))

    for _ in range(10):
        with urlopen(f"{server}/incidents.ndjson") as answer:
            answer.read(10)

    assert len(urlopen(f"{server}/incidents.ndjson").read().splitlines()) == 300
    publish(record(id="later"))
