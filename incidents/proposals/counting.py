"""What became of how many people: the rules, over the groups of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from archive.vocabulary import Population, Property, Qualifier
from incidents.proposals.groups import Group
from incidents.proposals.numerals import Numeral

#: Between people and what became of them: “, including two women,”, “(61 civilians)”, “on board the bus”.
ASIDE = r"(?:,i[^.;:ds]{1,24}?,|,[Hw]f?w[^,GHds]{0,4}G?,|,[^,GHCds]{0,5}P,|\([^()]{1,16}\)|r[Twup]{1,4}(?=b)|i[wTQPz,&]{1,10}(?=b?[ds]))?"
AFTER = re.compile(rf"[GH]{ASIDE}h?(b{{0,4}})([dsno])")
BEFORE = re.compile(r"([ado])b?([GH])")
TALLY = re.compile(
    r"(t)[^GHC;]{0,14}?(?:[vb:]+|f)([GH])|#[^GHC;,]{0,5}?([dsnyx])[^GHC;]{0,12}?[vb]+([GH])|((?:^d|n)):([GH])"
)
THE_WOUNDED = re.compile(r"([xy]),(H)")
OF_THE_DEAD = re.compile(r"Y[wp]{0,2}[PQ]")
NEXT = re.compile(r",?&?")
#: What may stand between the parts of a number.
AMONG = frozenset("GHC,&bsdTA")
#: What may not stand behind “14 militants killed”, where they are those who were killed.
OBJECTS = frozenset("GHCNAPpQTzgu")
PASSIVE = frozenset(("was", "were", "been", "are", "is", "be", "being"))


class How(Enum):
    """By which of the rules a number was understood."""

    ONE_PHRASE = auto()
    TALLY = auto()
    APPOSITION = auto()
    AFTER_VERB = auto()
    BEFORE_VERB = auto()
    IN_A_ROW = auto()
    PART = auto()


@dataclass
class Count:
    """A group, what became of it, and why it is read so."""

    at: int
    property: Property
    how: How
    why: str
    population: Population | None = None


@dataclass
class Sentence:
    """The groups of a sentence, and what is settled about them so far; None: they are not to be counted."""

    groups: Sequence[Group]
    settled: dict[int, Count | None] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    @property
    def letters(self) -> str:
        return "".join(group.letter for group in self.groups)

    def settle(self, at: int, fate: Property | None, how: How, why: str) -> None:
        if at not in self.settled:
            self.settled[at] = Count(at, fate, how, why) if fate else None


def counts(groups: Sequence[Group]) -> list[Count]:
    """The numbers of people in a sentence, in order, each with what became of them."""
    sentence = Sentence(groups)
    for rule in RULES:
        rule(sentence)
    found = [count for count in sentence.settled.values() if count and _stands(sentence, count)]
    return sorted(found, key=lambda count: count.at)


def number_with_fate(sentence: Sentence) -> None:
    """“33 deaths”, “61 injured people”: the number and what became of them are one phrase."""
    for at, group in enumerate(sentence.groups):
        if group.letter == "C":
            sentence.settle(at, group.fate, How.ONE_PHRASE, f"“{_words(group)}” says how many, and what became of them.")


def tally(sentence: Sentence) -> None:
    """“The death toll rose to 31”, “the number of wounded stands at 20”, “Deaths: 12”."""
    for found in TALLY.finditer(sentence.letters):
        kind, number = next((n, n + 1) for n in (1, 3, 5) if found[n])
        word = sentence.groups[found.start(kind)]
        fate = word.fate or (Property.KILLED if word.letter == "y" else Property.INJURED)
        sentence.settle(found.start(number), fate, How.TALLY, f"“{_words(word)}” begins a tally; the number ends it.")
        between = sentence.groups[found.start(kind) - 1]
        if found[3] and between.population is not Population.UNSTATED:
            count = sentence.settled[found.start(number)]
            if count:
                count.population = between.population


def the_wounded(sentence: Sentence) -> None:
    """“The injured, 14 in number”, “two of the dead were policemen”."""
    for found in THE_WOUNDED.finditer(sentence.letters):
        fate = Property.INJURED if found[1] == "x" else Property.KILLED
        sentence.settle(found.start(2), fate, How.APPOSITION, "A number in apposition says how many they were.")
    for found in OF_THE_DEAD.finditer(sentence.letters):
        last = sentence.groups[found.end() - 1]
        why = f"“{_words(last)}” says who some of the dead were."
        sentence.settle(found.start(), Property.KILLED, How.PART, why)
        count = sentence.settled[found.start()]
        if count:
            count.population = last.population


def beside_a_verb(sentence: Sentence) -> None:
    """“Killing 14”, “14 were killed”: from left to right, a verb that speaks of one number is used up."""
    for at, group in enumerate(sentence.groups):
        if group.letter in "GH" and at not in sentence.settled:
            _ = _after_verb(sentence, at) or _before_verb(sentence, at)


def _after_verb(sentence: Sentence, at: int) -> bool:
    found = BEFORE.match(sentence.letters, at - 1) or BEFORE.match(sentence.letters, max(at - 2, 0))
    if not found or found.start(2) != at or found.start() in sentence.used:
        return False
    verb = sentence.groups[found.start()]
    if verb.letter == "d" and _follows_passive(sentence, found.start()):
        return False
    sentence.used.add(found.start())
    sentence.settle(at, verb.fate, How.AFTER_VERB, f"“{_words(verb)}” stands before the number: it says what was done to them.")
    return True


def _follows_passive(sentence: Sentence, at: int) -> bool:
    return at > 0 and _words(sentence.groups[at - 1]).lower() in PASSIVE


def _before_verb(sentence: Sentence, at: int) -> bool:
    found = AFTER.match(sentence.letters, at)
    if not found or found.start(2) in sentence.used or _is_active(sentence, found):
        return False
    verb = sentence.groups[found.start(2)]
    sentence.used.add(found.start(2))
    if verb.letter == "s" and sentence.groups[at].is_addition:
        sentence.settled[at] = None
        return True
    sentence.settle(at, verb.fate, How.BEFORE_VERB, f"“{_words(verb)}” stands behind the number: it says what became of them.")
    return True


def _is_active(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the people are those who did it, as in “two gunmen killed nine students”."""
    following = sentence.letters[found.end() : found.end() + 1]
    helped = found[1] and _words(sentence.groups[found.end(1) - 1]).lower() in PASSIVE
    if found[2] == "n":
        return True
    return found[2] == "d" and not helped and found[0][0] == "G" and following in OBJECTS


