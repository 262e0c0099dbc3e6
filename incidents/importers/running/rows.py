"""The rows of one batch: parsed, and told apart by what is known of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from incidents.importers.parsing.dataset import Dataset as Release
from incidents.importers.parsing.entry import Entry, RowError
from incidents.importers.parsing.format import Format
from incidents.importers.reading import Row
from incidents.importers.running.plan import Plan
from incidents.models import DatasetRow, RefusedRow

#: Columns of a known row that change when a later release says something else.
REMEMBERED = ("raw", "digest", "release", "number", "claims", "flags", "seen", "incident", "standing")


@dataclass(frozen=True, slots=True)
class Read:
    """A row of the file with what it says; `digest` of its cells tells whether a later release changed it."""

    row: Row
    entry: Entry
    raw: str
    digest: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that says something else now, the table's row of it, and what it said before.

    `before` is None where that can no longer be parsed.
    """

    now: Read
    row: DatasetRow
    before: Entry | None


@dataclass
class Sorted:
    """The batch's rows: those refused with the reason, those that are new, changed and unchanged."""

    refused: list[RefusedRow] = field(default_factory=list)
    new: list[Read] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: list[DatasetRow] = field(default_factory=list)


def sort(rows: Sequence[Row], plan: Plan) -> Sorted:
    """Parse the rows, and compare them with those of earlier runs. One query."""
    found = Sorted()
    read = list(_read(rows, plan, found))
    ids = [each.entry.external_id for each in read]
    known = {row.external_id: row for row in plan.dataset.rows.filter(external_id__among=ids)}
    met: dict[str, int] = {}
    for each in read:
        before, id = known.get(each.entry.external_id), each.entry.external_id
        if id in met or (before is not None and before.seen_id == plan.run.pk):
            first = met.get(id) or (before.number if before else 0)
            found.refused.append(refusal(each.row, plan, f"“{id}” stands in the file twice: see row {first}"))
        elif before is None:
            found.new.append(each)
        elif reason := _outdated(each, before, plan.form):
            found.refused.append(refusal(each.row, plan, reason))
        elif before.digest != each.digest:
            found.changed.append(Changed(each, before, parse_again(before, plan.form)))
        else:
            found.unchanged.append(before)
        met.setdefault(id, each.row.number)
    return found


def _outdated(now: Read, before: DatasetRow, form: Format) -> str:
    """Why a row is not taken that is of an older release than the one here; empty where it is not."""
    releases = (now.entry.release, before.release)
    if not form.numbered or not all(map(str.isdecimal, releases)) or int(releases[0]) >= int(releases[1]):
        return ""
    return "is of release {}, which is older than {}, which is here already".format(*releases)


def weight_of_row(row: Row) -> int:
    """How many characters it has."""
    return sum(map(len, row.values))


def _read(rows: Sequence[Row], plan: Plan, found: Sorted) -> Iterator[Read]:
    for row in rows:
        try:
            yield _parsed(row, plan)
        except RowError as error:
            found.refused.append(refusal(row, plan, str(error)))


def _parsed(row: Row, plan: Plan) -> Read:
    if row.problem:
        raise RowError(row.problem)
    entry = plan.form.parse(row.cells, plan.release)
    raw = orjson.dumps(dict(row.cells), option=orjson.OPT_SORT_KEYS).decode()
    return Read(row, entry, raw, digest_of(row.cells, plan.form))


def digest_of(cells: Mapping[str, str], form: Format) -> str:
    """What tells whether a row says something else; columns that move with every file do not."""
    kept = {name: cell for name, cell in cells.items() if name not in form.volatile}
    return hashlib.sha256(orjson.dumps(kept, option=orjson.OPT_SORT_KEYS)).hexdigest()


def refusal(row: Row, plan: Plan, reason: str) -> RefusedRow:
    """The row as it is kept for the rejects file: JSON text, which holds even a NUL in ASCII."""
    raw = orjson.dumps(row.values).decode()
    return RefusedRow(run=plan.run, number=row.number, line=row.line, reason=reason, raw=raw)


def parse_again(row: DatasetRow, form: Format) -> Entry | None:
    """What the row said when it was last read; None where it can no longer be parsed."""
    try:
        return form.parse(orjson.loads(row.raw), Release(form.publication, row.release))
    except ValueError:
        return None


def remembered(each: Read, plan: Plan, row: DatasetRow | None = None) -> DatasetRow:
    """The row of the table that keeps it from now on, without where its claims are."""
    kept = row or DatasetRow(dataset=plan.dataset, external_id=each.entry.external_id)
    kept.raw, kept.digest, kept.number = each.raw, each.digest, each.row.number
    kept.release, kept.seen = each.entry.release or plan.release.release, plan.run
    kept.flags = list(each.entry.flags)
    return kept


def pass_over(each: Read, plan: Plan, row: DatasetRow) -> None:
    """Note that the row was met; its incident is deleted, so that it stays what its claims said then."""
    row.digest, row.number, row.seen = each.digest, each.row.number, plan.run
