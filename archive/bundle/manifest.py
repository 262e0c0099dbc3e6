"""release.json: what a release says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from archive.addresses import absolute, release_path
from archive.bundle.sums import BadBundle

#: What the files look like; it grows with the first release that an older archive could not load.
FORM = 1


class Manifest(BaseModel):
    """A release in short."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: int = Field(default=FORM, ge=1, le=FORM)
    """Which form the files have."""
    version: str
    """What the release is called."""
    day: date
    """Of which day it is."""
    archive: str
    """The name of the archive."""
    site: str
    """Its address, without a slash at the end."""
    licence: str
    """The terms of the archive's own data, by their short name; empty for none."""
    licence_url: str
    """Where these can be read; empty for none."""
    sequence: int
    """The last change that the release knows of."""
    editions: int
    """How many editions there are until then, closed ones included."""
    head: str
    """The digest of the seals of these editions, one to a line, in the order in which they appeared."""
    earliest: date | None
    """The first day on which an incident may lie; empty where none is dated."""
    latest: date | None
    """The last day on which one may."""
    rows: Mapping[str, int]
    """How many rows each table has."""
    after: str | None
    """The release before, with which CHANGES.md compares."""

    @property
    def citation(self) -> str:
        """How it is cited in one line, but for its address, which comes last."""
        return f"{self.archive}, release {self.version}, {self.day.isoformat()}, "

    @property
    def address(self) -> str:
        """Where the release is found."""
        return absolute(release_path(self.version), self.site)


def manifest_text(manifest: Manifest) -> bytes:
    said = manifest.model_dump(mode="json")
    return orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read_manifest(text: bytes) -> Manifest:
    """Raises BadBundle for what is no such file."""
    try:
        return Manifest.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadBundle(f"release.json: {place or 'the file'}: {first['msg']}") from None
