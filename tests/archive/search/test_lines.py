"""A line of terms survives PostgreSQL's form, whatever its length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.search.lines import GAP, MOST_PLACES, MOST_TIMES, line_in, line_of, vector_of

TERMS = st.lists(st.lists(st.sampled_from(["a", "b", "kill", "قلعہ"])))


def test_texts_are_parted_so_that_no_phrase_runs_from_one_into_the_next() -> None:
    assert line_of([["a", "b"], [], ["c"]]) == f"a b {GAP} c"


def test_a_vector_tells_the_places_of_each_term() -> None:
    assert vector_of(f"a b {GAP} a") == "'a':1,4 'b':2"


@given(TERMS)
def test_a_line_comes_back_from_its_vector(texts: list[list[str]]) -> None:
    line = line_of(texts)

    assert line_in(vector_of(line)) == line


def test_terms_beyond_the_last_place_can_be_found_but_stand_beside_nothing() -> None:
    line = line_of([[*map(str, range(MOST_PLACES)), "late", "later", "1"]])

    assert line.split()[MOST_PLACES:] == [GAP, "late", GAP, "later"]
    assert vector_of(line).endswith(" 'late' 'later'")
    assert line_in(vector_of(line)) == line


def test_a_term_has_a_bounded_number_of_places() -> None:
    line = line_of([["a"] * (MOST_TIMES + 5)])

    assert vector_of(line).count(",") == MOST_TIMES - 1
    assert line_in(vector_of(line)) == line


def test_a_line_of_repeated_terms_that_goes_beyond_its_places_comes_back_too() -> None:
    line = line_of([[*["a"] * MOST_PLACES, "late"]])

    assert line_in(vector_of(line)) == line


def test_a_repeated_term_takes_no_place_from_the_others() -> None:
    line = line_of([["a"] * (MOST_TIMES + 1), ["b"]])

    assert line.split()[MOST_TIMES:] == [GAP, GAP, "b"]


def test_many_terms_that_are_not_repeated_stay_as_they_are() -> None:
    terms = [str(number) for number in range(MOST_TIMES * 2)]

    assert line_of([terms, ["a"]]) == f"{' '.join(terms)} {GAP} a"