def beside_a_number(sentence: Sentence) -> None:
    """“Seven civilians and two soldiers were killed”, “killing 40 farmers, 5 soldiers”."""
    numbers = [at for at, group in enumerate(sentence.groups) if group.letter in "GH"]
    pairs = list(zip(numbers, numbers[1:], strict=False))
    for left, right in reversed(pairs):
        if left not in sentence.settled and _precedes(sentence, right) and not _is_adverbial(sentence, left):
            _join(sentence, left, right)
    for left, right in pairs:
        if right not in sentence.settled and _follows(sentence, left):
            _join(sentence, right, left)


def _join(sentence: Sentence, one: int, other: int) -> None:
    between = sentence.letters[min(one, other) + 1 : max(one, other)]
    count = sentence.settled.get(other)
    if between and NEXT.fullmatch(between) and count and not sentence.groups[one].is_of_them:
        why = f"It stands in a row with “{_words(sentence.groups[other])}”."
        sentence.settle(one, count.property, How.IN_A_ROW, why)


def _is_adverbial(sentence: Sentence, at: int) -> bool:
    """Whether a preposition stands before the number: “by six gunmen, and 40 people were killed”."""
    return at > 0 and sentence.letters[at - 1] == "r"


def _precedes(sentence: Sentence, at: int) -> bool:
    """Whether the verb of a number stands behind it."""
    count = sentence.settled.get(at)
    return bool(count and count.how in (How.BEFORE_VERB, How.IN_A_ROW))


def _follows(sentence: Sentence, at: int) -> bool:
    count = sentence.settled.get(at)
    return bool(count and count.how is not How.BEFORE_VERB)


