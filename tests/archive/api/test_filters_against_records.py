"""Every filter of every list chooses what a plain reading of the records chooses, on archives at random."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.record import Record
from archive.vocabulary import EditionKind
from tests.archive.api.test_hostile_questions import LISTS
from tests.archive.reference import REFERENCES
from tests.archive.reference.worlds import histories, published, questions

pytestmark = pytest.mark.django_db
API = "/api/v1"

#: How an answer of each list names what it is about.
NAMES: dict[str, Any] = {
    "incidents": lambda answer: answer["id"],
    "attacks": lambda answer: (answer["incident"]["id"], answer["number"]),
    "claims": lambda answer: (answer["incident"]["id"], answer["number"]),
    "citations": lambda answer: (answer["incident"]["id"], answer["claim"]["number"], answer["number"]),
    "editions": lambda answer: (answer["incident"], answer["number"]),
    "changes": lambda answer: answer["sequence"],
}
History = list[tuple[Record, EditionKind | None]]
asked = st.fixed_dictionaries({name: questions(LISTS[name]) for name in REFERENCES})


def by_key(answer: Any) -> Any:
    return answer["key"]


@pytest.mark.parametrize("name", REFERENCES)
def test_no_filter_is_without_a_reference(name: str) -> None:
    read = [parameter for together in REFERENCES[name].chooses for parameter in together]

    assert sorted(read) == sorted(LISTS[name].base_filters)


@given(history=histories(), asked=asked)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_list_holds_what_a_plain_reading_of_the_records_chooses(
    history: History, asked: dict[str, list[dict[str, list[str]]]]
) -> None:
    with transaction.atomic():
        world = published(history)
        for name, questions_of in asked.items():
            for question in questions_of:
                answer = Client().get(f"{API}/{name}/", {**question, "page_size": "200", "count": "1"})
                if answer.status_code == 200:
                    _compare(name, question, answer.json(), REFERENCES[name].listed(world, question))
                else:
                    assert _is_refused_rightly(answer.json()["errors"]), (name, question, answer.json())
        transaction.set_rollback(True)


def _compare(name: str, question: object, page: Any, expected: set[Any]) -> None:
    found = [NAMES.get(name, by_key)(answer) for answer in page["results"]]

    assert set(found) == expected, (name, question)
    assert page["count"] == len(found) == len(set(found)), (name, question)


def _is_refused_rightly(errors: dict[str, list[str]]) -> bool:
    """A key may be of nothing that was published, and bounds may cross."""
    reasons = [reason for each in errors.values() for reason in each]
    return all("There is none with the key" in reason or "nothing can match" in reason for reason in reasons)
