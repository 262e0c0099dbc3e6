"""Lists in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.language import gettext, ngettext


def listed(words: Sequence[str], last: str = "") -> str:
    """“a”, “a and b”, “a, b and c”; `last` stands in place of “and”."""
    if len(words) < 2:
        return "".join(words)
    return f"{listed_out(words[:-1])} {last or gettext('and')} {words[-1]}"


def listed_out(words: Iterable[str]) -> str:
    """“a, b, c”."""
    return gettext(", ").join(words)


def numbered(numbers: Sequence[int]) -> str:
    """“claim 3”, “claims 3 and 5”."""
    words = listed([str(number) for number in numbers])
    return ngettext("claim {numbers}", "claims {numbers}", len(numbers)).format(numbers=words)


def one_claim(number: int) -> str:
    """“claim 3”."""
    return numbered([number])
