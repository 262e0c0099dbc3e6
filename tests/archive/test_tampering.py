"""Any one change of the stored editions is found: by the archive alone, or by a release that was kept."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models, transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from archive import editions
from archive.editions import seal_of, verify
from archive.models import Change, Edition
from archive.releases import Release, compare
from archive.vocabulary import ChangeKind, EditionKind
from tests.archive.published import publish, retract
from tests.archive.releases.archives import made
from tests.builders import record

pytestmark = pytest.mark.django_db

INCIDENTS = ("event-1", "other")
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=5)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
times = st.datetimes().map(lambda time: f"{time:%Y-%m-%d %H:%M:%S.%f}+00:00").filter(lambda time: time > "1")
#: What may be written into which column.
COLUMNS: dict[type[models.Model], dict[str, st.SearchStrategy[Any]]] = {
    Edition: {
        "incident": st.sampled_from(["event-2", "other"]),
        "number": st.integers(1, 9),
        "kind": st.sampled_from([kind.value for kind in EditionKind]),
        "note": texts,
        "published_at": times,
        "text": texts,
        "sha256": digests,
        "previous": digests,
        "seal": digests,
        "redacted_at": times,
        "redaction_reason": texts,
    },
    Change: {
        "id": st.integers(1000, 2000),
        "edition_id": st.integers(1, 10),
        "kind": st.sampled_from([kind.value for kind in ChangeKind]),
        "at": times,
    },
}


@pytest.fixture
def release() -> Release:
    """Two incidents of three editions each, of which one is redacted, and the release of them."""
    publish(*(record(id=incident, title=title) for title in "ABC" for incident in INCIDENTS))
    editions.redact(Edition.objects.get(incident="other", number=2), reason="It named somebody.")
    return made()


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def is_found(release: Release) -> bool:
    return any(True for _ in chain(verify(), compare(release.path).problems))


def is_found_when(release: Release, tampered: Callable[[], bool]) -> bool:
    """Whether it is found, after which it is taken back. What the database refuses is no case."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                is_change = tampered()
                connection.check_constraints()
        except IntegrityError:
            is_change = False
        assume(is_change)
        found = is_found(release)
        transaction.set_rollback(True)
    return found


def values_of(model: type[models.Model], place: int) -> dict[str, Any]:
    return model._default_manager.order_by("pk").values()[place]


def test_nothing_is_found_where_nothing_was_done(release: Release) -> None:
    assert not is_found(release)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.data())
def test_one_value_that_is_another_is_found(release: Release, data: st.DataObject) -> None:
    model = data.draw(st.sampled_from([Edition, Edition, Edition, Change]))
    column = data.draw(st.sampled_from(sorted(COLUMNS[model])))
    value, place = data.draw(COLUMNS[model][column]), data.draw(st.integers(0, 5))
    before = values_of(model, place)

    def write() -> bool:
        table = model._meta.db_table
        run(f"UPDATE {table} SET {column} = %s WHERE id = %s", value, before["id"])
        now = model._default_manager.filter(pk=value if column == "id" else before["id"]).values().get()
        return bool(now != before)

    assert is_found_when(release, write), (model, column, value, place)


def remove(edition: Edition) -> None:
    """Take it away with all that tells of it."""
    for table in ("archive_change", "archive_holding"):
        run(f"DELETE FROM {table} WHERE edition_id = %s", edition.pk)
    run("UPDATE archive_incidententry SET edition_id = 1 WHERE edition_id = %s", edition.pk)
    run("DELETE FROM archive_edition WHERE id = %s", edition.pk)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_edition_that_was_taken_away_is_found_even_at_the_end(release: Release, number: int) -> None:
    with connection.constraint_checks_disabled():
        remove(Edition.objects.get(incident="event-1", number=number))
        found = is_found(release)
        transaction.set_rollback(True)

    assert found


def test_editions_that_changed_places_are_found(release: Release) -> None:
    """The first stays in its place: the database knows that no other may have it."""
    for before, after in ((2, 9), (3, 2), (9, 3)):
        run("UPDATE archive_edition SET number = %s WHERE incident = 'other' AND number = %s", after, before)

    assert is_found(release)


def test_the_whole_of_a_chain_that_was_written_anew_is_found(release: Release) -> None:
    """Every seal and link fits again: nothing in the archive itself tells."""
    before = ""
    for edition in Edition.objects.filter(incident="event-1").order_by("number"):
        edition.note, edition.previous = "Nothing happened.", before
        before = edition.seal = seal_of(edition)
        values = (edition.note, edition.previous, edition.seal, edition.pk)
        run("UPDATE archive_edition SET note = %s, previous = %s, seal = %s WHERE id = %s", *values)

    assert list(verify()) == []
    assert is_found(release)


def test_an_edition_that_was_put_between_is_found_though_it_is_sealed_and_told(release: Release) -> None:
    last = Edition.objects.get(incident="event-1", number=3)
    run("UPDATE archive_edition SET number = 4 WHERE id = %s", last.pk)
    before = Edition.objects.get(incident="event-1", number=2)
    put = Edition(incident="event-1", number=3, kind="update", previous=before.seal)
    put.published_at, put.text, put.sha256 = before.published_at, before.text, before.sha256
    put.seal = seal_of(put)
    put.save()
    Change.objects.create(edition=put, kind="update", at=put.published_at)

    assert is_found(release)


def verified(*options: str) -> str:
    out = StringIO()
    call_command("verify", *options, stdout=out, stderr=out)
    return out.getvalue()


def test_a_stranger_proves_a_release_by_its_files_and_an_earlier_head(release: Release) -> None:
    publish(record(title="D"))
    retract("other")
    later = made("2026.12")

    said = verified("--release", str(later.path), "--alone", "--head", release.manifest.head.upper())

    assert "Release 2026.12 is whole: 8 editions." in said
    assert "is of its first 6: none was rewritten since" in said


def test_a_stranger_sees_that_a_head_is_of_another_past(release: Release) -> None:
    with pytest.raises(CommandError, match="not of the archive whose head you noted"):
        verified("--release", str(release.path), "--alone", "--head", "0" * 64)


def test_a_stranger_sees_that_a_release_was_rewritten_though_its_sums_fit(release: Release) -> None:
    path = release.path / "editions.ndjson.gz"
    lines = gzip.decompress(path.read_bytes()).splitlines()
    lines[0] = orjson.dumps(orjson.loads(lines[0]) | {"note": "Nothing happened."})
    refit(release.path, "editions.ndjson.gz", gzip.compress(b"\n".join(lines) + b"\n"))

    with pytest.raises(CommandError, match="not whole"):
        verified("--release", str(release.path), "--alone")


def test_a_stranger_sees_that_the_head_is_none_of_the_editions(release: Release) -> None:
    said = orjson.loads((release.path / "release.json").read_bytes()) | {"head": "0" * 64}
    refit(release.path, "release.json", orjson.dumps(said))

    with pytest.raises(CommandError, match="not whole"):
        verified("--release", str(release.path), "--alone")


def refit(folder: Path, file: str, content: bytes) -> None:
    """Write the file, and its digest into the list of sums."""
    before, sums = editions.digest((folder / file).read_bytes()), folder / "SHA256SUMS"
    (folder / file).write_bytes(content)
    sums.write_text(sums.read_text().replace(before, editions.digest(content)))


def test_what_makes_no_sense_together_is_refused() -> None:
    with pytest.raises(CommandError, match="--alone needs --release"):
        verified("--alone")
    with pytest.raises(CommandError, match="is no release"):
        verified("--release", "/nowhere", "--alone")
