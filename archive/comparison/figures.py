"""Figures that came out differently, because the claims they follow from did."""

from __future__ import annotations

from collections.abc import Hashable

from archive.comparison.aspects import Aspect
from archive.comparison.changes import Where, Whereabouts
from archive.comparison.names import Names
from archive.comparison.parts import Kind
from archive.language import gettext
from archive.record import Figure
from archive.vocabulary import Rule
from archive.wording import figure_text, listed_out, numbered, one_claim
from archive.wording.counts import UNNAMED


def _identity(figure: Figure) -> Hashable:
    return figure.about, figure.attack, figure.measure, figure.population, figure.rule


def _where(figure: Figure) -> Where:
    return Where(Whereabouts.FIGURES, figure.attack, figure.measure)


def _subject(figure: Figure) -> str:
    """“Figure for killed, civilians, attack 1, the lowest number”."""
    population = "" if figure.population in UNNAMED else figure.population.label
    of = gettext("the incident")
    if figure.attack is not None:
        of = gettext("attack {number}").format(number=figure.attack)
    rule = "" if figure.rule is Rule.ARCHIVE else figure.rule.label
    words = [word for word in (figure.measure.label, population, of, rule) if word]
    return gettext("Figure for {words}").format(words=listed_out(words))


def _basis(figure: Figure, names: Names) -> str:
    return numbered(figure.used) if figure.used else gettext("no claim")


FIGURES = Kind(
    Whereabouts.FIGURES,
    identity=_identity,
    where=_where,
    subject=_subject,
    summary=lambda figure, names: figure_text(figure),
    name=lambda figure, names: _subject(figure),
    most=1,
    aspects=(
        Aspect(
            "number",
            ("low", "best", "high", "open_above", "open_below", "is_sum", "partial"),
            lambda figure, names: figure_text(figure),
        ),
        Aspect("claims in use", ("used",), _basis),
        Aspect(
            "claims left out",
            ("left_out",),
            lambda figure, names: "; ".join(
                listed_out([one_claim(item.claim), item.reason.label]) for item in figure.left_out
            ),
        ),
    ),
)
