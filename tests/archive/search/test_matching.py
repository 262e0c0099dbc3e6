"""What is found: the same on every engine, which is what plain rules say."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.models import SearchEntry
from archive.search import COLUMNS, BadQuery, Query, parsed
from archive.search.lines import line_of
from archive.search.words import terms_of
from tests.archive.published import publish
from tests.builders import record

pytestmark = pytest.mark.django_db

WORDS = ("bomb", "bombing", "killa", "saifullah", "IS", "the", "قلعہ", "28", "PML-N", "zan'd")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
DOCUMENTS = st.tuples(*[st.lists(TEXTS, max_size=2)] * len(COLUMNS))
NEEDLES = st.builds(
    lambda minus, words, quoted: minus + (f'"{words}"' if quoted else words),
    st.sampled_from(["", "", "-"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.booleans(),
)
Document = tuple[list[str], ...]


def holds(document: Document, terms: tuple[str, ...], depth: int) -> bool:
    """Whether some text in the first columns holds the terms, one after another."""
    texts = (f" {' '.join(terms_of(text))} " for column in document[:depth] for text in column)
    return any(f" {' '.join(terms)} " in text for text in texts)


def matches(document: Document, query: Query, depth: int = len(COLUMNS)) -> bool:
    wanted = all(holds(document, needle.terms, depth) for needle in query.wanted)
    return wanted and not any(holds(document, needle.terms, len(COLUMNS)) for needle in query.unwanted)


def first_depth(document: Document, query: Query) -> int | None:
    return next((depth for depth in range(1, len(COLUMNS) + 1) if matches(document, query, depth)), None)


def store(documents: list[Document]) -> None:
    publish(*(record(id=f"e{number}") for number in range(len(documents))))
    for number, document in enumerate(documents):
        lines = {
            column: line_of(map(terms_of, texts)) for column, texts in zip(COLUMNS, document, strict=True)
        }
        SearchEntry.objects.filter(incident=f"e{number}").update(**lines)


def found(query: Query, depth: int, *, first: bool) -> set[str]:
    """Out of the index; the columns themselves say the same."""
    few = SearchEntry.objects.few("incident", query, depth, first=first)
    rows = SearchEntry.objects.matching(query, depth, first=first)
    assert few is not None
    assert set(few) == set(rows.values_list("incident", flat=True))
    return set(few)


@given(documents=st.lists(DOCUMENTS, min_size=1, max_size=4), typed=st.lists(NEEDLES, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_query_finds_in_any_texts_what_the_plain_rules_find(
    documents: list[Document], typed: list[str]
) -> None:
    try:
        query = parsed(" ".join(typed))
    except BadQuery:
        return
    expected = [first_depth(document, query) for document in documents]

    with transaction.atomic():
        store(documents)
        by_depth = {depth: found(query, depth, first=True) for depth in range(1, len(COLUMNS) + 1)}
        everywhere = found(query, len(COLUMNS), first=False)
        transaction.set_rollback(True)

    assert by_depth == {
        depth: {f"e{n}" for n, first in enumerate(expected) if first == depth} for depth in by_depth
    }
    assert everywhere == {f"e{n}" for n, first in enumerate(expected) if first}


@given(text=st.text(max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_text_is_made_of_it_finds_itself(text: str) -> None:
    try:
        query = parsed(f'"{text}"')
    except BadQuery:
        return
    with transaction.atomic():
        store([([], [], [], [text])])
        hits = found(query, len(COLUMNS), first=False)
        transaction.set_rollback(True)

    assert hits == {"e0"}
