"""The same claims under every rule: the figures, what each rests on, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.figures import Topic
from archive.pages.event.counts import Count
from archive.pages.event.reading import Reading
from archive.record import Figure
from archive.vocabulary import Population, Property, Rule
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
    found = (_figure(rule, measure, reading) for measure in measures)
    choices = (Choice(figure, figure_reason(figure, reading.record)) for figure in found)
    return UnderRule(rule, rule is reading.rule, tuple(choices))


def _figure(rule: Rule, measure: Property, reading: Reading) -> Figure:
    topic = Topic(measure, Population.ALL, None)
    if rule is not reading.rule:
        return reading.figure_under(rule, topic)
    return next(each for each in reading.figures if (each.measure, each.population, each.attack) == topic)
