"""The same claims under every rule: the figures, what each rests on, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.pages.event.counts import Count
from archive.pages.event.reading import Reading
from archive.record import Figure
from archive.vocabulary import About, Population, Property, Rule
from archive.wording import figure_reason


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure's figure under a rule, and why it is what it is, in sentences."""

    figure: Figure
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnderRule:
    """The headline figures of the incident under one rule, one for each measure of the page."""

    rule: Rule
    is_shown: bool
    choices: tuple[Choice, ...]


def under_rules(shown: Sequence[Count], reading: Reading) -> tuple[UnderRule, ...]:
    """The incident's headline figures under every rule, in the order of the page's counts."""
    measures = [count.measure for count in shown if count.is_headline]
    return tuple(_under(rule, measures, reading) for rule in Rule) if measures else ()


def _under(rule: Rule, measures: Sequence[Property], reading: Reading) -> UnderRule:
    found = reading.figures if rule is reading.rule else reading.figures_under(rule)
    whole = {figure.measure: figure for figure in found if _is_whole(figure)}
    choices = (Choice(whole[measure], figure_reason(whole[measure], reading.record)) for measure in measures)
    return UnderRule(rule, rule is reading.rule, tuple(choices))


def _is_whole(figure: Figure) -> bool:
    return figure.about is About.INCIDENT and figure.population is Population.ALL
