"""What the pages of data show: the tables as they are now, and the releases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import NamedTuple

from django.conf import settings

from archive.addresses import API, absolute, release_file_path, release_path
from archive.answers import PlaceAnswer
from archive.bundle import (
    SUMS,
    Collection,
    Download,
    Offers,
    released,
    tells_of_records,
)
from archive.keeping import until_published
from archive.models import PlaceEntry
from archive.releases import Release, Withdrawal, all_releases, exports
from archive.streams import PARQUET, Format, formats_of
from archive.vocabulary import PlaceKind

#: How many countries are named as what the data cover.
COUNTRIES = 50


class LiveTable(NamedTuple):
    """A table as it is now."""

    name: str
    meaning: str
    rows: int
    endings: Sequence[str]


class IssuedFile(NamedTuple):
    """A file of a release. `is_open`: whether it is given out."""

    name: str
    path: str
    size: int
    sha256: str
    is_open: bool


@dataclass(frozen=True)
class Issue:
    """A release as pages show it. `withdrawn`: the last change that closed something which it holds."""

    release: Release
    withdrawn: Withdrawal | None

    @property
    def path(self) -> str:
        return release_path(self.release.version)

    @cached_property
    def files(self) -> Sequence[IssuedFile]:
        """The tables last, for there are many."""
        names = sorted(self.release.sums, key=lambda name: ("/" in name, name))
        return [self._file(name) for name in names]

    @property
    def sums_path(self) -> str:
        return release_file_path(self.release.version, SUMS)

    @property
    def size(self) -> int:
        """Of all files, in bytes."""
        return sum(file.size for file in self.files)

    def _file(self, name: str) -> IssuedFile:
        is_open = not (self.withdrawn and tells_of_records(name))
        path = release_file_path(self.release.version, name)
        return IssuedFile(name, path, self.release.size(name), self.release.sums[name], is_open)


def issues(newest: Withdrawal | None) -> list[Issue]:
    """Every release, the newest first; `newest`: the last change that closed anything."""
    return [
        Issue(found, newest if newest and newest.sequence > found.manifest.sequence else None)
        for found in all_releases()
    ]


def live_tables() -> Sequence[LiveTable]:
    return until_published("tables", _tables)


def _tables() -> list[LiveTable]:
    return [
        LiveTable(
            export.table.name,
            export.table.meaning,
            export.count(found),
            [form.ending for form in formats_of(type(export)) if _is_made(form)],
        )
        for export, found in exports()
    ]


def _is_made(form: Format) -> bool:
    return form != PARQUET or find_spec("pyarrow") is not None


def offers(found: Sequence[Issue]) -> Offers:
    """All that can be had, for programs."""
    collections = [_live(), *(_issued(issue) for issue in found)]
    return Offers(settings.SITE_NAME, settings.SITE_URL, settings.DATA_LICENCE_URL, _countries(), collections)


def _live() -> Collection:
    downloads = [
        Download(absolute(f"{API}/{table.name}.{form.ending}", settings.SITE_URL), form.media)
        for export, _ in exports()
        for table in [export.table]
        for form in formats_of(type(export))
        if _is_made(form)
    ]
    return Collection(absolute("/data/", settings.SITE_URL), f"{settings.SITE_NAME}, as it is now", downloads)


def _issued(issue: Issue) -> Collection:
    files = {file.name: (file.sha256, file.size) for file in issue.files if file.is_open}
    return released(issue.release.manifest, files)


def _countries() -> list[str]:
    def named() -> list[str]:
        rows = PlaceEntry.objects.filter(kind=PlaceKind.COUNTRY).order_by("name")[:COUNTRIES]
        return [PlaceAnswer.model_validate_json(row.body).name for row in rows]

    return until_published("countries", named)
