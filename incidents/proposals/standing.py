"""Which numbers cannot stand as claims: what is denied, and parts that would be taken for a whole."""

from __future__ import annotations

import re

from archive.vocabulary import Population
from incidents.proposals.settling import Count, How, Sentence

DENYING = frozenset(("denied", "denies", "denying", "rejected", "rejects", "dismissed", "dismisses"))
WHAT_IS_DENIED = frozenset(("that", "reports", "claims", "any", "killing of", "killing", "the killing of"))
UNREAL = frozenset(("could", "would", "might", "threatened", "if", "planned"))
ROW = re.compile(r"[GH,&]*[,&]")


def denied(sentence: Sentence) -> None:
    """“Police denied that 50 people had died”, “could have killed hundreds”: nothing is claimed."""
    words = [group.words.lower() for group in sentence.groups]
    for at, word in enumerate(words):
        if word in UNREAL or (word in DENYING and words[at + 1 : at + 2] and words[at + 1] in WHAT_IS_DENIED):
            _unsettle(sentence, at)


def _unsettle(sentence: Sentence, at: int) -> None:
    """Take back what is settled from a place on, up to a comma."""
    for place in range(at, len(sentence.groups)):
        if sentence.letters[place] in ",;":
            return
        if place in sentence.settled:
            sentence.settled[place] = None


def stands(sentence: Sentence, count: Count) -> bool:
    """Whether a number can stand by itself: a part of nobody in particular would be taken for the whole."""
    if count.how is How.PART or _is_one_of_several(sentence, count):
        return count.population is not Population.UNSTATED
    return True


def _is_one_of_several(sentence: Sentence, count: Count) -> bool:
    """Whether others than the perpetrators stand in a row with it, under one verb."""
    others = (other for other in sentence.settled.values() if other and other.at != count.at)
    return any(
        other.population is not Population.PERPETRATORS and _are_in_a_row(sentence, count, other)
        for other in others
    )


def _are_in_a_row(sentence: Sentence, one: Count, other: Count) -> bool:
    between = sentence.letters[min(one.at, other.at) + 1 : max(one.at, other.at)]
    joined = How.IN_A_ROW in (one.how, other.how) and one.property is other.property
    return joined and bool(ROW.fullmatch(between))
