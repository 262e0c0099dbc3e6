"""Editions are numbered without gaps, sealed, and never change."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from archive import editions
from archive.models import Edition, EditionError, ImmutableEdition, UnreadableEdition
from archive.record import Record
from archive.vocabulary import EditionKind
from tests.builders import count, exactly, record

pytestmark = pytest.mark.django_db


def titled(title: str, **more: Any) -> Record:
    return record(count(1, exactly(3)), title=title, **more)


def test_the_first_edition_is_number_one_and_later_ones_are_updates() -> None:
    first, second = editions.append(titled("A")), editions.append(titled("B"))

    assert (first.number, first.kind) == (1, EditionKind.FIRST)
    assert (second.number, second.kind) == (2, EditionKind.UPDATE)


def test_an_edition_gives_back_the_record_that_was_published() -> None:
    published = titled("A")

    assert Edition.objects.get(pk=editions.append(published).pk).record == published


def test_each_edition_carries_the_seal_of_the_one_before() -> None:
    first, second = editions.append(titled("A")), editions.append(titled("B"))

    assert (first.previous, second.previous) == ("", first.seal)


def test_incidents_are_numbered_apart() -> None:
    editions.append(titled("A"))

    assert editions.append(titled("B", id="event-2")).number == 1


def test_a_stored_edition_refuses_to_be_saved() -> None:
    edition = editions.append(titled("A"))
    edition.note = "changed"

    with pytest.raises(ImmutableEdition):
        edition.save()


def test_a_stored_edition_refuses_to_be_deleted() -> None:
    with pytest.raises(ImmutableEdition):
        editions.append(titled("A")).delete()


def test_editions_refuse_to_be_changed_or_deleted_together() -> None:
    editions.append(titled("A"))

    with pytest.raises(ImmutableEdition):
        Edition.objects.update(note="changed")
    with pytest.raises(ImmutableEdition):
        Edition.objects.all().delete()


def test_no_new_edition_takes_the_row_of_a_stored_one() -> None:
    stored = editions.append(titled("A"))
    forged = Edition.objects.get(pk=stored.pk)
    forged._state.adding, forged.note = True, "changed"

    with pytest.raises(IntegrityError), transaction.atomic():
        forged.save()
    with pytest.raises(ImmutableEdition):
        Edition.objects.bulk_create(
            [forged], update_conflicts=True, unique_fields=["incident", "number"], update_fields=["note"]
        )
    assert Edition.objects.get(pk=stored.pk).note == ""


def test_a_redaction_empties_the_text_and_keeps_the_seal() -> None:
    edition = editions.append(titled("A"))

    redacted = editions.redact(edition, reason="A court ordered it.")

    assert (redacted.text, redacted.seal, redacted.sha256) == ("", edition.seal, edition.sha256)
    with pytest.raises(UnreadableEdition, match="court"):
        _ = redacted.record


def test_a_redaction_needs_a_reason() -> None:
    with pytest.raises(EditionError):
        editions.redact(editions.append(titled("A")), reason=" ")


def test_a_retraction_closes_every_edition_before_it() -> None:
    editions.append(titled("A"))
    editions.retract("event-1", reason="It never happened.")

    assert not Edition.objects.readable().exists()


def test_an_incident_published_again_opens_only_the_editions_after_its_retraction() -> None:
    editions.append(titled("A"))
    editions.retract("event-1", reason="It never happened.")
    again = editions.append(titled("B"))

    assert list(Edition.objects.readable()) == [again]


def test_an_incident_is_retracted_once() -> None:
    editions.append(titled("A"))
    editions.retract("event-1", reason="It never happened.")

    with pytest.raises(editions.AlreadyRetracted):
        editions.retract("event-1", reason="Again.")


def test_an_incident_that_was_never_published_cannot_be_retracted() -> None:
    with pytest.raises(editions.NoEdition):
        editions.retract("event-1", reason="It never happened.")


def test_the_current_edition_is_the_one_with_the_highest_number() -> None:
    editions.append(titled("A"))
    last = editions.append(titled("B"))

    assert list(Edition.objects.current()) == [last]


def test_only_the_first_edition_is_of_the_first_kind() -> None:
    editions.append(titled("A"))

    with pytest.raises(editions.WrongKind):
        editions.append(titled("B"), kind=EditionKind.FIRST)
