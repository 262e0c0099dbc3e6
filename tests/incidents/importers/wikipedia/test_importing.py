"""Articles are imported like the rows of any dataset, and wait as drafts for an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.figures import figure
from archive.models import Edition
from archive.vocabulary import Property
from incidents.build import build, holds
from incidents.history import keep
from incidents.importers.formats.wikipedia import WIKIPEDIA
from incidents.importers.running import course
from incidents.importers.running.deciding import join
from incidents.importers.running.rows import parse_again
from incidents.importers.running.rows_in_words import title_of
from incidents.importers.running.run import DraftsOnly
from incidents.load import load
from incidents.models import Claim, Dataset, DatasetRow, Import, Incident, Offer, Place, Standing, State
from incidents.publishing import publish
from sources.models import Source
from tests.builders import at_least, between_or_more, count, exactly, place, record
from tests.incidents.importers.running.files import take
from tests.incidents.importers.running.test_command import refused, run, table
from tests.incidents.importers.wikipedia.article import TEXT, box, export, page

pytestmark = pytest.mark.django_db

KEY = "wikipedia-en-77"
FIRST = ("123", "2024-02-07T10:00:00Z", TEXT)
NEWER = ("130", "2024-02-09T10:00:00Z", TEXT.replace("= 28–30+", "= 31+").replace("{{nowrap|40+}}", "45+"))


def imported(folder: Path, *revisions: tuple[str, str, str], title: str = "Example bombings") -> Import:
    return take(export(folder, page(*revisions, title=title), name=f"{len(revisions)}.xml"), form="wikipedia")


def draft() -> Incident:
    return Incident.objects.get(key=KEY)


def here() -> Incident:
    """An editor's incident on the day and near the place of the article."""
    spot = place("spot", name="Some town", kind="settlement", latitude=30.6, longitude=66.9, precision="near")
    return load(record(count(1, exactly(3)), date="2024-02-07", place="spot", entities=[spot]))


def test_an_article_becomes_a_draft_of_what_it_says(tmp_path: Path) -> None:
    found = imported(tmp_path, FIRST)

    assert (found.new, found.published, found.vanished) == (1, 0, 0)
    assert draft().state == State.DRAFT
    row = DatasetRow.objects.get()
    assert (row.external_id, row.release, row.standing) == ("en-77", "123", Standing.OWN)
    again = parse_again(row, WIKIPEDIA)
    assert again is not None
    assert build(draft()).claims == again.record.claims


def test_what_was_left_out_stands_with_the_row(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)

    assert "left out: inquiry: not taken over from summary boxes" in DatasetRow.objects.get().flags


def test_a_later_revision_revises_the_draft(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)
    found = imported(tmp_path, FIRST, NEWER)

    assert (found.new, found.changed) == (0, 1)
    killed, injured = (figure(build(draft()), kind) for kind in (Property.KILLED, Property.INJURED))
    assert (killed.low, killed.open_above, injured.low) == (31, True, 45)
    assert DatasetRow.objects.get().release == "130"
    assert Claim.objects.count() == len(build(draft()).claims) == 15


def test_its_claims_cite_the_later_revision(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)
    imported(tmp_path, FIRST, NEWER, title="Moved bombings")

    source = Source.objects.get(key=KEY)
    assert (source.version, source.published, source.title) == (
        "revision 130",
        "2024-02-09",
        "Moved bombings",
    )
    assert source.url == "https://en.wikipedia.org/w/index.php?title=Moved_bombings&oldid=130"


def test_what_an_editor_changed_in_the_draft_stays(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)
    Incident.objects.update(title="What an editor calls it")
    Claim.objects.filter(property="killed").update(stated="As the editor reads it")
    Source.objects.filter(key=KEY).update(title="The article")
    keep(draft(), by=None, what="Looked it over.")

    imported(tmp_path, FIRST, NEWER, title="Moved bombings")

    assert draft().title == "What an editor calls it"
    assert Claim.objects.get(property="killed").stated == "As the editor reads it"
    assert figure(build(draft()), Property.INJURED).low == 45
    assert Source.objects.get(key=KEY).title == "The article"
    assert any("an editor worked on claim" in flag for flag in DatasetRow.objects.get().flags)


def test_an_editors_own_claim_survives_a_later_revision(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)
    desk = build(draft()).model_copy(update={"figures": ()})
    load(
        desk.model_copy(update={"claims": (*desk.claims, count(50, at_least(5), KEY))}), what="Added a claim."
    )

    imported(tmp_path, FIRST, NEWER)

    assert [claim.value for claim in build(draft()).claims if claim.number == 50] == [at_least(5)]


def test_the_same_revision_twice_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)
    before = build(draft())
    found = imported(tmp_path, FIRST)

    assert (found.new, found.changed, found.unchanged) == (0, 0, 1)
    assert holds(draft(), before)


