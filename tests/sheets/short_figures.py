"""The killed of the ten short dossiers by six of the rules, derived by hand from their fact sheet."""

from __future__ import annotations

from collections.abc import Mapping

from archive.vocabulary import Rule

#: Low, best, high, open above.
Numbers = tuple[int | None, int | None, int | None, bool]

NONE: Numbers = (None, None, None, False)


def one(number: int) -> Numbers:
    """A figure on which all that is used agrees."""
    return number, number, number, False


def between(low: int, high: int) -> Numbers:
    return low, None, high, False


def figures(
    archive: Numbers, *, latest: Numbers, official: Numbers, acled: Numbers, gtd: Numbers
) -> Mapping[Rule, Numbers]:
    """`archive` is the span too: no superseded count of these events is the smallest or the largest."""
    return {
        Rule.ARCHIVE: archive,
        Rule.SPAN: archive,
        Rule.LATEST: latest,
        Rule.OFFICIAL: official,
        Rule.ACLED: acled,
        Rule.GTD: gtd,
    }


def alike(number: int) -> Mapping[Rule, Numbers]:
    """The figures where a single source, no official, counts."""
    same = one(number)
    return figures(same, latest=same, official=NONE, acled=same, gtd=same)


SHORT_FIGURES: Mapping[str, Mapping[Rule, Numbers]] = {
    "q3h8vn": figures(
        between(51, 105),
        # Neither dataset is dated, so neither is later than the other.
        latest=between(51, 105),
        official=NONE,
        acled=between(51, 51),
        # One voice against another: no majority, hence the lowest number.
        gtd=between(51, 51),
    ),
    "d6w1re": figures(
        between(11, 13),
        latest=one(11),
        official=one(11),
        acled=one(11),
        # UCDP rests on the headline, which speaks for both.
        gtd=one(11),
    ),
    "t9c4xb": figures(
        between(64, 92),
        latest=one(91),
        official=NONE,
        # The lowest number is stated twice, exactly and as the foot of a range that admits it.
        acled=one(64),
        gtd=one(91),
    ),
    "r2j7mp": figures(between(8, 20), latest=one(8), official=NONE, acled=one(8), gtd=one(8)),
    "y5g3ks": figures(
        between(130, 148),
        latest=one(145),
        official=one(130),
        acled=one(130),
        gtd=one(145),
    ),
    "h8n6wd": figures(between(70, 75), latest=one(70), official=NONE, acled=one(70), gtd=one(70)),
    "c4v9tz": figures(
        (52, 52, 52, True),
        # The headline commits to no number: “at least” leaves the best empty.
        latest=(52, None, 52, True),
        official=(52, None, 52, True),
        acled=one(52),
        gtd=one(52),
    ),
    "p7b2fh": alike(22),
    "w6k5nj": figures(
        (4, None, 5, True),
        latest=one(4),
        official=NONE,
        acled=one(4),
        gtd=one(4),
    ),
    "x3r8gc": alike(32),
}
