"""Searches of words that few or many incidents hold, beside what the index itself takes."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from archive.models import SearchEntry
from archive.models.search import terms_table
from archive.search import COLUMNS
from archive.search.words import terms_of
from tests.benchmarks import sql
from tests.benchmarks.measuring import Contender, Contest, timed
from tests.benchmarks.report import Target, Unit
from tests.benchmarks.stage import Stage

#: What is searched: of a thousand incidents in 200,000, of every third, of all, and phrases.
WORDS = {
    "a word of every 200th": "culvert",
    "a word of every 3rd": "convoy",
    "a word of all": "people",
    "a word of few": "weighbridge",
    "two common words": "convoy hospital",
    "a phrase": "“claimed responsibility”",
    "common without common": "people -convoy",
}
SELDOM = "a word of every 200th"
#: So many hits has a page.
PAGE = 24


def searching(stage: Stage) -> Iterator[Contest]:
    yield from (_beside_the_index(stage, name) for name in (SELDOM, "a word of every 3rd", "a word of all"))
    yield _all_words(stage)


def _beside_the_index(stage: Stage, name: str) -> Contest:
    unit, words = Unit.MILLISECONDS, WORDS[name]
    asked = urlencode({"q": words})
    contenders = [
        *stage.floor(unit),
        timed("raw SQL of the index", lambda: _raw(words)),
        stage.asked("archive", f"/incidents/?{asked}", unit=unit),
        stage.asked("archive, first time", f"/incidents/?{asked}", unit=unit, on="fresh"),
        stage.asked("archive, API", f"/api/v1/incidents/?{asked}&page_size={PAGE}", unit=unit),
        stage.in_datasette("Datasette", f"search?words={words}&most={PAGE}", unit),
    ]
    targets = [
        Target("archive", "at most 1.5 × the raw SQL", "raw SQL of the index", most=1.5),
        Target("archive", "at most 1/6 of Datasette’s time", "Datasette", most=1 / 6),
    ]
    return Contest(f"search of {name}", unit, "empty view", contenders, targets)


def _all_words(stage: Stage) -> Contest:
    unit = Unit.MILLISECONDS
    pages = [_page(stage, name, q=words) for name, words in WORDS.items()]
    ordered = [
        _list(stage, f"by {order}", q=WORDS["a word of every 3rd"], ordering=order)
        for order in ("-date", "date", "-updated_at", "-killed")
    ]
    targets = [
        Target(each.name, f"{each.name}: at most 3 × a seldom word", SELDOM, most=3)
        for each in (*pages, *ordered)
        if each.name != SELDOM
    ]
    contenders = [*stage.floor(unit, on="fresh"), *pages, *ordered]
    return Contest("search of any word, first time", unit, "empty view", contenders, targets)


def _page(stage: Stage, name: str, **asked: str) -> Contender:
    return stage.asked(name, f"/incidents/?{urlencode(asked)}", unit=Unit.MILLISECONDS, on="fresh")


def _list(stage: Stage, name: str, **asked: str) -> Contender:
    return stage.asked(name, f"/api/v1/incidents/?{urlencode(asked)}", unit=Unit.MILLISECONDS, on="fresh")


def _raw(words: str) -> object:
    """The newest that hold the word, as somebody would ask the index who needs nothing else."""
    (term,) = terms_of(words)
    if sql.is_postgresql():
        holds = " OR ".join(f"s.{column} @@ %s::tsquery" for column in COLUMNS)
        values = [f"'{term}'"] * len(COLUMNS)
        found = f"SELECT s.incident_id FROM archive_searchentry s WHERE {holds}"
    else:
        table = terms_table(SearchEntry)
        values = [f'"{term}"']
        found = (
            "SELECT incident_id FROM archive_searchentry "
            f"WHERE id IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)"
        )
    statement = f"SELECT key, brief FROM archive_incidententry WHERE key IN ({found}) ORDER BY position DESC"
    return sql.rows(f"{statement} LIMIT {PAGE}", values)
