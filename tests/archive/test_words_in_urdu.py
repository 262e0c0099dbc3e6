"""Dates, numbers and names in Urdu, as the pages say them."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import translation

import pytest
from django.conf import settings

from archive.comparison.names import Names
from archive.comparison.values import value_text
from archive.figures import Stated
from archive.language import speaking
from archive.record import Alias, Quantity, Statement, Time
from archive.vocabulary import Population, Property, Qualifier, Section
from archive.wording import (
    count_text,
    date_text,
    language_name,
    listed,
    name_in_language,
    numbered,
    quantity_text,
    short_date,
    stated_text,
    time_text,
)
from tests.builders import record

NAMES = (Alias(text="Killa Saifullah"), Alias(text="قلعہ سیف اللہ", language="ur"))

#: What keeps a range from turning round in a text that runs to the left.
LEFT_TO_RIGHT, END = "\u2066", "\u2069"


@pytest.fixture
def urdu() -> Iterator[None]:
    with speaking(translation("django", settings.LOCALE_PATHS[0], ["ur"])):
        yield


@pytest.mark.usefixtures("urdu")
@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-02-07", "7 فروری 2024"),
        ("[2024-02-07,2024-02-08]", "7 یا 8 فروری 2024"),
        ("2024-02-07/2024-02-09", "7 تا 9 فروری 2024"),
        ("2026/..", "2026 یا اس کے بعد"),
        ("2018~", "تقریباً 2018"),
        ("2018-XX-XX", "2018، دن اور مہینہ نامعلوم"),
    ],
)
def test_dates_have_urdu_months_and_the_digits_of_all_readers(edtf: str, words: str) -> None:
    assert date_text(edtf) == words


@pytest.mark.usefixtures("urdu")
def test_the_name_of_a_month_is_not_cut_under_a_chart() -> None:
    assert short_date("2024-02-07") == ("7 فروری", "2024")


@pytest.mark.usefixtures("urdu")
@pytest.mark.parametrize(
    ("qualifier", "numbers", "words"),
    [
        (Qualifier.AT_LEAST, {"low": 16}, "کم از کم 16"),
        (Qualifier.MORE_THAN, {"low": 24}, "24 سے زیادہ"),
        (Qualifier.RANGE, {"low": 28, "high": 30}, f"{LEFT_TO_RIGHT}28–30{END}"),
        (Qualifier.VAGUE, {}, "کوئی تعداد نہیں بتائی گئی"),
    ],
)
def test_numbers_as_they_were_claimed(qualifier: Qualifier, numbers: dict[str, int], words: str) -> None:
    assert count_text(Quantity(qualifier=qualifier, **numbers)) == words


@pytest.mark.usefixtures("urdu")
def test_a_population_is_named_in_urdu() -> None:
    quantity = Quantity(qualifier=Qualifier.EXACT, best=3, population=Population.CIVILIANS)

    assert quantity_text(quantity) == "3 (شہری)"


@pytest.mark.usefixtures("urdu")
def test_one_word_of_english_is_as_many_as_urdu_needs() -> None:
    assert (Property.DATE.label, Population.UNSTATED.label) == ("تاریخ", "نہیں بتایا گیا")


@pytest.mark.usefixtures("urdu")
def test_claims_in_a_list() -> None:
    assert (numbered([3]), numbered([3, 5, 7])) == ("دعویٰ 3", "دعوے 3، 5 اور 7")
    assert listed(["ا", "ب"], "یا") == "ا یا ب"


@pytest.mark.usefixtures("urdu")
def test_times_stand_before_what_they_are_counted_from() -> None:
    assert time_text(Time(minutes=90, after_attack=1)) == "\u2068حملہ 1\u2069 کے 1 گھنٹہ 30 منٹ بعد"


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (Stated(16, 16, None, open_above=True, open_below=False), "16+"),
        (Stated(28, 30, None, open_above=False, open_below=False), "28–30"),
        (Stated(10, 10, None, open_above=False, open_below=True), "up to 10"),
    ],
)
def test_what_the_archive_reads_in_a_claim(stated: Stated, words: str) -> None:
    assert stated_text(stated) == words


@pytest.mark.usefixtures("urdu")
def test_a_place_goes_by_its_urdu_name() -> None:
    assert name_in_language(NAMES) == "قلعہ سیف اللہ"
    assert name_in_language(NAMES[:1]) == ""


def test_in_english_everything_goes_by_its_first_name() -> None:
    assert name_in_language((Alias(text="Pishin", language="en"), *NAMES)) == ""


@pytest.mark.usefixtures("urdu")
@pytest.mark.parametrize(("code", "name"), [("ps", "پشتو"), ("ur-PK", "اردو"), ("xx", "")])
def test_languages_are_called_by_their_urdu_names(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.usefixtures("urdu")
def test_the_words_of_a_statement_run_their_own_way_behind_its_heading() -> None:
    words = value_text(Statement(section=Section.AFTERMATH, text="“It” ended."), Names(record()))

    assert words == "بعد کے حالات: \u2068“It” ended.\u2069"
