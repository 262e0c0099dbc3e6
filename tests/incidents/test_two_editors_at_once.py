"""Several who save one form at the same moment: exactly one of them does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from incidents.models import Claim, Snapshot
from tests.incidents.desk import Browser, person, shown
from tests.incidents.rows import furnish

CLAIM = "/desk/incidents/claim/1/change/"
EDITORS = 4


def save(turn: tuple[Browser, dict[str, object]]) -> int:
    browser, typed = turn
    try:
        return int(browser.post(CLAIM, typed).status_code)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_exactly_one_of_those_who_save_at_once_is_first() -> None:
    furnish()
    turns = []
    user = person("editor")
    for number in range(EDITORS):
        browser = Browser()
        browser.force_login(user)
        turns.append((browser, shown(browser, CLAIM) | {"text": f"Text {number}"}))
    with ThreadPoolExecutor(EDITORS) as pool:
        answers = list(pool.map(save, turns))

    assert sorted(answers) == [200] * (EDITORS - 1) + [302]
    assert Claim.objects.get().text == f"Text {answers.index(302)}"
    assert Snapshot.objects.filter(what__startswith="Changed claim").count() == 1
