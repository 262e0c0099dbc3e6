"""CITATION.cff: how a release is cited. https://github.com/citation-file-format/citation-file-format"""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from archive.bundle.manifest import Manifest


def citation_text(release: Manifest) -> str:
    return "".join(f"{name}: {_quoted(value)}\n" for name, value in _said(release)) + (
        f"authors:\n  - name: {_quoted(release.archive)}\n    website: {_quoted(release.site)}\n"
        f"identifiers:\n  - type: other\n    value: {_quoted(f'sha256:{release.head}')}\n"
        f"    description: {_quoted('The head: the digest of the seals of all editions of the release')}\n"
    )


def _said(release: Manifest) -> Iterator[tuple[str, str]]:
    yield "cff-version", "1.2.0"
    yield "message", "If you use these data, please cite this release."
    yield "type", "dataset"
    yield "title", f"{release.archive}, release {release.version}"
    yield "version", release.version
    yield "date-released", release.day.isoformat()
    yield "url", release.address
    if release.licence_url:
        yield "license-url", release.licence_url


def _quoted(text: str) -> str:
    """As YAML reads it: every text of JSON is one of YAML. https://yaml.org/spec/1.2.2/#12-json-schema"""
    return orjson.dumps(text).decode()
