"""The ten short dossiers hold what their fact sheet says, and nothing else."""

from __future__ import annotations

from collections import defaultdict

import pytest

from archive.figures import figure
from archive.record import PlaceClaim, QuantityClaim, Record, ResponsibilityClaim
from archive.vocabulary import About, Attribution, ClaimantKind, Population, Property, Rule, SourceKind
from tests.sheets import SHORT_FIGURES, SHORT_SHEETS, Counts, Numbers, Sheet, short_records

RECORDS = {record.id: record for record in short_records()}
EACH = pytest.mark.parametrize("sheet", SHORT_SHEETS, ids=lambda sheet: sheet.id)
HEADLINE = (Population.UNSTATED, Population.ALL)


def counted(record: Record, measure: Property, about: About, populations: tuple[Population, ...]) -> Counts:
    """Each source and what it states, in the words of the claims."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in record.claims:
        if not isinstance(claim, QuantityClaim) or (claim.property, claim.about) != (measure, about):
            continue
        if claim.value.population in populations:
            found[claim.citations[0].source].append(claim.stated)
    return tuple((source, tuple(words)) for source, words in found.items())


def test_there_is_a_dossier_for_every_row_of_the_sheet() -> None:
    assert RECORDS.keys() == {sheet.id for sheet in SHORT_SHEETS} == SHORT_FIGURES.keys()


@EACH
def test_the_killed_are_those_that_each_source_states(sheet: Sheet) -> None:
    found = counted(RECORDS[sheet.id], Property.KILLED, About.INCIDENT, HEADLINE)
    assert sorted(found) == sorted(sheet.killed)


@EACH
def test_the_injured_are_those_that_each_source_states(sheet: Sheet) -> None:
    found = counted(RECORDS[sheet.id], Property.INJURED, About.INCIDENT, HEADLINE)
    assert sorted(found) == sorted(sheet.injured)


@EACH
def test_the_dead_of_one_population_stand_apart(sheet: Sheet) -> None:
    others = tuple(population for population in Population if population not in HEADLINE)
    assert counted(RECORDS[sheet.id], Property.KILLED, About.INCIDENT, others) == sheet.apart


@EACH
def test_a_count_of_several_events_together_is_context(sheet: Sheet) -> None:
    found = counted(RECORDS[sheet.id], Property.KILLED, About.CONTEXT, HEADLINE)
    assert found == sheet.around


@EACH
def test_those_held_responsible_are_those_of_the_sheet(sheet: Sheet) -> None:
    claims = [claim for claim in RECORDS[sheet.id].claims if isinstance(claim, ResponsibilityClaim)]
    assert tuple((claim.value.actor, claim.value.attribution.value) for claim in claims) == sheet.held


@EACH
def test_a_claim_of_responsibility_is_the_groups_own_and_any_other_is_ucdps(sheet: Sheet) -> None:
    for claim in RECORDS[sheet.id].claims:
        if isinstance(claim, ResponsibilityClaim) and claim.value.attribution is Attribution.SELF_CLAIMED:
            assert claim.claimant.actor == claim.value.actor
            assert claim.claimant.kind is ClaimantKind.PARTY
        elif isinstance(claim, ResponsibilityClaim):
            assert claim.claimant.role == "UCDP"


@EACH
def test_day_and_place_are_those_of_the_sheet(sheet: Sheet) -> None:
    record = RECORDS[sheet.id]
    assert (record.date, record.place) == (sheet.day, sheet.place)
    assert any(isinstance(claim, PlaceClaim) for claim in record.claims)


@pytest.mark.parametrize(
    ("id", "rule", "expected"),
    [(id, rule, numbers) for id, by_rule in SHORT_FIGURES.items() for rule, numbers in by_rule.items()],
)
def test_the_killed_by_each_rule(id: str, rule: Rule, expected: Numbers) -> None:
    found = figure(RECORDS[id], Property.KILLED, rule=rule)
    assert (found.low, found.best, found.high, found.open_above) == expected


def test_a_later_count_takes_the_place_of_an_earlier_one_of_the_same_agency() -> None:
    replaced = [
        (claim.stated, claim.superseded_reason)
        for record in RECORDS.values()
        for claim in record.claims
        if claim.superseded_by is not None
    ]
    assert replaced == [("84", "raised by the same agency on 21 February")]


def test_the_counts_of_officials_and_police_are_official() -> None:
    official = {
        id: [claim.stated for claim in record.claims if claim.claimant.kind is ClaimantKind.OFFICIAL]
        for id, record in RECORDS.items()
    }
    assert {id: said for id, said in official.items() if said} == {
        "d6w1re": ["11"],
        "y5g3ks": ["130"],
        "c4v9tz": ["at least 52"],
    }


def test_only_the_attack_on_a_rally_is_election_violence() -> None:
    of_elections = {id for id, record in RECORDS.items() if record.conflicts}
    assert of_elections == {"r2j7mp"}


def test_a_headline_is_said_to_be_known_through_ucdps_list() -> None:
    headlines = [
        source
        for record in RECORDS.values()
        for source in record.sources
        if source.kind is SourceKind.HEADLINE
    ]
    assert headlines
    assert all(
        source.note.startswith("Known through the list of sources of UCDP's event") for source in headlines
    )
    assert not any(source.title or source.url for source in headlines)


def test_pakistan_body_count_is_cited_by_row_and_version() -> None:
    rows = {
        source.key: source.version
        for record in RECORDS.values()
        for source in record.sources
        if source.publication == "pakistan-body-count"
    }
    numbers = (369, 373, 378, 435, 469)
    assert rows == {f"pakistan-body-count-{number}": "11" for number in numbers}
