"""A release makes an archive that answers as the one from which it came."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.test import Client

from archive import catalogue, editions
from archive.models import Change, Edition
from archive.record import Record
from archive.releases import all_releases, load
from tests.archive.api.edits import edit
from tests.archive.merges import alone, first, whole
from tests.archive.published import publish, retract
from tests.archive.releases.archives import answers, closed_merge, emptied, eventful, incidents, made
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


def same(client: Client, before: dict[str, tuple[int, bytes]]) -> None:
    """The API answers as it did, and all is proved."""
    now = answers(client)
    assert now.keys() == before.keys()
    assert [path for path in now if now[path] != before[path]] == []
    assert list(editions.verify()) == []
    assert list(catalogue.check()) == []


@pytest.mark.parametrize("seed", range(3))
def test_an_empty_archive_that_loads_a_release_answers_as_the_origin(client: Client, seed: int) -> None:
    eventful(seed)
    before = answers(client)
    release = made()
    emptied()

    load(release.path, batch=7)

    assert len(before) > 100
    same(client, before)


def test_what_was_merged_into_a_retracted_incident_is_closed_in_a_copy_too(client: Client) -> None:
    closed_merge()
    before = answers(client)
    release = made()
    emptied()

    load(release.path)

    same(client, before)
    assert before["/api/v1/incidents/first/"][0] == 410


def test_an_incident_that_came_back_after_its_retraction_has_its_history_in_a_copy(client: Client) -> None:
    publish(record(title="A"))
    retract("event-1")
    publish(record(title="B"))
    before = answers(client)
    release = made()
    emptied()

    load(release.path)

    same(client, before)
    assert b'"number":2' in before["/api/v1/incidents/event-1/editions/"][1]


def test_a_copy_never_sees_what_is_closed() -> None:
    publish(record(title="Quondam"), record(title="Quondam again"), record(id="other"))
    editions.append(record(id="other", title="Quondam too"), note="Quondam was left out.")
    editions.redact(Edition.objects.get(incident="other", number=2), reason="It named somebody.")
    retract("event-1")
    release = made()
    emptied()

    load(release.path)

    assert not Edition.objects.filter(text__contains="Quondam").exists()


def test_a_loaded_copy_makes_the_same_release(client: Client) -> None:
    eventful()
    first = made()
    emptied()
    load(first.path)

    second = made("2026.12")

    assert second.manifest.head == first.manifest.head
    same_files = [file for file in first.sums if file.startswith("editions") or file.endswith(".csv")]
    assert [file for file in same_files if first.sums[file] != second.sums[file]] == []


def test_a_copy_goes_on_from_an_earlier_release(client: Client) -> None:
    eventful(4)
    early = made("1")
    publish(record(count(1, exactly(3)), id="event-1", title="Later"), record(id="new"))
    open_one = Edition.objects.exclude(text="").filter(incident="k7m2qa").first()
    publish(record(id="k7m2qa", title="Renamed"))
    assert open_one
    editions.redact(open_one, reason="It named somebody.")
    retract("m4s8td")
    before = answers(client)
    late = made("2")
    emptied()

    load(early.path)
    loaded = load(late.path)

    assert loaded.known == early.manifest.sequence - Change.objects.order_by("pk")[0].pk + 1
    same(client, before)


@pytest.mark.parametrize("again", [alone, whole])
def test_what_comes_back_after_its_retraction_comes_back_in_a_copy(
    client: Client, again: Callable[[], Record]
) -> None:
    publish(first(), alone())
    catalogue.index(editions.append(whole(), note="The two are one."))
    retract("second")
    early = made("1")
    publish(again())
    before = answers(client)
    late = made("2")
    emptied()

    load(early.path)
    load(late.path)

    same(client, before)
    assert b"The two are one." in before["/api/v1/incidents/second/editions/"][1]


@pytest.mark.parametrize("seed", range(3))
def test_a_copy_that_follows_from_release_to_release_ends_as_the_archive_is(
    client: Client, seed: int
) -> None:
    random, releases = Random(seed), []
    for number in range(30):
        edit(random, number)
        if random.random() < 0.2:
            releases.append(made(str(number)))
    releases.append(made("30"))
    before = answers(client)
    emptied()

    for release in releases:
        load(release.path, batch=4)

    same(client, before)


def test_loading_again_changes_nothing(client: Client) -> None:
    eventful()
    release = made()
    before = answers(client)

    loaded = load(release.path)

    assert loaded.stored == 0
    same(client, before)


def test_a_load_that_was_stopped_goes_on_where_it_was(client: Client) -> None:
    class Stopped(Exception):
        pass

    def stop(stored: int, sequence: int) -> None:
        if stored >= 20:
            raise Stopped

    eventful()
    before = answers(client)
    release = made()
    emptied()
    with pytest.raises(Stopped):
        load(release.path, stop, batch=10)

    loaded = load(release.path)

    assert loaded.known == 20
    same(client, before)


def test_the_commands_make_and_load(client: Client) -> None:
    eventful()
    out = StringIO()
    call_command("release", "2026.11", "--date", "2026-11-30", stdout=out, stderr=out)
    emptied()

    call_command("load_editions", str(all_releases()[0].path), stdout=out, stderr=out)
    call_command("verify", stdout=out, stderr=out)
    call_command("reindex", "--check", stdout=out, stderr=out)

    assert "The head is right" in out.getvalue()
    assert incidents()
