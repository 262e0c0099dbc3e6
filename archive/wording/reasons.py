"""Why a figure is what it is, in plain sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from archive.language import gettext, marked, ngettext
from archive.record import BaseClaim, Figure, LeftOut, Record
from archive.vocabulary import LeftOutReason, Rule
from archive.wording.counts import number_text
from archive.wording.lists import numbered

CHOICES: Mapping[Rule, str] = {
    Rule.LOWEST: marked("The lowest number stated: {claims}."),
    Rule.ACLED: marked("The lowest number stated: {claims}."),
    Rule.HIGHEST: marked("The highest number stated: {claims}."),
    Rule.GTD: marked(
        "The number of the most recent independent sources or, where these differ, of the majority; "
        "failing that, the lowest: {claims}."
    ),
}


def figure_reason(figure: Figure, record: Record) -> tuple[str, ...]:
    """What the figure rests on, what leaves it open, and why each other claim was left out."""
    return (*_basis(figure), *_openness(figure), *_left_out(figure, record))


def _basis(figure: Figure) -> Iterator[str]:
    if figure.low is None:
        yield gettext("No claim that can be used states a number.")
        return
    if figure.is_sum:
        yield gettext("Added up from the attacks.")
    yield _choice(figure)
    if figure.best is not None and not figure.is_sum and figure.low != figure.high:
        agreed = gettext("The claims that commit to one number agree on {number}.")
        yield agreed.format(number=number_text(figure.best))


def _choice(figure: Figure) -> str:
    in_use, many = numbered(figure.used), len(figure.used)
    if many != 1 and figure.rule in CHOICES:
        return gettext(CHOICES[figure.rule]).format(claims=in_use)
    return ngettext(
        "One claim is in use: {claims}.",
        "The smallest and the largest number of {number} claims in use: {claims}.",
        many,
    ).format(number=many, claims=in_use)


def _openness(figure: Figure) -> Iterator[str]:
    if figure.partial:
        yield gettext("At least one attack has no number, so the sum is not complete.")
    elif figure.open_above:
        yield gettext("“+”: a claim in use leaves room for more.")
    if figure.open_below:
        yield gettext("“Up to”: a claim in use leaves room for fewer.")


def _left_out(figure: Figure, record: Record) -> Iterator[str]:
    """One sentence for all the claims that were left out for the same reason."""
    claims: dict[int, BaseClaim] = {claim.number: claim for claim in record.claims}
    alike: dict[str, list[int]] = defaultdict(list)
    for item in figure.left_out:
        alike[_why(item, claims[item.claim])].append(item.claim)
    for why, numbers in alike.items():
        yield gettext("Left out: {claims}, {why}.").format(claims=numbered(numbers), why=why)


def _why(item: LeftOut, claim: BaseClaim) -> str:
    match item.reason:
        case LeftOutReason.SUPERSEDED:
            newer = claim.superseded_by
            text, reason = (
                gettext("superseded by claim {number}").format(number=newer),
                claim.superseded_reason,
            )
        case LeftOutReason.DEPRECATED:
            text, reason = item.reason.label, claim.rank_reason
        case _:
            text, reason = item.reason.label, ""
    return gettext("{why}: {reason}").format(why=text, reason=reason) if reason else text
