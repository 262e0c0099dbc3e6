"""From a file to records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
import yaml

from archive.record import Record, RecordError, make_record

YAML_ENDINGS = (".yaml", ".yml")


class DossierError(Exception):
    """A file that cannot be entered: one line for each problem, each with file, record and field."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


class PlainLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Reads YAML with every scalar as text, so that no date, number or boolean is guessed."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping. Raises ConstructorError where it has a key twice, instead of losing a value."""
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for name in names:
            if names.count(name) > 1:
                message = f"“{name}” is written twice in the same place"
                raise yaml.constructor.ConstructorError(problem=message, problem_mark=node.start_mark)
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def read(path: Path) -> list[Record]:
    """The records in the file. Raises DossierError with every problem found in it."""
    data = _data(path)
    records: list[Record] = []
    problems: list[str] = []
    for position, entry in enumerate(data if isinstance(data, list) else [data], start=1):
        try:
            records.append(make_record(entry))
        except RecordError as error:
            problems += [f"{_name(path, entry, position)}: {problem}" for problem in error.problems]
    problems += _repeated(path, records)
    if problems:
        raise DossierError(problems)
    return records


def _data(path: Path) -> Any:
    try:
        text = path.read_bytes().decode()
        if path.suffix in YAML_ENDINGS:
            return yaml.load(text, Loader=PlainLoader)  # noqa: S506  it makes text, lists and mappings only
        if path.suffix == ".json":
            return orjson.loads(text)
    except OSError as error:
        raise DossierError([f"{path}: cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise DossierError([f"{path}: is not UTF-8 text: {error.reason} at byte {error.start}"]) from error
    except yaml.YAMLError as error:
        raise DossierError([f"{path}: is not YAML: {_yaml_words(error)}"]) from error
    except orjson.JSONDecodeError as error:
        raise DossierError([f"{path}: is not JSON: {error}"]) from error
    raise DossierError([f"{path}: a dossier's name ends in .yaml, .yml or .json"])


def _yaml_words(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}: " if mark else ""
    return f"{where}{getattr(error, 'problem', None) or error}"


def _name(path: Path, entry: Any, position: int) -> str:
    own = entry.get("id") if isinstance(entry, dict) else None
    return f"{path}: record {own or position}"


def _repeated(path: Path, records: Sequence[Record]) -> list[str]:
    names = [record.id for record in records]
    return [f"{path}: record {name}: is in the file twice" for name in set(names) if names.count(name) > 1]
