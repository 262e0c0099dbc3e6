"""What is wrong with how a claim's form is filled in, said at the field that must be mended.

Pure: it follows the table of shapes. The database checks the same rules, for rows that no form has seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from archive.record import NUMBERS_OF
from archive.vocabulary import MEASURES, About, Attribution, Population, Property, Qualifier, Section
from archive.wording import listed
from incidents.shapes import SHAPES

NUMBERS = ("low", "best", "high")
#: Every number that a qualifier can take; an estimate takes any of them.
TAKEN: Mapping[Qualifier, frozenset[str]] = {**NUMBERS_OF, Qualifier.ESTIMATE: frozenset(NUMBERS)}
#: What a number of people says where a field is left empty: “not stated” is what a source leaves unsaid, and
#: is never mixed with any other population, so that nothing is invented.
UNSAID = {"population": Population.UNSTATED.value}
RANGES = (Qualifier.RANGE, Qualifier.RANGE_OR_MORE)

Filled = Mapping[str, Any]


def columns_of(kind: Property) -> list[str]:
    """The columns that a claim of this property may fill."""
    return list(SHAPES[kind].columns.values())


def complaints(filled: Filled, labels: Mapping[str, str]) -> dict[str, str]:
    """What must be mended, by column, in plain words; `labels` are the names of the columns on the form.

    `filled` holds the columns that could be read; nothing is said of the others.
    """
    found = list(_topic(filled))
    if filled.get("property") in set(Property):
        kind = Property(filled["property"])
        found += [*_foreign(kind, filled, labels), *_missing(kind, filled, labels), *_values(kind, filled)]
    return {column: words for column, words in reversed(found) if column in filled}


def unsaid(filled: Filled) -> dict[str, str]:
    """What the fields say that were left empty, by column."""
    if filled.get("property") not in MEASURES:
        return {}
    return {name: word for name, word in UNSAID.items() if name in filled and not _has(filled, name)}


def _has(filled: Filled, column: str) -> bool:
    value = filled.get(column)
    return value is not None and value is not False and value != ""


def _topic(filled: Filled) -> Iterator[tuple[str, str]]:
    if "about" in filled and (filled["about"] == About.ATTACK) != _has(filled, "attack"):
        yield "attack", "Name the attack exactly when the claim is about one attack."


def _foreign(kind: Property, filled: Filled, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in SHAPES[kind].forbidden:
        if _has(filled, column):
            words = f"A claim of “{kind.label}” has no {labels[column]}"
            yield column, f"{words}: leave it empty, or choose another property."


def _missing(kind: Property, filled: Filled, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in SHAPES[kind].required:
        if column in filled and not _has(filled, column):
            yield column, f"A claim of “{kind.label}” needs its {labels[column]}."


def _values(kind: Property, filled: Filled) -> Iterator[tuple[str, str]]:
    if filled.get("qualifier") and "low" in SHAPES[kind].columns:
        yield from _numbers(Qualifier(filled["qualifier"]), filled)
    match kind:
        case Property.RESPONSIBILITY:
            yield from _responsibility(filled)
        case Property.NAME if _has(filled, "place") and _has(filled, "actor"):
            yield "place", "A name spells a place or an actor, not both: leave one of them empty."
        case Property.TIME:
            yield from _time(filled)
        case Property.STATEMENT:
            yield from _group(filled)


def _numbers(qualifier: Qualifier, filled: Filled) -> Iterator[tuple[str, str]]:
    given = {name for name in NUMBERS if _has(filled, name)}
    wanted = TAKEN[qualifier]
    words = listed([name for name in NUMBERS if name in wanted]) or "no number"
    if extra := given - wanted:
        for name in extra:
            yield name, f"“{qualifier.label}” takes {words}, and nothing else: move or clear this number."
    elif qualifier is Qualifier.ESTIMATE:
        if not given:
            yield "best", "An estimate needs at least one of low, best and high."
    else:
        for name in wanted - given:
            yield name, f"“{qualifier.label}” takes {words}: give this number, or choose another qualifier."
    yield from _direction(qualifier, filled)


def _direction(qualifier: Qualifier, filled: Filled) -> Iterator[tuple[str, str]]:
    low, high = filled.get("low"), filled.get("high")
    if qualifier in RANGES and low is not None and high is not None and low > high:
        yield "high", f"The range runs downwards, from {low} to {high}: write the smaller number as low."


def _responsibility(filled: Filled) -> Iterator[tuple[str, str]]:
    nobody = filled.get("attribution") == Attribution.NONE_NAMED
    if nobody and _has(filled, "actor"):
        yield "actor", "“nobody named” names nobody: leave the actor empty, or choose another attribution."
    if _has(filled, "attribution") and not nobody and not _has(filled, "actor"):
        yield "actor", "Name the actor, or choose “nobody named” as the attribution."


def _time(filled: Filled) -> Iterator[tuple[str, str]]:
    clock, after = _has(filled, "clock"), _has(filled, "after_attack")
    minutes = filled.get("minutes") is not None
    if clock and (minutes or after):
        yield "clock", "Give a clock time or a distance from another attack, not both."
    elif minutes and not after:
        yield "after_attack", "Name the attack from which the minutes are counted."
    elif after and not minutes:
        yield "minutes", "Give the minutes after that attack; 0 if at the same time, less than 0 if before."
    elif not clock and not minutes:
        yield "clock", "Give a clock time, or minutes and the attack that they are counted from."


def _group(filled: Filled) -> Iterator[tuple[str, str]]:
    reaction = filled.get("section") == Section.REACTIONS
    if reaction and not _has(filled, "group"):
        yield "group", "A reaction needs a group: who reacts?"
    if not reaction and _has(filled, "section") and _has(filled, "group"):
        yield "group", "Only a reaction has a group: leave it empty, or choose the section “Reactions”."
