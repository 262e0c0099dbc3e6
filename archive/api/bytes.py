"""The bytes of a list, put together from answers that are ready."""

from __future__ import annotations

from collections.abc import Iterable

import orjson


def joined(
    following: str | None, preceding: str | None, bodies: Iterable[str], count: int | None = None
) -> str:
    """One page of a list, as `archive.answers.Page` describes it, from bodies that are JSON already."""
    about: dict[str, str | int | None] = {"next": following, "previous": preceding}
    about |= {} if count is None else {"count": count}
    return f'{orjson.dumps(about).decode()[:-1]},"results":[{",".join(bodies)}]}}'
