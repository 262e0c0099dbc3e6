"""The bytes of a list, put together from answers that are ready."""

from __future__ import annotations

from collections.abc import Iterable

import orjson


def joined(following: str | None, preceding: str | None, bodies: Iterable[str]) -> str:
    """One page of a list, as `archive.answers.Page` describes it, from bodies that are JSON already."""
    ends = orjson.dumps({"next": following, "previous": preceding}).decode()
    return f'{ends[:-1]},"results":[{",".join(bodies)}]}}'
