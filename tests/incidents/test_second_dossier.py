"""The dossier of the Mastung bombing holds every row of its fact sheet, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from archive.figures import figure, undated_claims
from archive.record import QuantityClaim
from archive.vocabulary import About, Property, Reliance, Rule, SourceKind
from tests.sheets import SECOND_ID, SECOND_ROWS, SECOND_SOURCES, Row, claims_for, described, second_record

SOURCES = {source.key: source for source in second_record().sources}
KILLED = Property.KILLED
FIRST_DAY, THIRD_DAY, LATER = date(2018, 7, 13), date(2018, 7, 15), date(2018, 7, 20)


@pytest.mark.parametrize("row", SECOND_ROWS, ids=described)
def test_every_row_of_the_sheet_is_a_claim(row: Row) -> None:
    assert claims_for(second_record(), row, SECOND_SOURCES)


def test_no_count_is_there_that_the_sheet_does_not_give() -> None:
    counts = [claim for claim in second_record().claims if isinstance(claim, QuantityClaim)]
    assert len(counts) == sum(row.property in ("killed", "injured") for row in SECOND_ROWS)


def test_the_record_is_known_by_its_permanent_id_and_title() -> None:
    assert (second_record().id, second_record().title) == (SECOND_ID, "2018 Mastung bombing")


def test_the_sources_are_those_of_the_sheet() -> None:
    assert SOURCES.keys() == set(SECOND_SOURCES.values())


@pytest.mark.parametrize(
    ("names", "published"),
    [
        (("PTI", "AFP", "AFP-claim", "Dawn", "News-13"), "2018-07-13"),
        (("News-14", "inewstoday", "Morning-Bell"), "2018-07-14"),
        (("News-16", "RT"), "2018-07-16"),
        (("AP",), "2018-07-20"),
        (("Museum", "UCDP"), None),
    ],
)
def test_the_sources_are_dated_as_the_sheet_dates_them(names: tuple[str, ...], published: str | None) -> None:
    assert {SOURCES[SECOND_SOURCES[name]].published for name in names} == {published}


def test_the_addresses_are_those_of_the_sheet() -> None:
    assert {source.url for source in SOURCES.values() if source.url} == {
        "https://dawn.com/news/1419812",
        "https://thenews.com.pk/latest/341277",
        "https://thenews.com.pk/print/341581",
        "https://thenews.com.pk/latest/342402",
        "https://rt.com/newsline/433348",
    }


def test_the_dataset_row_rests_on_the_headlines_it_lists() -> None:
    listed = {SECOND_SOURCES[name] for name in ("PTI", "AFP", "AFP-claim", "AP")}
    row = SOURCES[SECOND_SOURCES["UCDP"]]
    assert {relation.source for relation in row.relies_on if relation.how is Reliance.SUMMARISES} == listed
    assert {SOURCES[key].kind for key in listed} == {SourceKind.HEADLINE}


def test_the_edited_page_is_one_source_with_two_locators() -> None:
    cited = [citation for claim in second_record().claims for citation in claim.citations]
    found = {citation.locator for citation in cited if citation.source == SECOND_SOURCES["Dawn"]}
    assert {"address of the page", "headline as later edited"} <= found


def test_another_towns_dead_stay_in_the_context() -> None:
    over = next(claim for claim in second_record().claims if claim.stated == "over 132")
    assert over.about is About.CONTEXT


def test_the_museums_page_is_deprecated_with_the_editors_reason() -> None:
    kept = [claim for claim in second_record().claims if claim.rank == "deprecated"]
    assert [claim.stated for claim in kept] == ["128", "nearly 120"]
    assert {claim.rank_reason for claim in kept} == {"kept the first day's toll"}


@pytest.mark.parametrize(
    ("rule", "known_at", "low", "high"),
    [
        (Rule.ARCHIVE, None, 149, 149),
        (Rule.SPAN, None, 85, 149),
        (Rule.ARCHIVE, FIRST_DAY, 128, 128),
        (Rule.SPAN, FIRST_DAY, 85, 128),
        (Rule.ARCHIVE, THIRD_DAY, 128, 128),
        (Rule.ARCHIVE, LATER, 149, 149),
    ],
)
def test_the_dead_rise_as_the_sheet_says(rule: Rule, known_at: date | None, low: int, high: int) -> None:
    found = figure(second_record(), KILLED, rule=rule, known_at=known_at)
    assert (found.low, found.high, found.open_above) == (low, high, False)


@pytest.mark.parametrize(("rule", "low", "high"), [(Rule.ARCHIVE, 150, 200), (Rule.LATEST, 180, 180)])
def test_the_injured_move_too(rule: Rule, low: int, high: int) -> None:
    found = figure(second_record(), Property.INJURED, rule=rule)
    assert (found.low, found.high, found.open_above) == (low, high, True)


def test_the_injured_of_the_first_day_are_150_to_over_200() -> None:
    found = figure(second_record(), Property.INJURED, known_at=FIRST_DAY)
    assert (found.low, found.high, found.open_above) == (150, 200, True)


def test_the_dataset_and_the_museum_are_undated() -> None:
    undated = {citation.source for claim in undated_claims(second_record()) for citation in claim.citations}
    assert undated == {SECOND_SOURCES["UCDP"], SECOND_SOURCES["Museum"]}
