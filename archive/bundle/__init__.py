"""What the files of a release say: names, sums, lines, descriptions and the head. Pure.

A release is a folder of files that never changes: `archive.releases` writes, loads and serves it.
"""

from archive.bundle.changed import Movement, changes_text
from archive.bundle.citation import citation_text
from archive.bundle.codebook import codebook_text
from archive.bundle.described import Collection, Download, Offers, as_dcat, as_schema_org, released
from archive.bundle.head import Head
from archive.bundle.licence import Terms, licence_text
from archive.bundle.lines import (
    BadLine,
    ClosedEdition,
    EditionLine,
    Way,
    closed_text,
    read_change,
    read_edition,
)
from archive.bundle.manifest import Manifest, manifest_text, read_manifest
from archive.bundle.names import (
    CHANGED,
    CHANGES,
    CITATION,
    CODEBOOK,
    EDITIONS,
    LICENCE,
    MANIFEST,
    PACKAGE,
    SCHEMA,
    SUMS,
    is_version,
    media_of,
    table_file,
    tells_of_records,
)
from archive.bundle.package import package_text
from archive.bundle.sums import BadBundle, Held, read_sums, sums_text

__all__ = [
    "CHANGED",
    "CHANGES",
    "CITATION",
    "CODEBOOK",
    "EDITIONS",
    "LICENCE",
    "MANIFEST",
    "PACKAGE",
    "SCHEMA",
    "SUMS",
    "BadBundle",
    "BadLine",
    "ClosedEdition",
    "Collection",
    "Download",
    "EditionLine",
    "Head",
    "Held",
    "Manifest",
    "Movement",
    "Offers",
    "Terms",
    "Way",
    "as_dcat",
    "as_schema_org",
    "changes_text",
    "citation_text",
    "closed_text",
    "codebook_text",
    "is_version",
    "licence_text",
    "manifest_text",
    "media_of",
    "package_text",
    "read_change",
    "read_edition",
    "read_manifest",
    "read_sums",
    "released",
    "sums_text",
    "table_file",
    "tells_of_records",
]
