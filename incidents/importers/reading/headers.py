"""Which columns a table has: by its header, or by its width where it has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incidents.importers.parsing.format import Format
from incidents.importers.reading.errors import FileError

#: The columns that stand before those of a file of refused rows.
LINE, REASON = "refused: line", "refused: reason"
OURS = (LINE, REASON)
#: How many of a file's columns a message names, and how much of each.
NAMED, LONGEST = 12, 40


@dataclass(frozen=True, slots=True)
class Header:
    """`columns` by their places; those of `ours` hold what was said of refused rows, and are passed over.

    `written`: whether the file's first row names them.
    """

    columns: tuple[str, ...]
    written: bool

    @property
    def kept(self) -> tuple[int, ...]:
        """The places of the columns that belong to the data."""
        return tuple(place for place, name in enumerate(self.columns) if name not in OURS)


def header_of(first: Sequence[str], form: Format) -> Header:
    """What the first row of a file says of its columns. Raises FileError."""
    columns = _names(first, form)
    if form.needed <= set(columns):
        return Header(_unlike(columns, form), written=True)
    if not _looks_like_header(columns, form) and (variant := _variant(first, form)):
        return Header(tuple(variant), written=False)
    missing = ", ".join(sorted(form.needed - set(columns)))
    raise FileError(f"lacks the columns {missing} of {form.label}; its first line has: {_shown(first)}")


def is_tags(values: Sequence[str]) -> bool:
    """Whether a row holds HXL tags, such as “#date+year”: https://hxlstandard.org/standard/1-1final/syntax/"""
    tags = [value for value in map(str.strip, values) if value]
    return bool(tags) and all(tag[0] == "#" and tag[1:2].isalpha() for tag in tags)


def known(form: Format) -> dict[str, str]:
    """The names of all columns of the format, from lower case to how the format writes them."""
    names = [name for variant in form.variants for name in variant]
    return {name.lower(): name for name in [*names, *form.needed, *OURS]}


def _names(first: Sequence[str], form: Format) -> list[str]:
    own = known(form)
    return [own.get(name.strip().lower(), name.strip()) for name in first]


def _looks_like_header(columns: Sequence[str], form: Format) -> bool:
    found = len(set(columns) & set(known(form).values()))
    return found >= 2 or found * 2 >= len(columns)


def _variant(first: Sequence[str], form: Format) -> Sequence[str]:
    """The variant of as many columns; none where the format’s files always have a header."""
    if [set(variant) for variant in form.variants] == [set(form.needed)]:
        return ()
    return next((variant for variant in form.variants if len(variant) == len(first)), ())


def _unlike(columns: Sequence[str], form: Format) -> tuple[str, ...]:
    """Names that differ: a column without one is called by its place.

    Raises FileError where one of the format's columns is named twice.
    """
    unlike: list[str] = []
    own = set(known(form).values())
    for place, name in enumerate(columns, start=1):
        if name in unlike and name in own:
            raise FileError(f"has the column “{name}” twice; take one of them out")
        unlike.append(name if name and name not in unlike else f"{name or 'column'} {place}")
    return tuple(unlike)


def _shown(first: Sequence[str]) -> str:
    names = ["".join(letter if letter.isprintable() else "?" for letter in name[:LONGEST]) for name in first]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(f"“{name}”" for name in names[:NAMED]) + more