def test_an_article_that_was_published_is_revised_at_the_desk_alone(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)
    publish(draft(), by=None)
    imported(tmp_path, FIRST, NEWER)

    assert draft().state == State.DRAFT
    assert Edition.objects.count() == 1


def test_articles_of_other_files_have_not_vanished(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)
    found = take(export(tmp_path, page(FIRST, id="78", title="Another")), form="wikipedia")

    assert (found.new, found.vanished) == (1, 0)


def test_an_article_on_an_event_that_is_here_waits_for_an_editor(tmp_path: Path) -> None:
    event = here()
    found = imported(tmp_path, FIRST)

    assert (found.new, found.offered) == (0, 1)
    assert Offer.objects.get().incident == event
    assert not Incident.objects.filter(key=KEY).exists()
    assert title_of(DatasetRow.objects.get()) == "Example bombings"


def test_joined_to_the_event_its_claims_follow_later_revisions(tmp_path: Path) -> None:
    event = here()
    imported(tmp_path, FIRST)
    join(DatasetRow.objects.get(), event, by=None)

    found = imported(tmp_path, FIRST, NEWER)

    assert (found.changed, found.offered) == (1, 0)
    values = [claim.value for claim in build(event).claims if claim.property == Property.KILLED]
    assert values == [exactly(3), at_least(31)]


def test_a_range_that_may_be_more_comes_through_to_the_desk(tmp_path: Path) -> None:
    imported(tmp_path, FIRST)

    (value,) = [claim.value for claim in build(draft()).claims if claim.property == Property.KILLED]
    assert value == between_or_more(28, 30)


def test_what_the_library_knows_stays_as_it_is_there(tmp_path: Path) -> None:
    Place.objects.create(key="pakistan", name="Islamic Republic of Pakistan", kind="country")
    imported(tmp_path, FIRST)

    assert Place.objects.get(key="pakistan").name == "Islamic Republic of Pakistan"


def test_articles_are_not_published_by_an_import(tmp_path: Path) -> None:
    path = export(tmp_path, page(FIRST))

    said = refused(path, form="wikipedia", publish=True)
    assert said == "Articles become drafts, which an editor looks over: import them without publishing them."
    with pytest.raises(DraftsOnly):
        take(path, form="wikipedia", publish=True)
    assert not DatasetRow.objects.exists()


def test_a_dry_run_stores_nothing(tmp_path: Path) -> None:
    said = run(export(tmp_path, page(FIRST)), "--dry-run", form="wikipedia")

    assert "1  new" in said
    assert not Incident.objects.exists()
    assert not Dataset.objects.exists()


def test_refused_articles_come_back_in_a_table_that_can_be_mended(tmp_path: Path) -> None:
    pages = (page(FIRST), page(("5", "2024-02-07T10:00:00Z", "No box."), id="78", title="Another"))
    rejects = tmp_path / "rejects.csv"
    said = run(export(tmp_path, *pages), rejects=rejects, form="wikipedia")
    assert "1  refused" in said
    assert [row["title"] for row in table(rejects)] == ["Another"]

    whole = rejects.read_text("utf-8").replace("No box.", f'"{box(title="A", fatalities="3")}"')
    rejects.write_text(whole, "utf-8")
    assert "1  new" in run(rejects, form="wikipedia")
    assert set(DatasetRow.objects.values_list("external_id", flat=True)) == {"en-77", "en-78"}


def test_an_older_revision_than_the_one_here_is_refused(tmp_path: Path) -> None:
    imported(tmp_path, FIRST, NEWER)
    found = imported(tmp_path, FIRST)

    assert (found.changed, found.refused) == (0, 1)
    assert found.refusals.get().reason == "is of release 123, which is older than 130, which is here already"
    assert figure(build(draft()), Property.KILLED).low == 31


def test_an_export_that_is_cut_off_keeps_the_articles_before_the_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "BATCH", 1)
    path = export(tmp_path, page(FIRST), page(FIRST, id="78", title="Another"))
    whole = path.read_text("utf-8")
    path.write_text(whole[:-40], "utf-8")

    said = refused(path, form="wikipedia")
    assert said.endswith(
        "1 rows are stored or refused, whole: import a sound file of it anew, they are not stored twice."
    )

    path.write_text(whole, "utf-8")
    found = take(path, form="wikipedia")
    assert (found.new, found.unchanged) == (1, 1)


@pytest.mark.parametrize(
    "content",
    ["<mediawiki", "<html></html>", "<mediawiki/>", "", "title\nA\n"],
)
def test_a_broken_export_is_refused_in_one_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "Wikipedia.xml"
    path.write_text(content)

    said = refused(path, form="wikipedia")
    assert said.startswith("Wikipedia.xml: ")
    assert said.endswith("Nothing was imported.")
