"""Everything as a file, beside what reading the same from the database takes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks import sql
from tests.benchmarks.downloading import download
from tests.benchmarks.measuring import Contender, Contest, Sample, timed
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

BRIEF = (
    "SELECT key, title, earliest, latest, updated_at, brief FROM archive_incidententry ORDER BY position DESC"
)
WHOLE = "SELECT body FROM archive_incidententry ORDER BY position DESC"
#: Each file: its address, the question that reads the same, and what Datasette sends of it.
FILES = {
    "CSV of incidents": ("/incidents.csv", BRIEF, "twin_incident.csv?_stream=on"),
    "NDJSON of whole incidents": ("/incidents.ndjson", WHOLE, ""),
    "CSV of claims": (
        "/api/v1/claims.csv?end=1",
        "SELECT body FROM archive_claimentry ORDER BY key",
        "twin_claim.csv?_stream=on",
    ),
}
#: These take long at every size that matters.
ROUNDS = 3


def export(stage: Stage) -> Iterator[Contest]:
    for name, (path, question, table) in FILES.items():
        yield _whole(stage, name, path, question, table)
    yield _first_bytes(stage)
    yield _memory(stage)


def _whole(stage: Stage, name: str, path: str, question: str, table: str) -> Contest:
    contenders = [
        timed("reading the stored text", lambda: sql.read_all(question), Unit.SECONDS),
        Contender("archive", lambda: _seconds(stage, path)),
    ]
    targets = [
        Target("archive", "at most 1.5 × reading the stored text", "reading the stored text", most=1.5)
    ]
    if sql.is_postgresql():
        contenders.append(timed("COPY TO", lambda: sql.copy_out(question), Unit.SECONDS))
        targets.append(Target("archive", "at most 1.5 × COPY TO", "COPY TO", most=1.5))
    if table:
        contenders.append(Contender("Datasette", lambda: _of_datasette(stage, table)))
        targets.append(Target("archive", "at least 8 × as fast as Datasette", "Datasette", most=1 / 8))
    floor = "reading the stored text"
    return Contest(f"export, {name}", Unit.SECONDS, floor, contenders, targets, at_most=ROUNDS)


def _seconds(stage: Stage, path: str) -> Sample:
    """Raises RuntimeError where the file does not say how many rows it has."""
    found = download(stage.server("threaded").address, path)
    if not found.rows:
        raise RuntimeError(f"{path} tells no number of rows")
    return Sample(found.seconds, bytes=found.bytes)


def _of_datasette(stage: Stage, table: str) -> Sample:
    found = download(stage.server("datasette").address, f"/{stage.databases.rows.stem}/{table}")
    return Sample(found.seconds, bytes=found.bytes)


def _first_bytes(stage: Stage) -> Contest:
    server, name = stage.server("threaded"), "CSV of incidents"

    def first(path: str) -> Sample:
        return Sample(download(server.address, path).first_byte * 1000)

    contenders = [
        Contender("empty view", lambda: first("/empty/")),
        Contender("first byte", lambda: first(FILES[name][0])),
    ]
    targets = [Target("first byte", "before 200 ms", most=200)]
    return Contest("export, first byte", Unit.MILLISECONDS, "empty view", contenders, targets, at_most=ROUNDS)


def _memory(stage: Stage) -> Contest:
    server, path = stage.server("threaded"), FILES["NDJSON of whole incidents"][0]

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
