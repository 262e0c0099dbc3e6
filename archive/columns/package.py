"""All tables as a data package, from which programs learn their columns: https://specs.frictionlessdata.io/"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.addresses import API, absolute
from archive.columns.table import Column, Kind, Table
from archive.columns.tables import TABLES

Json = dict[str, Any]

#: https://specs.frictionlessdata.io/table-schema/#types-and-formats
TYPES: Mapping[Kind, Json] = {
    Kind.TEXT: {"type": "string"},
    Kind.WHOLE: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.FLAG: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    Kind.DAY: {"type": "date"},
    Kind.MOMENT: {"type": "datetime", "format": "any"},
}


def package(title: str, site: str, licence: str) -> Json:
    """What a program needs to read every table. `licence`: where the terms can be read, or empty."""
    terms = {"licenses": [{"path": licence}]} if licence else {}
    tables = [_resource(table, site) for table in TABLES]
    return {"profile": "tabular-data-package", "title": title, **terms, "resources": tables}


def _resource(table: Table, site: str) -> Json:
    columns = zip(table.columns, table.kinds, strict=True)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": f"A row is: {table.meaning}",
        "path": absolute(f"{API}/{table.name}.csv", site),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [field_of(table, column, kind) for column, kind in columns]},
    }


def field_of(table: Table, column: Column, kind: Kind) -> Json:
    words = None if table.holds_several(column) else table.words_of(column)
    choice = {"constraints": {"enum": [word.value for word in words]}} if words else {}
    return {"name": column.name, **TYPES[kind], "description": table.meaning_of(column), **choice}
