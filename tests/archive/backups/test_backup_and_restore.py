"""A backup holds everything, and a restore brings it back, on either engine."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from archive import editions
from archive.backups import BackupError, make, restore
from archive.backups.manifest import MANIFEST, SUMS, table_file
from archive.folders import alone, written_whole
from archive.models import Edition
from incidents.models import Actor, Incident
from sources.captures.keeping import body_in
from sources.models import Capture
from tests.archive.backups.archives import BODY, emptied, filled, sums, told
from tests.archive.published import publish
from tests.builders import record
from tests.stack.process import run

pytestmark = pytest.mark.django_db


def put(path: Path, tell: Callable[[str], None] = lambda _: None) -> None:
    """Restore the backup beside a folder of copies that is as empty as the database."""
    emptied()
    with override_settings(CAPTURES_DIR=path.with_name("captures-restored")):
        restore(path, tell)


def test_what_is_restored_makes_the_same_backup_and_proves_right(tmp_path: Path) -> None:
    filled()
    before = make(tmp_path / "before")
    emptied()
    out = StringIO()

    with override_settings(CAPTURES_DIR=tmp_path / "captures"):
        call_command("restore", str(before.path), stdout=out, stderr=StringIO())
        after = make(tmp_path / "after")
        copy = Capture.objects.get()

        assert body_in(copy.stored) == BODY
    assert sums(after.path) == sums(before.path)
    assert told(after.path) == told(before.path)
    assert User.objects.get().check_password("a password that nobody guesses")
    assert "catalogue: right" in out.getvalue()
    assert "copies of sources: right" in out.getvalue()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the other way round is the same way")
def test_the_other_engine_gives_the_same_backup(tmp_path: Path) -> None:
    filled()
    first = make(tmp_path / "postgresql")
    there = {"DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite3", "SECRET_KEY": settings.SECRET_KEY}
    folders = {name: str(tmp_path / name) for name in ("CAPTURES_DIR", "IMPORTS_DIR", "RELEASES_DIR")}

    paths = (str(first.path), str(tmp_path / "sqlite"))
    done = run("-m", "tests.archive.backups.elsewhere", *paths, **there, **folders)

    assert done.returncode == 0, done.stderr
    put(tmp_path / "sqlite")
    assert sums(tmp_path / "sqlite") == sums(first.path)
    with override_settings(CAPTURES_DIR=tmp_path / "captures-restored"):
        assert sums(make(tmp_path / "back").path) == sums(first.path)
    assert list(editions.verify()) == []


def test_the_next_row_gets_no_key_that_was_ever_given(tmp_path: Path) -> None:
    first, second = (Actor.objects.create(key=key, name=key, kind="armed_group") for key in "ab")
    gone = second.pk
    second.delete()
    backup = make(tmp_path / "backup").path

    put(backup)

    assert first.pk < gone < Actor.objects.create(key="c", name="c", kind="armed_group").pk


def test_nobody_else_may_read_a_backup(tmp_path: Path) -> None:
    filled()

    path = make(tmp_path / "backup").path

    everything = [path, *path.rglob("*")]
    assert len(everything) > 70
    assert {f"{each.stat().st_mode & 0o077:o}" for each in everything} == {"0"}


def test_sessions_and_attempts_to_log_in_stay_out(tmp_path: Path) -> None:
    names = {file.name for file in (make(tmp_path / "backup").path / "tables").iterdir()}

    assert "auth.User.ndjson.gz" in names
    assert not names & {f"{label}.ndjson.gz" for label in settings.OF_THE_MOMENT}


def test_what_has_not_changed_is_shared_with_the_backup_before(tmp_path: Path) -> None:
    filled()
    (stored,) = Path(settings.CAPTURES_DIR).rglob("*.warc.gz")

    first = make(tmp_path / "first").path
    second = make(tmp_path / "second", before=first).path

    (copy,) = second.rglob("*.warc.gz")
    assert copy.read_bytes() == stored.read_bytes()
    assert copy.stat().st_nlink == 2
    assert sums(second) == sums(first)


def test_a_backup_that_breaks_off_leaves_nothing_that_looks_whole(tmp_path: Path) -> None:
    def stop(what: str) -> None:
        if what == "incidents.Claim":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "backup", stop)

    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_a_folder_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", str(tmp_path))


def test_a_database_that_holds_anything_is_not_touched(tmp_path: Path) -> None:
    backup = make(tmp_path / "backup").path
    publish(record())

    with pytest.raises(BackupError, match="archive_edition holds rows"):
        restore(backup)
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("file", [MANIFEST, table_file("archive.Edition"), "captures.sha256"])
def test_a_changed_file_is_named(tmp_path: Path, file: str) -> None:
    publish(record())
    backup = make(tmp_path / "backup").path
    with (backup / file).open("ab") as changed:
        changed.write(b"\n")

    with pytest.raises(BackupError, match=f"{file} is not the file that was written"):
        put(backup)
    assert not Edition.objects.exists()


def test_a_changed_copy_of_a_source_is_named(tmp_path: Path) -> None:
    filled()
    backup = make(tmp_path / "backup").path
    (copy,) = backup.rglob("*.warc.gz")
    copy.write_bytes(b"Something else")

    with pytest.raises(CommandError, match=f"{copy.name} is not the file that was written"):
        call_command("restore", str(backup), check=True, stderr=StringIO())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    backup = make(tmp_path / "backup").path
    (backup / table_file("incidents.Claim")).unlink()

    with pytest.raises(BackupError, match=r"incidents.Claim.ndjson.gz is missing"):
        put(backup)


def test_a_folder_without_a_manifest_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no backup"):
        call_command("restore", str(tmp_path))


def test_a_restore_that_breaks_off_leaves_an_empty_database_and_is_begun_anew(tmp_path: Path) -> None:
    def stop(what: str) -> None:
        if what == "incidents.Citation_reported_via":
            raise KeyboardInterrupt

    filled()
    backup = make(tmp_path / "backup").path
    with pytest.raises(KeyboardInterrupt):
        put(backup, stop)
    assert not Incident.objects.exists()

    put(backup)

    assert Incident.objects.count() == 1


def rewritten(backup: Path, file: str, content: bytes) -> None:
    """The backup with another file, and with its digest in the list."""
    before, listed = editions.digest((backup / file).read_bytes()), backup / SUMS
    (backup / file).write_bytes(content)
    listed.write_text(listed.read_text().replace(f"{before}  {file}", f"{editions.digest(content)}  {file}"))


def with_manifest(backup: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """The backup as another version would have written it."""
    said = orjson.loads((backup / MANIFEST).read_bytes())
    change(said)
    rewritten(backup, MANIFEST, orjson.dumps(said))


def test_a_backup_of_a_newer_version_is_refused_with_what_is_not_known(tmp_path: Path) -> None:
    backup = make(tmp_path / "backup").path
    with_manifest(backup, lambda said: said["migrations"]["archive"].append("9999_of_the_future"))

    with pytest.raises(BackupError, match=r"archive\.9999_of_the_future is not known here"):
        put(backup)


def test_a_table_with_fewer_rows_than_were_written_is_found(tmp_path: Path) -> None:
    publish(record())
    backup = make(tmp_path / "backup").path
    with_manifest(backup, lambda said: said["tables"]["archive.Edition"].update(rows=2))

    with pytest.raises(BackupError, match="it has 1 rows, and the manifest says 2"):
        put(backup)


def test_rows_that_point_to_nothing_are_refused(tmp_path: Path) -> None:
    publish(record())
    backup, file = make(tmp_path / "backup").path, table_file("archive.Change")
    change = orjson.loads(gzip.decompress((backup / file).read_bytes()))
    rewritten(backup, file, gzip.compress(orjson.dumps(change | {"edition_id": 999})))

    with pytest.raises(BackupError, match="points to one that is not in the backup"):
        put(backup)


@pytest.mark.parametrize(
    "content",
    [b"no file of gzip", gzip.compress(b'{"id": 1}'), gzip.compress(b"{")],
    ids=["not packed", "no row", "no JSON"],
)
def test_a_file_that_holds_no_rows_is_named(tmp_path: Path, content: bytes) -> None:
    backup, file = make(tmp_path / "backup").path, table_file("archive.Change")
    rewritten(backup, file, content)

    with pytest.raises(BackupError, match=r"archive\.Change\.ndjson\.gz"):
        put(backup)


def test_another_file_in_the_place_of_a_copy_stays(tmp_path: Path) -> None:
    filled()
    (stored,) = Path(settings.CAPTURES_DIR).rglob("*.warc.gz")
    backup = make(tmp_path / "backup").path
    stored.write_bytes(b"Something else")
    emptied()

    with pytest.raises(BackupError, match="is another file than the backup’s"):
        restore(backup)
    assert stored.read_bytes() == b"Something else"


def test_two_backups_do_not_write_into_each_other(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(BackupError, match="Another backup is being written"):
        make(tmp_path / "backup")
    with written_whole(tmp_path / "one") as folder:
        assert folder.path.name == ".one.unfinished"
