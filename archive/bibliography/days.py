"""Days as bibliographies write them, and EDTF. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.dates import bounds

#: A year, month or day in EDTF, approximate (“~”) or not.
PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)")
SLASHED = re.compile(r"(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?(?:/\s*(.*))?")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
CIRCA = "circa"

#: Year, month and day; as many of them as are known.
Parts = Sequence[int]


def parts(text: str) -> Parts | None:
    """The parts of a year, month or day; None of any other EDTF text."""
    found = PLAIN.fullmatch(text)
    return [int(part) for part in found.groups()[:3] if part] if found else None


def is_about(text: str) -> bool:
    return text.endswith("~")


def joined(numbers: Parts, about: bool = False) -> str:
    """EDTF of the parts, zeros at the end left out; empty where there is no year of four digits."""
    known = list(numbers)
    while known and not known[-1]:
        known.pop()
    if not known or len(known) > 3 or not 1 <= known[0] <= 9999:
        return ""
    return "-".join([f"{known[0]:04d}", *(f"{part:02d}" for part in known[1:])]) + "~" * about


def year(text: str) -> str:
    """The year in which the EDTF text begins or, where that is open, ends."""
    days = bounds(text)
    first = days.earliest or days.latest
    return f"{first.year:04d}" if first else ""


def from_slashes(text: str) -> str:
    """EDTF of “2024/02/07/circa”, “2024/02//” or “2024-02-07”; another text as it is."""
    found = SLASHED.fullmatch(text.strip())
    if not found:
        return text.strip()
    numbers = [int(part or 0) for part in found.groups()[:3]]
    return joined(numbers, (found[4] or "").strip() == CIRCA)


def to_slashes(text: str) -> str:
    """“2024/02/07/” of an EDTF day, month or year, “circa” at its end where approximate; else empty."""
    numbers = parts(text)
    if numbers is None:
        return ""
    texts = [f"{numbers[0]:04d}", *(f"{part:02d}" for part in numbers[1:])]
    return "/".join([*texts, *[""] * (3 - len(texts)), CIRCA if is_about(text) else ""])


def month(text: str) -> int:
    """The month of “feb”, “February” or “2”; 0 where it is none."""
    plain = text.strip().lower()
    if plain.isdecimal():
        return int(plain)
    return MONTHS.index(plain[:3]) + 1 if plain[:3] in MONTHS else 0