def parts(sentence: Sentence) -> None:
    """“14 people, including two policemen”, “67 people (61 civilians and 6 soldiers)”."""
    for at, letter in enumerate(sentence.letters):
        if letter == "i" or (letter == "(" and at and sentence.letters[at - 1] in "GH"):
            for part in _parts_after(sentence, at):
                _settle_part(sentence, part, at)


def _parts_after(sentence: Sentence, at: int) -> Iterator[int]:
    for place in range(at + 1, len(sentence.groups)):
        letter = sentence.letters[place]
        if letter not in AMONG:
            return
        if letter in "GH":
            yield place


def _settle_part(sentence: Sentence, part: int, at: int) -> None:
    fate = _fate_near(sentence, at)
    if part not in sentence.settled and fate:
        why = f"“{_words(sentence.groups[at])}” says that they are a part of another number."
        sentence.settle(part, fate, How.PART, why)


def _fate_near(sentence: Sentence, at: int) -> Property | None:
    """What became of those whose parts are told: by the number before, the noun before, the number behind."""
    before = [place for place in sorted(sentence.settled) if place < at]
    if before:
        count = sentence.settled[before[-1]]
        return count.property if count else None
    nouns = [group.fate for group in sentence.groups[:at] if group.letter in "ndsty" and group.fate]
    if nouns:
        return nouns[-1]
    behind = [count for place, count in sorted(sentence.settled.items()) if place > at]
    return behind[0].property if behind and behind[0] else None


def denied(sentence: Sentence) -> None:
    """“Police denied that 50 people had died”, “could have killed hundreds”: nothing is claimed."""
    words = [" ".join(_words(group).lower().split()) for group in sentence.groups]
    for at, word in enumerate(words):
        if word in DENYING and words[at + 1 : at + 2] in (["that"], ["reports"], ["claims"]):
            _unsettle(sentence, at)
        if word in ("could", "would", "might", "threatened", "if", "planned"):
            _unsettle(sentence, at)


DENYING = frozenset(("denied", "denies", "rejected", "rejects", "dismissed", "dismisses", "denying"))


def _unsettle(sentence: Sentence, at: int) -> None:
    for place in range(at, len(sentence.groups)):
        if sentence.letters[place] in ",;":
            return
        if place in sentence.settled:
            sentence.settled[place] = None


RULES = (
    number_with_fate,
    tally,
    the_wounded,
    beside_a_verb,
    beside_a_number,
    parts,
    denied,
)


def _stands(sentence: Sentence, count: Count) -> bool:
    """Whether a number can stand by itself: an addition, or a part of nobody in particular, would mislead."""
    group = sentence.groups[count.at]
    stated = (count.population or group.population) is not Population.UNSTATED
    if count.how is How.PART or _is_in_a_row(sentence, count):
        return stated
    return True


def _is_in_a_row(sentence: Sentence, count: Count) -> bool:
    """Whether others than the perpetrators stand in a row with it, under one verb."""
    rows = [other for other in sentence.settled.values() if other and other.how is How.IN_A_ROW]
    if not rows:
        return False
    places = [at for at in sentence.settled if _is_joined(sentence, count.at, at)]
    populations = {sentence.groups[at].population for at in places} - {Population.PERPETRATORS}
    return bool(places) and bool(populations)


def _is_joined(sentence: Sentence, one: int, other: int) -> bool:
    left, right = min(one, other), max(one, other)
    between = sentence.letters[left + 1 : right]
    counted = sentence.settled.get(other), sentence.settled.get(one)
    same = all(counted) and counted[0].property is counted[1].property  # type: ignore[union-attr]
    in_row = same and any(count.how is How.IN_A_ROW for count in counted if count)
    return one != other and in_row and bool(re.fullmatch(r"[GH,&]*[,&]", between))


def meant(group: Group, *, is_tally: bool) -> Numeral:
    """The number of a group; a tally that rose from one number to another states the last."""
    size = group.size
    if is_tally and size.low is not None and _words(group).lower().startswith("from"):
        return Numeral(size.first, size.core, size.after, Qualifier.EXACT, best=size.high)
    return size


def _words(group: Group) -> str:
    return " ".join(chunk.words for chunk in group.chunks)
