"""A second run, a newer release, and what editors did in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import catalogue, editions
from archive.figures import figure
from archive.models import Edition
from archive.vocabulary import Property
from incidents.build import build
from incidents.history import keep
from incidents.load import load
from incidents.merging import merge_incidents
from incidents.models import Claim, DatasetRow, Import, Incident, State
from incidents.publishing import publish, redact, retract
from tests.builders import count, exactly, record
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db

OLD = {"id": "1", "best": "7", "high": "9"}
NEW = {"id": "1", "best": "8", "high": "9"}


def release(folder: Path, *rows: dict[str, str], name: str = "ged221.csv", form: str = "ucdp") -> Path:
    return write(folder / name, form, rows)


def imported(folder: Path, *rows: dict[str, str]) -> Incident:
    take(release(folder, *rows), publish=True)
    return Incident.objects.get(key="ucdp-1")


def newer(folder: Path, *rows: dict[str, str], public: bool = True) -> Import:
    return take(release(folder, *rows, name="ged231.csv"), publish=public)


def touch(incident: Incident, title: str = "What an editor calls it") -> None:
    """An editor gives it a title."""
    Incident.objects.filter(pk=incident.pk).update(title=title)
    keep(Incident.objects.get(pk=incident.pk), by=None, what="Changed the title.")


def killed(incident: Incident) -> int | None:
    return figure(build(incident), Property.KILLED).best


def kinds() -> list[tuple[int, str]]:
    return list(Edition.objects.order_by("number").values_list("number", "kind"))


def test_the_note_of_an_update_says_what_changed_and_by_which_release(tmp_path: Path) -> None:
    imported(tmp_path, OLD)
    newer(tmp_path, NEW)

    note = Edition.objects.get(number=2).note
    assert note.startswith("UCDP Georeferenced Event Dataset 23.1: ")
    assert "8" in note
    assert kinds() == [(1, "first"), (2, "update")]


def test_an_incident_with_an_editors_waiting_change_is_revised_at_the_desk_and_not_published(
    tmp_path: Path,
) -> None:
    incident = imported(tmp_path, OLD)
    touch(incident)

    run = newer(tmp_path, NEW)

    assert (run.changed, run.published) == (1, 0)
    assert killed(incident) == 8
    incident.refresh_from_db()
    assert (incident.title, incident.state) == ("What an editor calls it", State.DRAFT)
    assert kinds() == [(1, "first")]


def test_an_editors_own_claim_survives_and_is_published_with_the_update(tmp_path: Path) -> None:
    incident = imported(tmp_path, OLD)
    desk = build(incident).model_copy(update={"figures": ()})
    own = count(desk.claims[-1].number + 1, exactly(3), desk.sources[0].key)
    load(desk.model_copy(update={"claims": (*desk.claims, own)}), what="Added a claim.")
    publish(incident, by=None)

    run = newer(tmp_path, NEW)

    assert run.published == 1
    numbers = {claim.number for claim in build(incident).claims}
    assert numbers == {claim.number for claim in (*desk.claims, own)}
    assert set(Claim.objects.filter(property="killed").values_list("best", flat=True)) == {8, 3}


def test_a_retracted_incident_stays_retracted(tmp_path: Path) -> None:
    incident = imported(tmp_path, OLD)
    retract(incident, by=None, reason="It never happened.")

    run = newer(tmp_path, NEW)

    assert (run.changed, run.published) == (1, 0)
    assert killed(incident) == 8
    assert kinds() == [(1, "first"), (2, "retraction")]


def test_a_redacted_incident_is_not_published_again(tmp_path: Path) -> None:
    imported(tmp_path, OLD)
    redact(Edition.objects.get(), by=None, reason="A name.")

    assert newer(tmp_path, OLD).published == 0
    assert kinds() == [(1, "first")]


def test_rows_that_vanished_are_counted_and_stay(tmp_path: Path) -> None:
    imported(tmp_path, OLD, {"id": "2"}, {"id": "3"})

    run = newer(tmp_path, OLD)

    assert run.vanished == 2
    assert Incident.objects.count() == 3
    assert DatasetRow.objects.exclude(seen=run).count() == 2


def test_a_deleted_incident_does_not_come_back(tmp_path: Path) -> None:
    imported(tmp_path, OLD).delete()

    run = newer(tmp_path, NEW)

    assert (run.changed, run.new, run.published) == (1, 0, 0)
    assert not Incident.objects.exists()


def test_drafts_that_nobody_touched_are_published_by_a_later_run(tmp_path: Path) -> None:
    file = release(tmp_path, OLD, {"id": "2"})
    take(file)
    touch(Incident.objects.get(key="ucdp-2"))

    run = take(file, publish=True)

    assert (run.unchanged, run.published) == (2, 1)
    assert Edition.objects.get().incident == "ucdp-1"


def test_a_draft_that_nobody_touched_is_published_by_a_run_that_changes_it(tmp_path: Path) -> None:
    take(release(tmp_path, OLD))

    run = newer(tmp_path, NEW)

    assert (run.changed, run.published) == (1, 1)
    assert kinds() == [(1, "first")]
    assert Edition.objects.get().note == "Imported from UCDP Georeferenced Event Dataset 23.1."


def test_what_a_run_changed_without_publishing_a_later_run_publishes_as_an_update(tmp_path: Path) -> None:
    imported(tmp_path, OLD)
    newer(tmp_path, NEW, public=False)
    assert kinds() == [(1, "first")]

    run = newer(tmp_path, NEW)

    assert (run.unchanged, run.published) == (1, 1)
    assert kinds() == [(1, "first"), (2, "update")]
    assert "8" in Edition.objects.get(number=2).note


def test_what_a_run_changed_under_an_editors_hands_no_later_run_publishes(tmp_path: Path) -> None:
    touch(imported(tmp_path, OLD))
    newer(tmp_path, NEW, public=False)

    assert newer(tmp_path, NEW).published == 0


def test_a_row_that_stands_in_the_file_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    run = take(release(tmp_path, OLD, {"id": "2"}, NEW), publish=True)

    assert (run.done, run.new, run.refused) == (3, 2, 1)
    assert run.refusals.get().reason == "“1” stands in the file twice: see row 1"
    assert killed(Incident.objects.get(key="ucdp-1")) == 7


def test_a_column_that_moves_with_every_file_is_no_change(tmp_path: Path) -> None:
    take(release(tmp_path, {}, form="acled"), form="acled")

    run = take(release(tmp_path, {"timestamp": "1800000000"}, form="acled", name="b.csv"), form="acled")

    assert (run.changed, run.unchanged) == (0, 1)


def test_one_id_in_two_datasets_is_two_rows(tmp_path: Path) -> None:
    take(release(tmp_path, {"id": "201403050001", "latitude": "10.0"}))

    run = take(release(tmp_path, {}, form="gtd"), form="gtd")

    assert run.new == 1
    assert DatasetRow.objects.filter(external_id="201403050001").count() == 2


def test_an_incident_of_the_same_id_that_was_not_imported_is_not_taken_for_the_rows(tmp_path: Path) -> None:
    Incident.objects.create(key="ucdp-1", title="An editor’s own")

    run = take(release(tmp_path, OLD))

    assert run.refused == 1
    assert "is here already" in run.refusals.get().reason
    assert Incident.objects.get().title == "An editor’s own"


def test_everything_is_right_after_a_run_an_update_and_a_run(tmp_path: Path) -> None:
    imported(tmp_path, OLD, *({"id": str(number)} for number in range(2, 9)))
    newer(tmp_path, NEW, {"id": "2", "where_coordinates": "Zenda town"}, {"id": "20"})
    newer(tmp_path, NEW, {"id": "2", "where_coordinates": "Zenda town"}, {"id": "20"})

    assert list(catalogue.check()) == []
    assert list(editions.verify()) == []
    assert not Claim.objects.filter(citations=None).exists()


def test_a_dry_run_over_what_is_here_says_that_nothing_would_change(tmp_path: Path) -> None:
    imported(tmp_path, OLD, {"id": "2"})

    run = take(tmp_path / "ged221.csv", dry_run=True)

    assert (run.unchanged, run.changed, run.vanished) == (2, 0, 0)
    assert Import.objects.count() == 1


def test_a_dry_run_tells_what_would_vanish(tmp_path: Path) -> None:
    imported(tmp_path, OLD, {"id": "2"})

    run = take(release(tmp_path, NEW, {"id": "3"}, name="ged231.csv"), dry_run=True)

    assert (run.changed, run.new, run.vanished) == (1, 1, 1)


def test_a_claim_that_was_deleted_before_a_merge_does_not_come_back_after_it(tmp_path: Path) -> None:
    incident = imported(tmp_path, OLD)
    Claim.objects.filter(incident=incident, property="killed").delete()
    into = load(record(count(1, exactly(3)), id="event-1"))
    merge_incidents(incident, into, by=None)

    newer(tmp_path, NEW)

    assert list(Claim.objects.filter(property="killed").values_list("best", flat=True)) == [3]
