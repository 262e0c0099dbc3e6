"""What a running archive answers, read as the steps of a release are: each change with its edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import orjson
from pydantic import ValidationError

from archive.addresses import api_edition_path
from archive.answers import Changed
from archive.bundle import BadLine, ClosedEdition, EditionLine, read_change, read_edition
from archive.following.asking import Origin
from archive.releases import Step, Unfit
from archive.vocabulary import ChangeKind

CHANGES = "/api/v1/changes/"
#: How many changes are asked for, and stored, at once.
PAGE = 200


def changes_after(origin: Origin, sequence: int, most: int = PAGE) -> list[Changed]:
    """The changes that came next. Raises Unfit for what are none."""
    path = f"{CHANGES}?after={sequence}&page_size={most}"
    found = _json(origin.get(path).body, path)
    if not isinstance(found, dict) or not isinstance(found.get("results"), list):
        raise Unfit(f"{path}: it holds no changes")
    return list(_in_order(found["results"], sequence, path))


def step_of(origin: Origin, change: Changed) -> Step:
    """The change with its edition as that can be read now. Raises Unfit where it is another edition."""
    edition, place = edition_of(origin, change), f"change {change.sequence}"
    said = edition.said
    if (change.incident, change.number, change.seal) != (said.incident, said.number, said.seal):
        raise Unfit(f"{place}: at its address there is another edition, or one with another seal")
    if change.kind is ChangeKind.REDACTION:
        if said.redacted_at is None:
            raise Unfit(f"{place}: its edition is not redacted")
    elif change.kind.value != said.kind.value:
        raise Unfit(f"{place}: its edition is of the kind “{said.kind}”")
    return Step(change, edition, place)


def edition_of(origin: Origin, change: Changed) -> EditionLine:
    path = api_edition_path(quote(change.incident, safe=""), change.number)
    reply = origin.get(path)
    try:
        return read_edition(reply.body) if reply.status == 200 else _closed(_json(reply.body, path))
    except (BadLine, ValidationError) as error:
        raise Unfit(
            f"{path}: it tells of no edition, or the archive is of an older version: {error}"
        ) from None


def _closed(answer: Any) -> EditionLine:
    told = answer.get("edition") if isinstance(answer, dict) else None
    return EditionLine(said=ClosedEdition.model_validate(told), text="", is_open=False)


def _in_order(rows: Sequence[Any], before: int, path: str) -> Iterator[Changed]:
    for row in rows:
        try:
            change = read_change(orjson.dumps(row))
        except BadLine as error:
            raise Unfit(f"{path}: {error}") from None
        if change.sequence <= before:
            raise Unfit(f"{path}: change {change.sequence} cannot follow change {before}")
        before = change.sequence
        yield change


def _json(body: bytes, path: str) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        raise Unfit(f"{path}: it is not JSON") from None
