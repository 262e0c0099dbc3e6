"""Numbers of people as summary boxes state them: “28–30+”, “at least 12”, “dozens”. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive.record import LARGEST_COUNT, Quantity
from archive.vocabulary import Population, Qualifier

ONES = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
}
NOBODY = re.compile(r"(?i)(none|nil|nobody|no one|zero)\b")
VAGUE = re.compile(
    r"(?i)(?:(?:over|at least|more than|about|around|some|a|two|three|several)\s+)*"
    r"(?:dozens?|scores|hundreds|thousands|several|many|multiple|numerous|some|a few|few)\b"
)
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?!\d)"
COUNT = re.compile(
    rf"(?P<before>[^\d(]*?)\s*(?P<first>{NUMBER})\s*"
    rf"(?:(?:–|—|-|to|or|and)\s*(?P<second>{NUMBER}))?"
    r"\s*(?P<more>\+|or more\b)?(?P<rest>(?!\s*%).*)",
    re.IGNORECASE,
)
#: What stands before a number, and what it makes of it.
BEFORE = {
    "": None,
    "at least": Qualifier.AT_LEAST,
    "minimum": Qualifier.AT_LEAST,
    "≥": Qualifier.AT_LEAST,
    "more than": Qualifier.MORE_THAN,
    "over": Qualifier.MORE_THAN,
    ">": Qualifier.MORE_THAN,
    "up to": Qualifier.AT_MOST,
    "at most": Qualifier.AT_MOST,
    "fewer than": Qualifier.FEWER_THAN,
    "less than": Qualifier.FEWER_THAN,
    "under": Qualifier.FEWER_THAN,
    "<": Qualifier.FEWER_THAN,
    "about": Qualifier.ABOUT,
    "around": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT,
    "approx.": Qualifier.ABOUT,
    "nearly": Qualifier.ABOUT,
    "almost": Qualifier.ABOUT,
    "c.": Qualifier.ABOUT,
    "ca.": Qualifier.ABOUT,
    "~": Qualifier.ABOUT,
    "between": Qualifier.RANGE,
    "from": Qualifier.RANGE,
}
DOERS = r"(?:(?:suicide )?bombers?|perpetrators?|attackers?|assailants?|gunm[ae]n|shooters?|militants?)"
FORCES = r"(?:police(?: officers?|m[ae]n)?|soldiers?|troops|security (?:personnel|forces|guards?))"
#: Of whom a number is, by the words after it.
WHO = (
    (re.compile(rf"(?i)\s*{DOERS}\b"), Population.PERPETRATORS),
    (re.compile(rf"(?i)\s*\(?\s*(?:including|incl\.?)\b.*\b{DOERS}"), Population.ALL),
    (re.compile(r"(?i)\s*civilians?\b"), Population.CIVILIANS),
    (re.compile(rf"(?i)\s*{FORCES}\b"), Population.SECURITY_FORCES),
)
PLUS_DOERS = re.compile(rf"(?i)\(\s*\+\s*({NUMBER}|{'|'.join(ONES)})\s*{DOERS}\s*\)")


@dataclass(frozen=True, slots=True)
class Counted:
    """One number as stated. `words` are those it stands in."""

    quantity: Quantity
    words: str


def counted(line: str) -> Iterator[Counted]:
    """The numbers that a line states: one, and another where it adds those of the perpetrators apart.

    None where it states no number and nothing vague, or one that cannot be.
    """
    if NOBODY.match(line):
        yield Counted(Quantity(qualifier=Qualifier.EXACT, best=0), line)
    elif VAGUE.match(line):
        yield Counted(Quantity(qualifier=Qualifier.VAGUE), line)
    elif found := COUNT.fullmatch(line):
        yield from _counted(found, line)


def _counted(found: re.Match[str], line: str) -> Iterator[Counted]:
    before = " ".join(found["before"].lower().split())
    if before not in BEFORE or max(_number(found["first"]), _number(found["second"])) > LARGEST_COUNT:
        return
    numbers = _numbers(BEFORE[before], _number(found["first"]), found["second"], bool(found["more"]))
    if numbers is not None:
        yield Counted(Quantity(population=_population(found["rest"]), **numbers), line)
        yield from _apart(found["rest"], line)


def _apart(rest: str, line: str) -> Iterator[Counted]:
    """The perpetrators that are added in brackets: “(+2 perpetrators)”."""
    if plus := PLUS_DOERS.search(rest):
        number = ONES.get(plus[1].lower()) or _number(plus[1])
        if number <= LARGEST_COUNT:
            perpetrators = Population.PERPETRATORS
            yield Counted(Quantity(qualifier=Qualifier.EXACT, best=number, population=perpetrators), line)


def _number(text: str | None) -> int:
    return int(text.replace(",", "")) if text else 0


def _numbers(
    qualifier: Qualifier | None, first: int, second: str | None, more: bool
) -> dict[str, Any] | None:
    """The qualifier and the numbers that it takes; None where the words do not fit together."""
    if second:
        fits = qualifier in (None, Qualifier.RANGE, Qualifier.AT_LEAST) and first <= _number(second)
        open_above = more or qualifier is Qualifier.AT_LEAST
        kind = Qualifier.RANGE_OR_MORE if open_above else Qualifier.RANGE
        return {"qualifier": kind, "low": first, "high": _number(second)} if fits else None
    if more or qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        fits = qualifier in (None, Qualifier.AT_LEAST, Qualifier.MORE_THAN)
        return {"qualifier": qualifier or Qualifier.AT_LEAST, "low": first} if fits else None
    if qualifier in (Qualifier.AT_MOST, Qualifier.FEWER_THAN):
        return {"qualifier": qualifier, "high": first}
    if qualifier is Qualifier.RANGE:
        return None
    return {"qualifier": qualifier or Qualifier.EXACT, "best": first}


def _population(rest: str) -> Population:
    return next((population for form, population in WHO if form.match(rest)), Population.UNSTATED)
