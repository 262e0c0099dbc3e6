"""Making a release: all of it is read of one state of the archive, while everybody goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from django.conf import settings
from django.db.models import Max, Min

from archive.answers import PublicationAnswer
from archive.bundle import (
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
    Head,
    Manifest,
    Terms,
    changes_text,
    citation_text,
    codebook_text,
    licence_text,
    manifest_text,
    package_text,
    sums_text,
)
from archive.codebook import codebook
from archive.folders import Folder
from archive.models import Change, IncidentEntry, PublicationEntry
from archive.record import record_schema
from archive.releases.folder import Release, all_releases, release_called
from archive.releases.moved import moved_since
from archive.releases.published import change_lines, edition_lines, packed
from archive.releases.tables import exports, write_table
from archive.releases.writing import ReleaseError, new_folder
from archive.streams import by_bytes, snapshot
from archive.vocabulary import PublicationKind

#: Called with the name of what is written next.
Tell = Callable[[str], None]


def make(version: str, day: date, tell: Tell = lambda _: None) -> Release:
    """Write the release of that name and day. Raises ReleaseError.

    The same archive, the same releases before and the same day give the same bytes.
    """
    before = next(iter(all_releases()), None)
    with new_folder(version) as folder, snapshot():
        said = _beginning(version, day, before.manifest if before else None)
        said = _write_published(folder, said, tell)
        said = _write_tables(folder, said, tell)
        _write_words(folder, said, before.manifest if before else None)
    made = release_called(version)
    if made is None:
        raise ReleaseError(f"Release {version} cannot be read again.")
    return made


def _beginning(version: str, day: date, before: Manifest | None) -> Manifest:
    """What is known before anything is written."""
    dated = IncidentEntry.objects.published().order_by()
    return Manifest(
        version=version,
        day=day,
        archive=settings.SITE_NAME,
        site=settings.SITE_URL,
        licence=settings.DATA_LICENCE,
        licence_url=settings.DATA_LICENCE_URL,
        sequence=Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0,
        editions=0,
        head="",
        earliest=dated.exclude(earliest=date.min).aggregate(found=Min("earliest"))["found"],
        latest=dated.exclude(latest=date.max).aggregate(found=Max("latest"))["found"],
        rows={},
        after=before.version if before else None,
    )


def _write_published(folder: Folder, said: Manifest, tell: Tell) -> Manifest:
    head = Head()
    tell(EDITIONS)
    folder.write(EDITIONS, packed(edition_lines(head)))
    tell(CHANGES)
    folder.write(CHANGES, change_lines())
    return said.model_copy(update={"editions": head.count, "head": head.text})


def _write_tables(folder: Folder, said: Manifest, tell: Tell) -> Manifest:
    rows: dict[str, int] = {}
    for export, found in exports():
        tell(export.table.name)
        rows[export.table.name] = write_table(folder, export, found, said)
    return said.model_copy(update={"rows": rows})


def _write_words(folder: Folder, said: Manifest, before: Manifest | None) -> None:
    """What describes the rest; the list of sums comes last."""
    write = partial(_write, folder)
    write(PACKAGE, package_text(said, folder.files))
    write(SCHEMA, record_schema())
    write(CODEBOOK, codebook_text(codebook()))
    write(CITATION, citation_text(said))
    write(LICENCE, licence_text(said, _datasets()))
    write(CHANGED, changes_text(said, before, moved_since(before.sequence) if before else {}))
    write(MANIFEST, manifest_text(said))
    write(SUMS, sums_text(folder.files))


def _write(folder: Folder, name: str, text: str | bytes) -> None:
    folder.write(name, [text.encode() if isinstance(text, str) else text])


def _datasets() -> list[Terms]:
    rows = PublicationEntry.objects.filter(kind=PublicationKind.DATASET).order_by(by_bytes("key"))
    answers = [PublicationAnswer.model_validate_json(row.body) for row in rows]
    return [Terms(one.key, one.name, one.licence or "") for one in answers]
