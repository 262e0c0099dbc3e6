"""What is stored or fetched as a file is English, in whatever language a page is being made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from gettext import translation

import orjson
import pytest
from django.conf import settings
from django.utils.translation import override

from archive.answers.texts import Manuscript, texts_of_all
from archive.asked import Asked
from archive.catalogue.composing import header_of
from archive.citing import (
    BIBLIOGRAPHIES,
    TWINS,
    event_data,
    in_html,
    link_header,
    references_text,
    tags,
    twin_text,
)
from archive.columns import ATTACKS, CLAIMS
from archive.columns.writing import csv_of
from archive.figures import for_readers
from archive.language import speaking
from archive.models import Edition
from archive.record import Record, canonical
from archive.search.texts import lines_of
from archive.vocabulary import EditionKind, Rule, Term
from archive.wording import date_text
from tests.archive.citing.works import SITE, work
from tests.sheets import second_record, seed_record

MOMENT = datetime(2026, 1, 2, tzinfo=UTC)
ASKED = Asked(Rule.SPAN, date(2024, 2, 7))

Make = Callable[[Record], object]


def manuscript(record: Record) -> Manuscript:
    edition = Edition(incident=record.id, number=1, kind=EditionKind.FIRST, published_at=MOMENT)
    return Manuscript(canonical(record).decode(), header_of(edition), MOMENT, MOMENT, SITE)


def answers(record: Record) -> object:
    """Every answer of the API about the record, its search lines and its gist."""
    return texts_of_all([manuscript(record)])


def tables(record: Record) -> object:
    """Its attacks and claims as CSV."""
    (texts,) = texts_of_all([manuscript(record)])
    made = {ATTACKS: texts.attacks, CLAIMS: texts.claims}
    return [[*csv_of(table, [table.rows(map(orjson.loads, bodies))])] for table, bodies in made.items()]


def search_lines(record: Record) -> object:
    (texts,) = texts_of_all([manuscript(record)])
    return lines_of(orjson.loads(texts.incident))


def files(record: Record) -> object:
    """The edition in every format but the API's own."""
    return [twin_text(ending, work(record)) for ending in TWINS if ending != "json"]


def bibliographies(record: Record) -> object:
    return [references_text(ending, record) for ending in BIBLIOGRAPHIES]


def citations(record: Record) -> object:
    """What the page says to programs, and to who copies its citation."""
    cited = work(record, asked=ASKED)
    return tags(cited), in_html(event_data(cited)), link_header("/", cited), cited.line.text


def edition(record: Record) -> object:
    return canonical(for_readers(record))


def choices(record: Record) -> object:
    """The words of the closed lists as the desk and the API give them."""
    return [words.choices() for words in Term.__subclasses__()], Record.model_json_schema()


MAKES = [answers, tables, search_lines, files, bibliographies, citations, edition, choices]


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("record", [seed_record(), second_record()], ids=lambda record: record.id)
def test_it_is_the_same_while_a_page_in_urdu_is_being_made(make: Make, record: Record) -> None:
    plain = make(record)

    with override("ur"), speaking(translation("django", settings.LOCALE_PATHS[0], ["ur"])):
        assert date_text("2024-02-07") == "7 فروری 2024"
        assert make(record) == plain
