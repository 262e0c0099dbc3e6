"""Parts made of values that were checked before, as those of a record that was read."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from archive.record.entities import Part

AnyPart = TypeVar("AnyPart", bound=Part)

#: A frozen model refuses to be given its own values.
_give = object.__setattr__


def made(model: type[AnyPart], values: dict[str, Any]) -> AnyPart:
    """A part with these values, by the names of its fields, and with what it has by default for the others.

    Like pydantic's `model_construct`, which looks for the other names of each field of each part, and so
    takes several times as long: an answer is made of a hundred parts.
    https://docs.pydantic.dev/latest/concepts/models/#creating-models-without-validation
    """
    part = model.__new__(model)
    _give(part, "__dict__", _by_default(model) | values)
    _give(part, "__pydantic_fields_set__", set(values))
    _give(part, "__pydantic_extra__", None)
    _give(part, "__pydantic_private__", None)
    return part


@cache
def _by_default(model: type[Part]) -> dict[str, Any]:
    """The model's fields, in the order in which they are written."""
    return {name: field.get_default() for name, field in model.model_fields.items()}
