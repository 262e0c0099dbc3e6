"""What is answered around and instead of records: a page of a list, the root, refusals."""

from __future__ import annotations

from datetime import datetime
from typing import Generic, TypeVar

from pydantic import BaseModel

Answer = TypeVar("Answer")


class Page(BaseModel, Generic[Answer]):
    """One page of a list, with the addresses of its neighbours; `count`, where asked for: of all pages."""

    next: str | None
    previous: str | None
    count: int | None = None
    results: list[Answer]


class Problem(BaseModel):
    """What all that is refused says: https://www.rfc-editor.org/rfc/rfc9457

    `title` names the kind of problem, the same each time; `detail` tells of this one.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class Refusal(Problem):
    """Why there is no answer. `errors`: of each parameter that is wrong, the reasons."""

    errors: dict[str, list[str]] = {}


class Gone(Problem):
    """What was once published and is no longer, with the reason and when it was closed."""

    reason: str
    closed_at: datetime


class Moved(BaseModel):
    """What was merged into something else, and the address that answers in its place."""

    detail: str
    url: str


class Resources(BaseModel):
    """The addresses from which everything else is reached."""

    incidents: str
    attacks: str
    claims: str
    citations: str
    sources: str
    publications: str
    actors: str
    places: str
    conflicts: str
    editions: str
    changes: str
    statistics: str
    record_schema: str
    tables: str
    openapi: str
    docs: str
