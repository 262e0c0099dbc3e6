"""Reading a mapping file, with every problem in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml
from pydantic import ValidationError

from incidents.importers.formats.mapping.model import Mapping


class MappingError(ValueError):
    """A mapping file that cannot be used: one line for each problem, each with its field."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


class PlainLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Reads every scalar as text, so that no date, number or boolean is guessed."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Raises ConstructorError for a field that is written twice, instead of losing one of them."""
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for name in names:
            if names.count(name) > 1:
                raise yaml.constructor.ConstructorError(problem=f"“{name}” is written twice in one place")
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def read_mapping(text: bytes) -> Mapping:
    """The mapping in a YAML text in UTF-8. Raises MappingError, naming every field that is wrong."""
    data = _data(text)
    if not isinstance(data, dict):
        raise MappingError(["a mapping file begins with fields such as “dataset:” and “id:”"])
    try:
        return Mapping.model_validate(data)
    except ValidationError as error:
        raise MappingError([_problem(detail) for detail in error.errors()]) from error


def _data(text: bytes) -> Any:
    try:
        return yaml.load(text.decode("utf-8-sig"), Loader=PlainLoader)  # noqa: S506 - makes nothing but text
    except UnicodeDecodeError as error:
        raise MappingError([f"is not UTF-8 text: {error.reason} at byte {error.start}"]) from error
    except RecursionError as error:
        raise MappingError(["holds lists within lists too deep to be read"]) from error
    except yaml.YAMLError as error:
        raise MappingError([f"is not YAML: {' '.join(str(error).split())}"]) from error


def _problem(detail: Any) -> str:
    field = ".".join(str(step) for step in detail["loc"])
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "missing":
        message = "is missing"
    if detail["type"] == "extra_forbidden":
        message = "is not a field of a mapping file; look at its spelling"
    return f"{field}: {message}" if field else message
