"""The dossier of the Balochistan bombings holds every row of its fact sheet, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from archive.dates import Bounds, bounds
from archive.figures import figure
from archive.record import ImageClaim, ResponsibilityClaim
from archive.vocabulary import About, Attribution, Property, Rule
from tests.sheets import SEED_ID, SEED_ROWS, SEED_SOURCES, Row, claims_for, described, seed_record

SOURCES = {source.key: source for source in seed_record().sources}
S1, S2, S3 = (SOURCES[SEED_SOURCES[name]] for name in ("S1", "S2", "S3"))
KILLED = Property.KILLED


@pytest.mark.parametrize("row", SEED_ROWS, ids=described)
def test_every_row_of_the_sheet_is_a_claim(row: Row) -> None:
    assert claims_for(seed_record(), row, SEED_SOURCES)


def test_the_record_is_known_by_its_permanent_id_and_title() -> None:
    assert (seed_record().id, seed_record().title) == (SEED_ID, "February 2024 Balochistan bombings")


def test_three_sources_are_held_with_what_is_known_of_them() -> None:
    assert len(SOURCES) == 3
    assert S1.title == (
        "Pakistan Election 2024: Bomb Hits Candidate's Election Office—Killing 14, Injuring Dozens More"
    )
    assert (S2.title, S3.title) == ("February 2024 Balochistan bombings", "")
    assert (S1.language, S3.language) == ("en", "en")


def test_the_sources_are_dated_as_the_sheet_dates_them() -> None:
    assert S1.published == "[2024-02-07,2024-02-08]"
    assert S2.published is not None
    assert bounds(S2.published) == Bounds(date(2026, 1, 1), None)
    assert S3.published == "2024-02-07"


def test_the_sources_rest_on_whom_they_credit() -> None:
    credited = [{relation.publication for relation in source.relies_on} for source in (S1, S2, S3)]
    assert credited == [
        {"associated-press", "abc-news"},
        {"bbc", "telegram", "amaq-news-agency"},
        set(),
    ]


def test_what_is_not_known_of_the_sources_stays_empty() -> None:
    assert (S1.publication, S3.publication, S2.version) == (None, None, "")
    for source in (S1, S2, S3):
        assert (source.url, source.archive_url, source.authors) == (None, None, ())


def test_the_inferred_publisher_is_said_to_be_inferred() -> None:
    assert S2.publication == "wikipedia"
    assert "inferred from the form" in S2.note


def test_only_the_sheets_groups_are_named_for_the_incident() -> None:
    named = {
        (claim.value.actor, claim.value.attribution)
        for claim in seed_record().claims
        if isinstance(claim, ResponsibilityClaim) and claim.about is not About.CONTEXT
    }
    assert named == {
        ("islamic-state-pakistan-province", Attribution.ATTRIBUTED),
        ("islamic-state-pakistan-province", Attribution.SELF_CLAIMED),
        (None, Attribution.NONE_NAMED),
    }


def test_the_supersessions_give_the_editors_reason() -> None:
    superseded = [claim for claim in seed_record().claims if claim.superseded_by]
    assert [claim.stated for claim in superseded] == ["at least 24", "14", "at least 14", "at least 10"]
    assert {claim.superseded_reason for claim in superseded} == {"early count, raised in later reports"}


def test_the_pictures_are_not_held() -> None:
    images = [claim.value for claim in seed_record().claims if isinstance(claim, ImageClaim)]
    assert len(images) == 2
    assert all(image.rights.startswith("Not held") for image in images)


@pytest.mark.parametrize(
    ("rule", "attack", "low", "high", "open_above"),
    [
        (Rule.ARCHIVE, None, 28, 30, True),
        (Rule.ARCHIVE, 1, 16, 16, True),
        (Rule.ARCHIVE, 2, 12, 12, False),
        (Rule.SPAN, None, 24, 30, True),
        (Rule.SPAN, 1, 14, 16, True),
        (Rule.SPAN, 2, 10, 12, True),
        (Rule.ACLED, None, 24, 24, False),
        (Rule.OFFICIAL, None, None, None, False),
    ],
)
def test_the_dead_are_counted_as_the_plan_says(
    rule: Rule, attack: int | None, low: int | None, high: int | None, open_above: bool
) -> None:
    about = About.ATTACK if attack else About.INCIDENT
    found = figure(seed_record(), KILLED, about=about, attack=attack, rule=rule)
    assert (found.low, found.high, found.open_above) == (low, high, open_above)


@pytest.mark.parametrize(("rule", "low"), [(Rule.ARCHIVE, 28), (Rule.SPAN, 24)])
def test_on_the_day_itself_the_count_was_lower(rule: Rule, low: int) -> None:
    found = figure(seed_record(), KILLED, rule=rule, known_at=date(2024, 2, 7))
    assert (found.low, found.high, found.open_above) == (low, 28, True)


def test_the_news_article_alone_gives_24_or_more() -> None:
    found = figure(seed_record(), KILLED, sources=frozenset({S1.key}))
    assert (found.low, found.high, found.open_above) == (24, 24, True)


@pytest.mark.parametrize("attack", [1, 2])
def test_the_attackers_own_count_is_shown_and_not_counted(attack: int) -> None:
    both = Property.KILLED_OR_INJURED
    found = figure(seed_record(), both, about=About.ATTACK, attack=attack)
    assert (found.low, found.high, found.used) == (None, None, ())
    assert [left.reason for left in found.left_out] == ["party"]
