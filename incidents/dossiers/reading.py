"""From a file to records."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from archive.record import Record, RecordError, make_record

YAML_ENDINGS = (".yaml", ".yml")
#: Lists and mappings within one another; a record needs seven.
DEEPEST = 50


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
        for name in _twice(names):
            message = f"“{name}” is written twice in the same place"
            raise yaml.constructor.ConstructorError(problem=message, problem_mark=node.start_mark)
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def read(path: Path) -> list[Record]:
    """The records in the file. Raises DossierError with every problem found in it."""
    data = _data(path)
    entries = data if isinstance(data, list) else [data]
    if entries in ([], [None], [""]):
        raise DossierError([f"{path}: holds no record"])
    records: list[Record] = []
    problems: list[str] = []
    for position, entry in enumerate(entries, start=1):
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
        content = path.read_bytes()
    except OSError as error:
        raise DossierError([f"{path}: cannot be read: {error.strerror}"]) from error
    return parsed(content, path)


def parsed(content: bytes, path: Path) -> Any:
    """The plain data in a dossier's bytes, in the form that its name's ending says. Raises DossierError."""
    try:
        text = content.decode("utf-8-sig")
        if path.suffix in YAML_ENDINGS:
            return _yaml(text)
        if path.suffix == ".json":
            return json.loads(text, object_pairs_hook=_mapping)
    except UnicodeDecodeError as error:
        raise DossierError([f"{path}: is not UTF-8 text: {error.reason} at byte {error.start}"]) from error
    except yaml.YAMLError as error:
        raise DossierError([f"{path}: is not YAML: {_yaml_words(error)}"]) from error
    except RecursionError as error:
        raise DossierError([f"{path}: holds lists within lists too deep to be read"]) from error
    except ValueError as error:
        raise DossierError([f"{path}: is not JSON: {error}"]) from error
    raise DossierError([f"{path}: a dossier's name ends in .yaml, .yml or .json"])


def _yaml(text: str) -> Any:
    _refuse_tricks(yaml.parse(text, Loader=PlainLoader))
    return yaml.load(text, Loader=PlainLoader)  # noqa: S506  it makes text, lists and mappings only


def _refuse_tricks(events: Iterable[yaml.Event]) -> None:
    """Raise YAMLError for what a few lines can grow without end: repetition by name, and deep nesting."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise _refused(f"“*{event.anchor}” repeats another part: write it out", event)
        if depth > DEEPEST:
            raise _refused("lists within lists too deep to be read", event)


def _refused(problem: str, event: yaml.Event) -> yaml.YAMLError:
    mark: Any = event.start_mark
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of JSON. Raises ValueError where it has a key twice, instead of losing a value."""
    for name in _twice(name for name, _ in pairs):
        raise ValueError(f"“{name}” is written twice in the same place")
    return dict(pairs)


def _twice(names: Iterable[str]) -> list[str]:
    """The names that occur more than once, in the order of their first."""
    return [name for name, times in Counter(names).items() if times > 1]


def _yaml_words(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}: " if mark else ""
    return f"{where}{getattr(error, 'problem', None) or error}"


def _name(path: Path, entry: Any, position: int) -> str:
    own = entry.get("id") if isinstance(entry, dict) else None
    return f"{path}: record {own or position}"


def _repeated(path: Path, records: Sequence[Record]) -> list[str]:
    names = _twice(record.id for record in records)
    return [f"{path}: record {name}: is in the file twice" for name in names]
