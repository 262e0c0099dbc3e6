"""datapackage.json: the tables with the types of their columns, and how they belong together.

https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from archive.bundle.manifest import Manifest
from archive.bundle.names import table_file
from archive.bundle.sums import Held
from archive.columns import TABLES, Table
from archive.columns.package import field_of

#: What tells one row of a table from all others. A figure of an incident has no attack, so figures have none.
KEYS: Mapping[str, Sequence[str]] = {
    "incidents": ("id",),
    "attacks": ("incident", "number"),
    "claims": ("incident", "number"),
    "citations": ("incident", "claim", "position"),
    "editions": ("incident", "number"),
    **dict.fromkeys(("sources", "publications", "actors", "places", "conflicts"), ("key",)),
}

#: Of each table: its columns that name a row of another, and what they name there; “” is the table itself.
LINKS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "incidents": {"place": ("places", "key"), "located_by": ("places", "key")},
    "attacks": {"incident": ("incidents", "id"), "place": ("places", "key"), "located_by": ("places", "key")},
    "figures": {"incident": ("incidents", "id")},
    "claims": {
        "incident": ("incidents", "id"),
        "claimant": ("actors", "key"),
        "responsible": ("actors", "key"),
        "place": ("places", "key"),
        "conflict": ("conflicts", "key"),
    },
    "citations": {
        "incident": ("incidents", "id"),
        "source": ("sources", "key"),
        "publication": ("publications", "key"),
    },
    "sources": {"publication": ("publications", "key")},
    "actors": {"part_of": ("", "key")},
    "places": {"parent": ("", "key")},
}


def package_text(release: Manifest, files: Mapping[str, Held]) -> bytes:
    said = {
        "profile": "tabular-data-package",
        "name": f"release-{release.version}",
        "id": release.address,
        "title": f"{release.archive}, release {release.version}",
        "version": release.version,
        "created": f"{release.day.isoformat()}T00:00:00Z",
        "homepage": release.site,
        **_licences(release),
        "resources": [_resource(table, files[table_file(table.name, "csv")]) for table in TABLES],
    }
    return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _licences(release: Manifest) -> Mapping[str, Any]:
    """By an address, for the short name need not stand in a list.

    https://specs.frictionlessdata.io/data-package/#licenses
    """
    if not release.licence_url:
        return {}
    return {"licenses": [{"path": release.licence_url, "title": release.licence}]}


def _resource(table: Table, held: Held) -> Mapping[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table_file(table.name, "csv"),
        "description": f"A row is: {table.meaning}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": held.size,
        "hash": f"sha256:{held.sha256}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> Mapping[str, Any]:
    columns = zip(table.columns, table.kinds, strict=True)
    said: dict[str, Any] = {
        "fields": [field_of(table, column, kind) for column, kind in columns],
        "missingValues": [""],
    }
    if table.name in KEYS:
        said["primaryKey"] = list(KEYS[table.name])
    if foreign := list(_foreign(table.name)):
        said["foreignKeys"] = foreign
    return said


def _foreign(table: str) -> Iterator[Mapping[str, Any]]:
    for column, (resource, field) in LINKS.get(table, {}).items():
        yield {"fields": column, "reference": {"resource": resource, "fields": field}}
    if table == "citations":
        yield {
            "fields": ["incident", "claim"],
            "reference": {"resource": "claims", "fields": ["incident", "number"]},
        }
