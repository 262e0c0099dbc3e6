"""Some fields of an answer alone: those of its top level, by the names under which they are sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, get_args

import orjson
from pydantic import BaseModel, RootModel


def names_of(answer: type[BaseModel]) -> tuple[str, ...]:
    """The fields that the answer has, or may have where it is one of several kinds."""
    if issubclass(answer, RootModel):
        kinds = get_args(answer.model_fields["root"].annotation)
        return tuple(dict.fromkeys(name for kind in kinds for name in names_of(kind)))
    return tuple(field.alias or name for name, field in answer.model_fields.items())


def only(answer: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The answer without its other fields; what is left keeps its order."""
    return {name: value for name, value in answer.items() if name in names}


def only_text(body: str, names: Collection[str]) -> str:
    """The same of an answer as it is sent."""
    return orjson.dumps(only(orjson.loads(body), names)).decode()
