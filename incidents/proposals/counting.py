"""What became of how many people: rules over the groups of one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.vocabulary import Population, Property, Qualifier
from incidents.proposals.groups import Group
from incidents.proposals.numerals import Numeral
from incidents.proposals.rows import beside_a_number, parts
from incidents.proposals.settling import Count, How, Sentence
from incidents.proposals.standing import denied, stands

#: Between people and what became of them.
ASIDES = (
    # “, including two women,”
    r",i[^.;:ds]{1,24}?,",
    # “, 11 of them seriously,”
    r",[Hw]f?w[^,GHds]{0,4}G?,",
    # “, most of them civilians,”
    r",[^,GHCds]{0,5}P,",
    # “(61 civilians and 6 soldiers)”
    r"\([^()]{1,16}\)",
    # “on board the bus”, “of the banned group”
    r"[rf][Twup-]{1,6}(?=b?[ds])",
    # “including their leader”
    r"i[wTQPz,&]{1,10}(?=b?[ds])",
)
AFTER = re.compile(rf"[GH](?:{'|'.join(ASIDES)})?h?(b{{0,4}})([dsno])")
BEFORE = re.compile(r"([ado])b?([GH])")
TALLIES = (
    # “the death toll from the blast rose to 31”
    re.compile(r"(?P<word>t)[^GHC;]{0,14}?(?:[vb:]+|f|w)(?P<number>[GH])"),
    # “the number of wounded stood at 20”
    re.compile(r"#[^GHC;,]{0,5}?(?P<word>[dsnyx])[^GHC;]{0,12}?[vb]+(?P<number>[GH])"),
    # “Deaths: 12”
    re.compile(r"(?P<word>^d|n):(?P<number>[GH])"),
)
THE_WOUNDED = re.compile(r"(?P<word>[xy]),(?P<number>H)")
AMONG_THEM = re.compile(r"[GH]b{1,3}i(?P<word>[xy])")
OF_THE_DEAD = re.compile(r"Y[wp]{0,2}[PQ]")
#: What stands behind “14 militants killed” where they are those who did it.
OBJECTS = frozenset("GHCNAPpQTzgu")
PASSIVE = frozenset(("was", "were", "been", "are", "is", "be", "being"))


def counts(groups: Sequence[Group]) -> list[Count]:
    """The numbers of people in a sentence, in order, each with what became of them."""
    sentence = _settled(groups)
    return [count for count in _in_order(sentence) if stands(sentence, count)]


def counts_of_a_part(groups: Sequence[Group]) -> list[Count]:
    """Those that cannot stand by themselves, because they would be taken for the whole."""
    sentence = _settled(groups)
    return [count for count in _in_order(sentence) if not stands(sentence, count)]


def _settled(groups: Sequence[Group]) -> Sentence:
    sentence = Sentence(groups)
    for rule in RULES:
        rule(sentence)
    return sentence


def _in_order(sentence: Sentence) -> list[Count]:
    return [count for _, count in sorted(sentence.settled.items()) if count]


def number_with_fate(sentence: Sentence) -> None:
    """“33 deaths”, “61 injured people”: the number and what became of them are one phrase."""
    for at, group in enumerate(sentence.groups):
        if group.letter == "C":
            why = f"“{group.words}” says how many, and what became of them."
            sentence.settle(at, group.fate, How.ONE_PHRASE, why)


def tally(sentence: Sentence) -> None:
    """“The death toll rose to 31”, “the number of wounded stands at 20”, “Deaths: 12”."""
    for form in TALLIES:
        for found in form.finditer(sentence.letters):
            at = found.start("word")
            word, before = sentence.groups[at], sentence.groups[at - 1]
            stated = before.population is not Population.UNSTATED and at > 0
            why = f"“{word.words}” begins a tally; the number ends it."
            population = before.population if stated else None
            sentence.settle(found.start("number"), _fate(word), How.TALLY, why, population)


def _fate(word: Group) -> Property | None:
    """“The dead” and “the wounded” have no fate of their own as words."""
    return {"x": Property.INJURED, "y": Property.KILLED}.get(word.letter, word.fate)


def the_wounded(sentence: Sentence) -> None:
    """“The injured, 14 in number”, “two of the dead were policemen”, “two policemen were among the dead”."""
    for found in THE_WOUNDED.finditer(sentence.letters):
        fate = _fate(sentence.groups[found.start("word")])
        why = "A number beside it says how many they were."
        sentence.settle(found.start("number"), fate, How.APPOSITION, why)
    for found in AMONG_THEM.finditer(sentence.letters):
        word = sentence.groups[found.start("word")]
        sentence.settle(found.start(), _fate(word), How.PART, f"They are said to be among “{word.words}”.")
    for found in OF_THE_DEAD.finditer(sentence.letters):
        last = sentence.groups[found.end() - 1]
        why = f"“{last.words}” says who some of the dead were."
        sentence.settle(found.start(), Property.KILLED, How.PART, why, last.population)


def beside_a_verb(sentence: Sentence) -> None:
    """“Killing 14”, “14 were killed”: from left to right, a verb that speaks of one number is used up."""
    for at, letter in enumerate(sentence.letters):
        if letter in "GH" and at not in sentence.settled and not _after_verb(sentence, at):
            _before_verb(sentence, at)


def _after_verb(sentence: Sentence, at: int) -> bool:
    verb = next((place for place in (at - 1, at - 2) if _is_object(sentence, place, at)), None)
    if verb is None or verb in sentence.used:
        return False
    word = sentence.groups[verb]
    if word.letter == "d" and _is_passive(sentence, verb):
        return False
    sentence.used.add(verb)
    why = f"“{word.words}” stands before the number: it says what was done to them."
    sentence.settle(at, word.fate, How.AFTER_VERB, why)
    return True


def _is_object(sentence: Sentence, verb: int, at: int) -> bool:
    found = BEFORE.match(sentence.letters, verb) if verb >= 0 else None
    return bool(found and found.start(2) == at)


def _is_passive(sentence: Sentence, verb: int) -> bool:
    return verb > 0 and sentence.groups[verb - 1].words.lower() in PASSIVE


def _before_verb(sentence: Sentence, at: int) -> None:
    found = AFTER.match(sentence.letters, at)
    if not found or found.start(2) in sentence.used or _is_active(sentence, found):
        return
    sentence.used.add(found.start(2))
    word = sentence.groups[found.start(2)]
    # “Two more died” comes on top of a number that was told before.
    fate = None if word.letter == "s" and sentence.groups[at].is_addition else word.fate
    why = f"“{word.words}” stands behind the number: it says what became of them."
    sentence.settle(at, fate, How.BEFORE_VERB, why)


def _is_active(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the people are those who did it, as in “two gunmen killed nine students”."""
    if found[2] != "d":
        return found[2] == "n"
    following = sentence.letters[found.end() : found.end() + 1]
    is_bare = found[0].startswith("G") and not _is_passive(sentence, found.start(2))
    return is_bare and following in OBJECTS


RULES = (number_with_fate, tally, the_wounded, beside_a_verb, beside_a_number, parts, denied)


def meant(group: Group, how: How) -> Numeral:
    """The number of a group; a tally that rose from one number to another states the last."""
    size = group.size
    if how is How.TALLY and size.low is not None and group.words.lower().startswith("from"):
        return Numeral(size.first, size.core, size.after, Qualifier.EXACT, best=size.high)
    return size
