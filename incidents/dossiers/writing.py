"""From a record to the text of a dossier."""

from __future__ import annotations

from typing import Any

import orjson
import yaml

from archive.record import Record

FORMATS = ("yaml", "json")


class ReadableDumper(yaml.SafeDumper):
    """Writes prose of several lines as a block, and indents lists within their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


ReadableDumper.add_representer(str, _text)


def write(record: Record, form: str = "yaml") -> str:
    """The dossier of a record, which reads back as the same record.

    Keys stand in the model's order; what is empty and the figures, which are computed, are left out.
    `form` is one of FORMATS.
    """
    data = _data(record)
    if form == "json":
        return orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    text: str = yaml.dump(data, Dumper=ReadableDumper, allow_unicode=True, sort_keys=False, width=100)
    return text


def _data(record: Record) -> dict[str, Any]:
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"figures"})
    return {"schema": record.schema_} | data
