"""The JSON Schema of a record, which is published."""

from __future__ import annotations

from functools import cache

import orjson

from archive.record.document import Record


@cache
def record_schema() -> bytes:
    """As it is written to static/record.schema.json."""
    schema = Record.model_json_schema(by_alias=True, mode="serialization")
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
