"""Whoever tampers with an edition is found out."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archive import editions
from archive.editions import (
    ChainBroken,
    EditionMissing,
    HeaderChanged,
    Problem,
    TextChanged,
    TextUnreadable,
    ToldOtherwise,
    Untold,
    digest,
    seal_of,
    verify,
)
from archive.models import Change, Edition
from tests.builders import record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def three_editions() -> list[Edition]:
    return [editions.append(record(title=title)) for title in "ABC"]


def tamper(which: int, **values: Any) -> None:
    """Change an edition behind the archive's back."""
    for column, value in values.items():
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE archive_edition SET {column} = %s WHERE number = %s", [value, which])


def remove(number: int) -> None:
    """Take an edition away, and all that tells of it."""
    Change.objects.filter(edition__number=number).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM archive_edition WHERE number = %s", [number])


def problems() -> set[tuple[type[Problem], int]]:
    return {(type(problem), problem.number) for problem in verify()}


def test_an_untouched_chain_has_no_problems() -> None:
    editions.retract("event-1", reason="It never happened.")

    assert problems() == set()


def test_a_changed_text_is_found() -> None:
    tamper(2, text='{"schema": 1}')

    assert problems() == {(TextChanged, 2)}


def test_a_text_that_was_taken_away_is_found() -> None:
    tamper(2, text="")

    assert problems() == {(TextChanged, 2)}


def test_a_changed_text_with_a_matching_digest_is_found() -> None:
    tamper(2, text='{"schema": 1}', sha256=digest('{"schema": 1}'))

    assert problems() == {(HeaderChanged, 2), (TextUnreadable, 2)}


def test_a_changed_note_is_found() -> None:
    tamper(2, note="Nothing happened")

    assert problems() == {(HeaderChanged, 2)}


@pytest.mark.parametrize("change", [{"kind": "correction"}, {"published_at": "2020-01-01 00:00:00+00:00"}])
def test_a_changed_header_that_was_told_otherwise_is_found(change: dict[str, str]) -> None:
    tamper(2, **change)

    assert problems() == {(HeaderChanged, 2), (ToldOtherwise, 2)}


def test_a_header_that_was_sealed_anew_breaks_the_chain() -> None:
    tamper(2, note="Nothing happened")
    tamper(2, seal=seal_of(Edition.objects.get(number=2)))

    assert problems() == {(ChainBroken, 3)}


def test_a_removed_edition_is_found() -> None:
    remove(2)

    assert problems() == {(EditionMissing, 2)}


def test_a_removed_beginning_is_found() -> None:
    remove(1)

    assert problems() == {(EditionMissing, 1)}


def test_a_removed_edition_whose_gap_was_closed_is_found() -> None:
    remove(2)
    tamper(3, number=2)

    assert problems() == {(HeaderChanged, 2), (ChainBroken, 2)}


def test_exchanged_editions_are_found() -> None:
    tamper(2, number=4)
    tamper(3, number=2)
    tamper(4, number=3)

    assert {number for _, number in problems()} == {2, 3}
    assert (ChainBroken, 3) in problems()


def test_an_inserted_edition_is_found() -> None:
    tamper(3, number=4)
    second = Edition.objects.get(number=2)
    inserted = Edition(
        incident="event-1",
        number=3,
        kind="update",
        note="",
        published_at=second.published_at,
        text=second.text,
        sha256=second.sha256,
        previous=second.seal,
    )
    inserted.seal = seal_of(inserted)
    inserted.save()

    assert problems() == {(HeaderChanged, 4), (ChainBroken, 4), (Untold, 3)}


def test_a_redacted_text_is_no_problem(three_editions: list[Edition]) -> None:
    editions.redact(three_editions[1], reason="A court ordered it.")

    assert problems() == set()


def test_the_command_says_what_is_redacted(three_editions: list[Edition]) -> None:
    editions.redact(three_editions[1], reason="A court ordered it.")
    out = StringIO()

    call_command("verify", stdout=out)

    assert "event-1, edition 2: redacted" in out.getvalue()
    assert "All 3 editions are as they were published." in out.getvalue()


def test_the_command_names_each_problem_and_fails() -> None:
    remove(2)
    out = StringIO()

    with pytest.raises(CommandError, match="1 problems"):
        call_command("verify", stdout=out)
    assert "event-1, edition 2: there is no such edition" in out.getvalue()
