"""The invented archive of the benchmarks: the same for the same seed, and of the promised shape."""

from __future__ import annotations

from collections import Counter

from archive.record import Record, canonical
from tests.benchmarks.data import FORTY, THOUSANDS, id_of, record_of, records
from tests.benchmarks.data.words import SELDOM

MANY = 300


def shape(record: Record) -> tuple[int, int, int]:
    """Claims, citations, sources that are cited."""
    citations = [citation for claim in record.claims for citation in claim.citations]
    return len(record.claims), len(citations), len({citation.source for citation in citations})


def plain(after: int = 2, count: int = MANY) -> list[Record]:
    return list(records(count, after=after))


def test_a_record_depends_on_its_number_and_the_seed_alone() -> None:
    assert [canonical(one) for one in plain(after=20, count=30)] == [
        canonical(record_of(number)) for number in range(21, 31)
    ]


def test_another_seed_makes_other_records() -> None:
    assert canonical(record_of(3, seed=1)) != canonical(record_of(3, seed=2))


def test_incidents_have_five_claims_seven_citations_and_three_sources() -> None:
    assert {shape(record) for record in plain(count=50)} == {(5, 7, 3)}


def test_two_incidents_are_larger() -> None:
    assert (id_of(1), id_of(2)) == (FORTY, THOUSANDS)
    assert shape(record_of(1)) == (40, 60, 30)
    assert shape(record_of(2)) == (2_000, 3_000, 300)


def test_few_places_and_actors_are_named_very_often() -> None:
    made = plain()
    places = Counter(record.place for record in made)
    countries = Counter(one.key for record in made for one in record.places if one.kind == "country")
    actors = Counter(one.key for record in made for one in record.actors)

    assert len(places) > MANY / 3
    assert places.most_common(1)[0][1] > MANY / 30
    assert countries.most_common(1)[0][0] == "country-1"
    assert actors.most_common(1)[0][0] == "group-1"


def test_a_word_stands_in_as_many_incidents_as_it_should() -> None:
    texts = [canonical(record).decode() for record in plain()]

    assert sum("A convoy" in text for text in texts) == MANY // SELDOM["convoy"]
