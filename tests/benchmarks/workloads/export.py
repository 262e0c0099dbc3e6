"""Everything as a file, beside what reading the same from the database takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks import sql
from tests.benchmarks.downloading import download
from tests.benchmarks.measuring import Contender, Contest, Sample, timed
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

BRIEF = (
    "SELECT key, title, earliest, latest, updated_at, brief FROM archive_incidententry ORDER BY position DESC"
)
WHOLE = "SELECT body FROM archive_incidententry ORDER BY position DESC"
CLAIMS = "SELECT body FROM archive_claimentry ORDER BY key"


class File(NamedTuple):
    """`question`: what reads the same from the database. `table`: what Datasette sends of it, if anything."""

    path: str
    question: str
    table: str = ""
    is_judged: bool = True


CSV, NDJSON = "CSV of incidents", "NDJSON of whole incidents"
FILES = {
    CSV: File("/incidents.csv", BRIEF, "twin_incident.csv?_stream=on"),
    NDJSON: File("/incidents.ndjson", WHOLE),
    "CSV of claims": File("/api/v1/claims.csv?end=1", CLAIMS, "twin_claim.csv?_stream=on"),
    "GeoJSON of incidents": File("/api/v1/incidents.geojson", BRIEF, is_judged=False),
    "Parquet of incidents": File("/api/v1/incidents.parquet", BRIEF, is_judged=False),
    "JSON-LD of incidents": File("/api/v1/incidents.jsonld", BRIEF, is_judged=False),
}
READING, COPYING = "reading the stored text", "COPY TO"
#: These take long at every size that matters.
ROUNDS = 3


def export(stage: Stage) -> Iterator[Contest]:
    yield from (_whole(stage, name, file) for name, file in FILES.items())
    yield _first_bytes(stage)
    yield _memory(stage)


def _whole(stage: Stage, name: str, file: File) -> Contest:
    contenders = [
        timed(READING, lambda: sql.read_all(file.question), Unit.SECONDS),
        Contender("archive", lambda: _seconds(stage, file.path)),
    ]
    targets = [Target("archive", f"at most 1.5 × {READING}", READING, most=1.5)]
    if sql.is_postgresql():
        contenders.append(timed(COPYING, lambda: sql.copy_out(file.question), Unit.SECONDS))
        targets.append(Target("archive", f"at most 1.5 × {COPYING}", COPYING, most=1.5))
    if file.table:
        contenders.append(Contender("Datasette", lambda: _of_datasette(stage, file.table)))
        targets.append(Target("archive", "at most 1/8 of Datasette’s time", "Datasette", most=1 / 8))
    judged = targets if file.is_judged else []
    return Contest(f"export, {name}", Unit.SECONDS, READING, contenders, judged, at_most=ROUNDS)


def _seconds(stage: Stage, path: str) -> Sample:
    """Raises RuntimeError where the file does not say how many rows it has."""
    found = download(stage.server("threaded").address, path)
    if not found.rows or (
        "end=1" in path and str(found.rows) not in found.end[-200:].decode(errors="replace")
    ):
        raise RuntimeError(f"{path} does not tell how many rows it has")
    return Sample(found.seconds, bytes=found.size)


def _of_datasette(stage: Stage, table: str) -> Sample:
    found = download(stage.server("datasette").address, f"/{stage.databases.rows.stem}/{table}")
    return Sample(found.seconds, bytes=found.size)


def _first_bytes(stage: Stage) -> Contest:
    server = stage.server("threaded")

    def first(path: str) -> Sample:
        return Sample(download(server.address, path).first_byte * 1000)

    contenders = [
        Contender("empty view", lambda: first("/empty/")),
        Contender("first byte", lambda: first(FILES[CSV].path)),
    ]
    targets = [Target("first byte", "before 200 ms", most=200)]
    return Contest("export, first byte", Unit.MILLISECONDS, "empty view", contenders, targets, at_most=ROUNDS)


def _memory(stage: Stage) -> Contest:
    server, path = stage.server("threaded"), FILES[NDJSON].path

    def grown() -> Sample:
        before = server.memory_of_each()
        server.forget_peaks()
        download(server.address, path)
        peaks = server.memory_of_each("VmHWM")
        return Sample(max(0.0, *(peaks[worker] - held for worker, held in before.items())))

    contenders = [Contender("more than before", grown)]
    targets = [Target("more than before", "at most 30 MB more", most=30)]
    name = "more than before"
    return Contest("export, memory of a worker", Unit.MEGABYTES, name, contenders, targets, at_most=1)
