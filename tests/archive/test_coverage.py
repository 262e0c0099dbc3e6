"""Which source has which fact."""

from __future__ import annotations

from hypothesis import given

from archive.coverage import NO_FACT, Fact, Told, coverage
from archive.record import Citation, Record, Relation
from archive.vocabulary import About, Population, Property, Reliance, Stance
from tests.builders import count, exactly, happened_at, record, responsible, source, statement
from tests.strategies import records

KILLED = Fact(About.INCIDENT, None, Property.KILLED, Population.ALL)


def test_a_fact_lists_the_claims_of_each_source() -> None:
    made = record(count(1, exactly(3), ("a", "b")), count(2, exactly(4), "a"))

    (row,) = coverage(made, made.claims)
    assert (row.fact, row.told) == (KILLED, {"a": (Told(1, False), Told(2, False)), "b": (Told(1, False),)})


def test_it_shows_that_only_one_source_has_a_fact() -> None:
    made = record(count(1, exactly(3), ("a", "b")), happened_at(2, "p", "b"))

    assert [row.is_single for row in coverage(made, made.claims)] == [False, True]


def test_sources_that_rest_on_one_origin_are_one_voice() -> None:
    quoting = source("b", relies_on=(Relation(how=Reliance.QUOTES, source="a"),))
    made = record(count(1, exactly(3), ("a", "b")), entities=[quoting])

    (row,) = coverage(made, made.claims)
    assert (len(row.supporters), row.independent) == (2, 1)


def test_a_source_that_disputes_a_fact_does_not_state_it() -> None:
    against = Citation(source="b", stance=Stance.DISPUTES)
    made = record(count(1, exactly(3), citations=(Citation(source="a"), against)))

    (row,) = coverage(made, made.claims)
    assert (row.supporters, row.told["b"]) == (("a",), (Told(1, True),))


def test_the_incident_an_attack_the_context_and_whoever_is_counted_are_facts_apart() -> None:
    civilians = exactly(2, population=Population.CIVILIANS)
    made = record(
        count(1, exactly(9), about=About.CONTEXT),
        count(2, exactly(3), attack=1),
        count(3, civilians),
        count(4, exactly(3)),
        attacks=1,
    )

    assert [row.fact for row in coverage(made, made.claims)] == [
        KILLED,
        KILLED._replace(population=Population.CIVILIANS),
        Fact(About.ATTACK, 1, Property.KILLED, Population.ALL),
        Fact(About.CONTEXT, None, Property.KILLED, Population.ALL),
    ]


def test_prose_is_no_fact() -> None:
    made = record(statement(1, "A bomb went off."), responsible(2, "g"))

    assert [row.fact.property for row in coverage(made, made.claims)] == [Property.RESPONSIBILITY]


@given(records())
def test_every_citation_of_a_fact_has_its_place_once(record: Record) -> None:
    placed = [
        (told.claim, key, told.disputes)
        for row in coverage(record, record.claims)
        for key, claims in row.told.items()
        for told in claims
    ]
    cited = {
        (claim.number, citation.source, citation.stance is Stance.DISPUTES)
        for claim in record.claims
        if claim.property not in NO_FACT
        for citation in claim.citations
    }
    assert sorted(placed) == sorted(cited)


@given(records())
def test_no_fact_has_more_voices_than_sources(record: Record) -> None:
    assert all(row.independent <= len(row.supporters) for row in coverage(record, record.claims))
