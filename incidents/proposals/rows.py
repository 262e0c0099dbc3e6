"""Numbers that stand in a row under one verb, and numbers that are parts of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.vocabulary import Property
from incidents.proposals.settling import How, Sentence

NEXT = re.compile(r",&?|&")
#: What may stand between the parts of a number.
AMONG = frozenset("GHC,&bsdTA")


def beside_a_number(sentence: Sentence) -> None:
    """“Seven civilians and two soldiers were killed”, “killing 40 farmers, 5 soldiers”."""
    numbers = [at for at, letter in enumerate(sentence.letters) if letter in "GH"]
    for left, right in reversed(list(pairwise(numbers))):
        behind = sentence.how(right) in (How.BEFORE_VERB, How.IN_A_ROW, How.PART)
        if behind and not _is_apart(sentence, left):
            _join(sentence, left, right)
    for left, right in pairwise(numbers):
        has_verb = sentence.letters[right + 1 : right + 2] in ("w", "b")
        if sentence.how(left) not in (None, How.BEFORE_VERB) and not has_verb:
            _join(sentence, right, left)


def _is_apart(sentence: Sentence, at: int) -> bool:
    """Whether a number belongs to words before it, and not to a verb behind the next number.

    “By six gunmen, and 40 people were killed”; “it received 14 patients, and two were dead”.
    """
    before = sentence.letters[at - 1] if at else ""
    ends = sentence.letters.startswith(",&", at + 1)
    return before == "r" or (ends and before in ("w", "a", "d", "o", "l"))


def _join(sentence: Sentence, one: int, other: int) -> None:
    """Give a number what became of the one that it stands in a row with."""
    between = sentence.letters[min(one, other) + 1 : max(one, other)]
    count = sentence.settled.get(other)
    if count and NEXT.fullmatch(between) and not sentence.groups[one].is_of_them:
        why = f"It stands in a row with “{sentence.groups[other].words}”."
        sentence.settle(one, count.property, How.IN_A_ROW, why)


def parts(sentence: Sentence) -> None:
    """“14 people, including two policemen”, “67 people (61 civilians and 6 soldiers)”."""
    for at, letter in enumerate(sentence.letters):
        if letter == "i" or (letter == "(" and sentence.letters[at - 1] in "GH"):
            fate = _fate_near(sentence, at)
            why = f"“{sentence.groups[at].words}” says that they are a part of another number."
            for part in list(_parts_after(sentence, at)) if fate else ():
                sentence.settle(part, fate, How.PART, why)


def _parts_after(sentence: Sentence, at: int) -> Iterator[int]:
    for place in range(at + 1, len(sentence.groups)):
        letter = sentence.letters[place]
        if letter not in AMONG:
            return
        if letter in "GH":
            yield place


def _fate_near(sentence: Sentence, at: int) -> Property | None:
    """What became of those whose parts are told: by the number before, the noun before, the number behind."""
    before = [count for place, count in sorted(sentence.settled.items()) if place < at]
    if before:
        return before[-1].property if before[-1] else None
    nouns = [group.fate for group in sentence.groups[:at] if group.letter in "ndst" and group.fate]
    if nouns:
        return nouns[-1]
    behind = [count for place, count in sorted(sentence.settled.items()) if place > at]
    return behind[0].property if behind and behind[0] else None
