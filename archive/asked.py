"""What a reader asks of an incident, on its page or over the API: by which rule, as known on which day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from archive.language import gettext
from archive.vocabulary import Rule

#: Editions are numbered from one; no incident has a thousand million of them.
EDITION = re.compile(r"[1-9][0-9]{0,8}")
RULES = {rule.value: rule for rule in Rule}


class BadQuestion(ValueError):
    """The address asks for something that there is not; the message says what to write for `parameter`."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


@dataclass(frozen=True, slots=True)
class Asked:
    rule: Rule = Rule.ARCHIVE
    known_at: date | None = None


def asked(parameters: Mapping[str, str]) -> Asked:
    """The day and the rule in a query. Empty values ask for nothing. Raises BadQuestion."""
    return Asked(_rule(parameters.get("rule", "")), _day(parameters.get("known_at", "")))


def edition_asked(parameters: Mapping[str, str], name: str) -> int | None:
    """The number of an edition in a query. An empty value asks for nothing. Raises BadQuestion."""
    text = parameters.get(name, "")
    if not text:
        return None
    if not EDITION.fullmatch(text):
        raise BadQuestion(
            name,
            gettext("“{text}” is not the number of an edition. Write a number, like 2.").format(
                text=text[:40]
            ),
        )
    return int(text)


def _rule(text: str) -> Rule:
    if not text:
        return Rule.ARCHIVE
    if text not in RULES:
        raise BadQuestion(
            "rule",
            gettext("There is no rule “{text}”. Choose one of: {rules}.").format(
                text=text[:40], rules=", ".join(RULES)
            ),
        )
    return RULES[text]


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise _not_a_day(text) from error
    if day.isoformat() != text:
        raise _not_a_day(text)
    return day


def _not_a_day(text: str) -> BadQuestion:
    return BadQuestion(
        "known_at",
        gettext("“{text}” is not a day. Write a day as year-month-day, like 2024-02-07.").format(
            text=text[:40]
        ),
    )
