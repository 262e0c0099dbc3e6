"""Dates in English words, as “March 12-15, 1978” or “late June 1983”, read where that is sure. Pure.

Days that are given as a span are one of its days, for such words say when a single event may have been. Of
“late June” the month is sure; a summer or winter may reach into the next year. Numbers alone, as in
“3/4/1978”, are not read, for their order is not sure.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable

from archive.dates import DateError, bounds

MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}

_MONTH = r"(?P<{0}month>[a-z]{{3,9}})\.?"
_DAY = r"(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}year>\d{{4}})"
_TO = r"\s*(?:-|–|/|to|and|or|through|until)\s*"


def _form(text: str) -> re.Pattern[str]:
    """A form of dates: %m, %d, %y are month, day and year of the first one, %M, %D, %Y of the last."""
    for mark, part, side in (
        ("%m", _MONTH, ""),
        ("%d", _DAY, ""),
        ("%y", _YEAR, ""),
        ("%M", _MONTH, "last_"),
        ("%D", _DAY, "last_"),
        ("%Y", _YEAR, "last_"),
    ):
        text = text.replace(mark, part.format(side))
    return re.compile(text.replace("~", _TO).replace(" ", r"[\s,]+"))


Parts = dict[str, str | None]
Make = Callable[[Parts], str]


def _one(parts: Parts, side: str = "") -> str:
    """A day, month or year; `side` is empty for the first of two, “last_” for the last one.

    The first of two may leave its month and year to the last one, and the last one its month to the first.
    """
    year = parts.get(f"{side}year") or parts.get("last_year") or parts.get("year")
    month = parts.get(f"{side}month") or parts.get("month") or parts.get("last_month")
    day = parts.get(f"{side}day")
    text = f"{year}"
    text += f"-{MONTHS[month]:02d}" if month else ""
    return text + (f"-{int(day):02d}" if day else "")


def _several(parts: Parts) -> str:
    return f"[{_one(parts)}..{_one(parts, 'last_')}]"


#: Each form, and what is made of it.
FORMS: tuple[tuple[re.Pattern[str], Make], ...] = (
    (_form("%y"), _one),
    (_form("%m %y"), _one),
    (_form("%m %d %y"), _one),
    (_form("%d %m %y"), _one),
    (_form("%y~%Y"), _several),
    (_form("%m~%M %y"), _several),
    (_form("%m %y~%M %Y"), _several),
    (_form("%m %d~%D %y"), _several),
    (_form("%d~%D %m %y"), _several),
    (_form("%m %d~%M %D %y"), _several),
    (_form("%d %m~%D %M %y"), _several),
    (_form("%m %d %y~%M %D %Y"), _several),
    (_form("%d %m %y~%D %M %Y"), _several),
)
ABOUT = re.compile(r"(?:about|approximately|approx\.?|around|circa|ca\.?|c\.)\s+(.+)")
#: Words before a month or a year that narrow it in no sure way. In front of a day they are not understood.
LOOSE = re.compile(
    r"(?:(?:the )?(?:early|mid|middle|late|beginning|end|spring|autumn|fall)"
    r"(?: of| in)?|sometime in|some time in)[\s,-]+(.+)"
)


def written_date(words: str) -> str | None:
    """The EDTF of a date in words, or None where they cannot be read for sure."""
    words = " ".join(words.lower().split()).removeprefix("between ").rstrip(".")
    if found := ABOUT.fullmatch(words):
        date = _read(found[1])
        return f"{date}~" if date and "[" not in date else None
    if found := LOOSE.fullmatch(words):
        date = _read(found[1])
        return date if date and len(date) in (4, 7) else None
    return _read(words)


def _read(words: str) -> str | None:
    for form, make in FORMS:
        if (found := form.fullmatch(words)) and _months_are_known(found):
            return _sure(make(found.groupdict()))
    return None


def _months_are_known(found: re.Match[str]) -> bool:
    return all(word in MONTHS for name, word in found.groupdict().items() if name.endswith("month"))


def _sure(date: str) -> str | None:
    """The date, if there is such a day and its end is not before its beginning."""
    try:
        bounds(date)
    except DateError:
        return None
    return date
