"""A copy that follows a running archive answers as that does, whatever came to pass in it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from random import Random
from typing import Any

import orjson
import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from archive import catalogue, editions
from archive.following import Origin, Unfit, Unreachable, follow
from archive.models import Change, Edition
from tests.archive.api.edits import edit
from tests.archive.following.recorded import Recording, elsewhere
from tests.archive.merges import alone, merged, whole
from tests.archive.published import publish, retract
from tests.archive.releases.archives import answers, closed_merge, emptied
from tests.builders import record

pytestmark = pytest.mark.django_db

Step = Callable[[], object]


def kept_in_step(*steps: Step) -> tuple[dict[str, tuple[int, bytes]], list[Recording]]:
    """What this archive answers after all steps, and a recording after each; it is empty then."""
    recordings = []
    for step in steps:
        step()
        recordings.append(Recording())
    before = answers(Client())
    emptied()
    return before, recordings


def visits(recordings: list[Recording], page: int = 7) -> None:
    with elsewhere(recordings[0]) as server, Origin(server.address) as origin:
        for server.now in recordings:
            follow(origin, page=page)


def same(client: Client, before: dict[str, tuple[int, bytes]]) -> None:
    now = answers(client)
    assert now.keys() == before.keys()
    assert [path for path in now if now[path] != before[path]] == []
    assert list(editions.verify()) == []
    assert list(catalogue.check()) == []


def edits(seed: int, number: int = 15) -> Step:
    random = Random(seed)

    def step() -> None:
        for one in range(number):
            edit(random, one)

    return step


def test_a_copy_that_comes_by_now_and_then_answers_as_the_origin(client: Client) -> None:
    before, recordings = kept_in_step(merged, edits(1, 10), edits(2, 10), edits(3, 10))

    visits(recordings)

    assert len(before) > 60
    same(client, before)


def test_a_copy_that_comes_late_answers_as_the_origin(client: Client) -> None:
    before, recordings = kept_in_step(edits(6, 20))

    visits(recordings, page=200)

    same(client, before)


@pytest.mark.parametrize("again", [alone, whole])
def test_what_was_merged_and_retracted_comes_back_in_a_copy_too(client: Client, again: Step) -> None:
    before, recordings = kept_in_step(closed_merge, again)

    visits(recordings)

    same(client, before)


def test_a_copy_that_first_saw_an_incident_retracted_is_told_its_notes_when_it_comes_back(
    client: Client,
) -> None:
    def back() -> None:
        publish(record(title="B"))

    def gone() -> None:
        publish(record(title="A"))
        retract("event-1")

    before, recordings = kept_in_step(gone, back)

    visits(recordings)

    same(client, before)


def test_a_copy_that_saw_a_text_takes_it_away_when_it_is_redacted() -> None:
    def named() -> None:
        publish(record(title="Quondam"), record(title="B"))

    def redacted() -> None:
        editions.redact(Edition.objects.get(number=1), reason="It named somebody.")

    _, recordings = kept_in_step(named, redacted)

    visits(recordings)

    assert not Edition.objects.filter(text__contains="Quondam").exists()
    assert list(editions.verify()) == []


def test_a_copy_that_was_stopped_goes_on_behind_its_last_whole_page(client: Client) -> None:
    before, (recording,) = kept_in_step(edits(3, 9))
    with elsewhere(recording) as server, Origin(server.address) as origin:

        def stop(stored: int, last: object) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            follow(origin, stop, page=4)
        here = Change.objects.count()
        assert follow(origin, page=4) == len(recording.changes) - here

    assert here == 4
    same(client, before)


def test_whoever_is_in_step_asks_two_questions() -> None:
    _, (recording,) = kept_in_step(edits(4, 5))
    visits([recording])
    with elsewhere(recording) as server, Origin(server.address) as origin:
        assert follow(origin) == 0
        assert len(server.asked) == 2


def test_an_archive_that_is_busy_is_asked_again_when_it_wants_that() -> None:
    _, (recording,) = kept_in_step(edits(5, 3))
    waited: list[float] = []
    with elsewhere(recording) as server, Origin(server.address, pause=waited.append) as origin:
        server.refusals = [(429, "17"), (503, "")]
        follow(origin)

    assert waited == [17, 2]
    assert Change.objects.count() == len(recording.changes)


def test_an_archive_that_never_answers_is_given_up() -> None:
    _, (recording,) = kept_in_step(edits(6, 1))
    with elsewhere(recording) as server:
        address = server.address

    waited: list[float] = []
    with Origin(address, pause=waited.append) as origin, pytest.raises(Unreachable, match="no answer"):
        follow(origin)


def forged(recording: Recording, forge: Callable[[Any], object]) -> None:
    """Change what the first edition is told to be."""
    path = min(recording.editions)
    said = orjson.loads(recording.editions[path][1])
    forge(said)
    recording.editions[path] = (200, orjson.dumps(said))


@pytest.mark.parametrize(
    ("forge", "wrong"),
    [
        (lambda said: said["record"].update(title="Forged"), "its record is not the one whose digest"),
        (lambda said: said.update(note="Forged."), "its seal does not fit"),
        (lambda said: said.update(seal="0" * 64), "with another seal"),
        (lambda said: said.update(kind="update"), "of the kind"),
        (lambda said: said.pop("number"), "it tells of no edition"),
    ],
    ids=["record", "note", "seal", "kind", "no number"],
)
def test_an_edition_that_was_forged_is_refused(forge: Callable[[Any], object], wrong: str) -> None:
    _, (recording,) = kept_in_step(lambda: publish(record(title="A")))
    forged(recording, forge)

    with pytest.raises(Unfit, match=wrong):
        visits([recording])

    assert not Edition.objects.exists()


def test_an_archive_of_which_this_is_no_copy_is_refused() -> None:
    _, (recording,) = kept_in_step(lambda: publish(record(title="A")))
    publish(record(title="Of our own"))

    with pytest.raises(Unfit, match="it is no copy of it"):
        visits([recording])


@pytest.mark.parametrize(
    ("address", "said"),
    [("archive.example.org", "is not an address"), ("{}/nowhere", "is it the address of an archive?")],
    ids=["no scheme", "another page"],
)
def test_what_is_no_archive_is_refused_in_words(address: str, said: str) -> None:
    with elsewhere(Recording()) as server, pytest.raises(CommandError, match=said):
        call_command("follow", address.format(server.address), once=True)


def test_the_command_says_how_far_it_came() -> None:
    _, (recording,) = kept_in_step(lambda: publish(record(title="A"), record(title="B")))
    out, progress = StringIO(), StringIO()

    with elsewhere(recording) as server:
        call_command("follow", server.address, once=True, stdout=out, stderr=progress)

    assert out.getvalue() == "In step: 2 changes were stored.\n"
    assert progress.getvalue().startswith("2 changes, the last one of ")
