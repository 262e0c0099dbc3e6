"""The figures of a record: for the incident, for each attack, and sums where only attacks are counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from archive.figures.evidence import Evidence, Topic, headline
from archive.figures.reconcile import left_out, reconcile
from archive.figures.rules import NEVER_OPEN
from archive.figures.weighing import Case
from archive.record import Figure, Record
from archive.vocabulary import MEASURES, About, LeftOutReason, Population, Property, Rule, Term

#: Where a measure or a population stands among its like on a page.
PLACES: Mapping[Term, int] = {
    term: place for terms in (MEASURES, Population) for place, term in enumerate(terms)
}


def figure(
    record: Record,
    measure: Property,
    *,
    about: About = About.INCIDENT,
    attack: int | None = None,
    rule: Rule = Rule.ARCHIVE,
    known_at: date | None = None,
    sources: frozenset[str] | None = None,
    population: Population | None = None,
) -> Figure:
    """The figure for a measure, of the incident or of one attack.

    Without `population` (or with all or unstated) it is the headline figure, from the claims about everybody
    or about nobody in particular. `known_at`: as it could be known on that day. `sources`: by these alone,
    by key. Raises ValueError for a property that counts nobody, and unless `attack` goes with `about`.
    """
    if measure not in MEASURES:
        raise ValueError(f"“{measure}” counts nobody; there are: {', '.join(MEASURES)}.")
    if about is About.CONTEXT or (about is About.ATTACK) != (attack is not None):
        raise ValueError("A figure is about the incident, or about an attack given by its number.")
    case = Case(Evidence.of(record), rule, known_at, sources)
    return figure_of(case, Topic(measure, headline(population), attack))


def figure_of(case: Case, topic: Topic) -> Figure:
    """The same, where the evidence was gathered before."""
    return _figure(case, topic, {})


def figures(
    record: Record,
    *,
    rule: Rule = Rule.ARCHIVE,
    known_at: date | None = None,
    sources: frozenset[str] | None = None,
) -> tuple[Figure, ...]:
    """A figure for every measure and population that some claim speaks of.

    Of each, the incident's figure comes first, then one for every attack that a claim speaks of.
    """
    return figures_of(Case(Evidence.of(record), rule, known_at, sources))


def figures_by_rule(record: Record) -> Mapping[Rule, tuple[Figure, ...]]:
    """The record's figures under each rule."""
    evidence = Evidence.of(record)
    return {rule: figures_of(Case(evidence, rule)) for rule in Rule}


def course(evidence: Evidence, topic: Topic, days: Iterable[date], *, rule: Rule) -> tuple[Figure, ...]:
    """The figure on a topic as it could be known on each of the days."""
    return tuple(figure_of(Case(evidence, rule, day), topic) for day in days)


def with_figures(record: Record) -> Record:
    """The record with its figures, computed anew under the archive's rule."""
    return record.model_copy(update={"figures": figures(record)})


def figures_of(case: Case) -> tuple[Figure, ...]:
    """The same, where the evidence was gathered before: for many rules, or days, of one record."""
    of_attacks = {
        topic: reconcile(claims, case, topic)
        for topic, claims in case.evidence.topics.items()
        if topic.attack is not None
    }
    whole = {topic._replace(attack=None) for topic in case.evidence.topics}
    found = [*of_attacks.values(), *(_figure(case, topic, of_attacks) for topic in whole)]
    return tuple(sorted(found, key=_page_order))


def _page_order(figure: Figure) -> tuple[int, int, int]:
    return PLACES[figure.measure], PLACES[figure.population], figure.attack or 0


def _figure(case: Case, topic: Topic, of_attacks: Mapping[Topic, Figure]) -> Figure:
    own = reconcile(case.evidence.on(topic), case, topic)
    if topic.attack is not None or (own.low is not None and case.rule is not Rule.ACLED):
        return own
    topics = [topic._replace(attack=attack.number) for attack in case.evidence.record.attacks]
    parts = [of_attacks.get(part) or reconcile(case.evidence.on(part), case, part) for part in topics]
    return _from_attacks(own, parts) or own


def _from_attacks(own: Figure, parts: Sequence[Figure]) -> Figure | None:
    """The sum of the attacks' figures; nothing where none has a number but the incident has its own."""
    counted = [part for part in parts if part.low is not None]
    if not counted and own.low is not None:
        return None
    out = dict.fromkeys(own.used, LeftOutReason.OTHER_NUMBER)
    out |= {item.claim: item.reason for figure in (own, *parts) for item in figure.left_out}
    empty = own.model_copy(update={"left_out": left_out(out)})
    return empty.model_copy(update=_sum(counted, len(counted) < len(parts))) if counted else empty


def _sum(counted: Sequence[Figure], partial: bool) -> dict[str, object]:
    """The numbers of the attacks added up; open above where an attack is missing, if the rule allows it."""
    bests = [part.best for part in counted if part.best is not None]
    may_be_open = counted[0].rule not in NEVER_OPEN
    return {
        "low": sum(part.low or 0 for part in counted),
        "best": sum(bests) if len(bests) == len(counted) and not partial else None,
        "high": sum(part.high or 0 for part in counted),
        "open_above": may_be_open and (partial or any(part.open_above for part in counted)),
        "open_below": any(part.open_below for part in counted),
        "is_sum": True,
        "partial": partial,
        "used": tuple(sorted(number for part in counted for number in part.used)),
    }
