"""Incidents and attacks as lists show them, with figures by the rule and for the day that are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day
from typing import Any

from archive.answers.incidents import AttackAnswer, IncidentBrief
from archive.asked import Asked
from archive.figures import figures
from archive.record import Figure, read_record
from archive.vocabulary import Rule


class AskedBrief(IncidentBrief):
    """An incident as a list shows it that was asked for a rule or a day.

    `figures`: those of the whole incident under `rule` and, with `known_at`, as they could be known on that
    day, each with the claims that it uses and those that it leaves out.
    """

    figures: tuple[Figure, ...]  # type: ignore[assignment]
    rule: Rule
    known_at: Day | None


class AskedAttack(AttackAnswer):
    """An attack as a list shows it that was asked for a rule or a day, which its figures follow."""

    rule: Rule
    known_at: Day | None


def figures_asked(text: str, asked: Asked) -> Sequence[Figure]:
    """The figures of the record with this text, of the incident and of each attack."""
    return figures(read_record(text), rule=asked.rule, known_at=asked.known_at)


def said_of(attack: int | None, found: Sequence[Figure], asked: Asked) -> dict[str, Any]:
    """What an answer says otherwise of the attack, or of the whole incident, ready to be sent."""
    return {
        "figures": [figure.model_dump(mode="json") for figure in found if figure.attack == attack],
        "rule": asked.rule.value,
        "known_at": asked.known_at.isoformat() if asked.known_at else None,
    }
