"""The releases that stand in the folder of the settings, each in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from archive.bundle import MANIFEST, SUMS, BadBundle, Manifest, is_version, read_manifest, read_sums
from archive.folders import digest_of


@dataclass(frozen=True)
class Release:
    """`sums`: the digest of each file by its name; the list of sums is not in it."""

    path: Path
    manifest: Manifest
    sums: Mapping[str, str]

    @property
    def version(self) -> str:
        return self.manifest.version

    def size(self, file: str) -> int:
        """In bytes."""
        return (self.path / file).stat().st_size

    def problems(self, *files: str) -> Iterator[str]:
        """What is wrong with these files, or with all: one that is missing or was changed."""
        for file in files or self.sums:
            if file not in self.sums or not (self.path / file).is_file():
                yield f"{file}: it is missing"
            elif digest_of(self.path / file) != self.sums[file]:
                yield f"{file}: it is not the file whose digest stands in {SUMS}"


def all_releases() -> list[Release]:
    """The newest first; a folder that is no release is passed over."""
    folder = Path(settings.RELEASES_DIR)
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    found = [release for name in names if (release := release_called(name))]
    return sorted(found, key=_age, reverse=True)


def release_called(version: str) -> Release | None:
    """The release of that name, which may be anything that a reader wrote."""
    if not is_version(version):
        return None
    try:
        found = release_at(Path(settings.RELEASES_DIR) / version)
    except BadBundle:
        return None
    return found if found.version == version else None


def release_at(path: Path) -> Release:
    """The release in this folder, or the one to which the file belongs. Raises BadBundle if there is none."""
    folder = path.parent if path.is_file() else path
    try:
        manifest, sums = (folder / MANIFEST).read_bytes(), (folder / SUMS).read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise BadBundle(f"{folder} is no release: {error}") from None
    return Release(folder, read_manifest(manifest), read_sums(sums))


def _age(release: Release) -> tuple[int, str, str]:
    manifest = release.manifest
    return manifest.sequence, manifest.day.isoformat(), manifest.version
