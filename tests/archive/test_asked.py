"""What can be asked of an incident by its address, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from archive.asked import Asked, BadQuestion, asked, edition_asked
from archive.vocabulary import Rule


def test_a_rule_and_a_day_can_be_asked_for() -> None:
    assert asked({"rule": "span", "known_at": "2024-02-07"}) == Asked(Rule.SPAN, date(2024, 2, 7))


@pytest.mark.parametrize("parameters", [{}, {"rule": "", "known_at": ""}])
def test_nothing_is_asked_by_nothing(parameters: dict[str, str]) -> None:
    assert asked(parameters) == Asked()


@pytest.mark.parametrize(
    ("parameter", "text"),
    [
        ("rule", "mean"),
        ("known_at", "yesterday"),
        ("known_at", "20240207"),
        ("known_at", "2024-2-7"),
        ("known_at", "2024-02-30"),
        ("known_at", "\0"),
    ],
)
def test_what_there_is_not_is_refused_by_the_name_of_its_parameter(parameter: str, text: str) -> None:
    with pytest.raises(BadQuestion, match=r"Choose one of|Write a day") as caught:
        asked({parameter: text})
    assert caught.value.parameter == parameter


@pytest.mark.parametrize(("text", "number"), [("", None), ("1", 1), ("12", 12), ("999999999", 999_999_999)])
def test_an_edition_is_asked_for_by_its_number(text: str, number: int | None) -> None:
    assert edition_asked({"old": text}, "old") == number


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "x", "01", "1e3", "\0", "٣", "9" * 10])
def test_what_is_no_number_of_an_edition_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion, match="Write a number") as caught:
        edition_asked({"old": text}, "old")
    assert caught.value.parameter == "old"
