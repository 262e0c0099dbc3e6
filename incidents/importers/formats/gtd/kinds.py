"""What was done, to whom and with what: up to three types of attack and of target, and four weapons.

`target1` names the very thing or person attacked. It may be a private victim's name, so it stays with the raw
row; the types of target say enough to find the incident by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from archive.vocabulary import AttackType, Property, TargetType, Term, WeaponType
from incidents.importers.formats.gtd.codes import (
    ATTACK_TYPES,
    BOMBING,
    PROJECTILES,
    TARGET_SUBTYPES,
    TARGETS,
    UNKNOWN,
    WEAPONS,
    YES,
)
from incidents.importers.parsing.cells import code, text
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells

#: What else is said of the attack as a whole, in the words of its first type.
OF_THE_ATTACK = ("success", "suicide", "ishostkid", "nhostkid", "nperps")


def add_kinds(draft: Draft, cells: Cells) -> Mapping[str, Any]:
    """Claims about attack 1; the first of each kind is what the attack is settled as."""
    return {
        "type": _first(_add_types(draft, cells)),
        "target": _first(_add_targets(draft, cells)),
        "weapon": _first(_add_weapons(draft, cells)),
    }


def _first(terms: Iterator[Term]) -> Term | None:
    found = list(terms)
    return found[0] if found else None


def _add_types(draft: Draft, cells: Cells) -> Iterator[AttackType]:
    for column, number in _codes(draft, cells, "attacktype", 3, ATTACK_TYPES):
        kind = ATTACK_TYPES.get(number, AttackType.OTHER)
        if number == BOMBING and code(cells, "suicide") == YES:
            kind = AttackType.SUICIDE_BOMBING
        more = OF_THE_ATTACK if column == "attacktype1" else ()
        _add(draft, cells, Property.ATTACK_TYPE, kind, column, more)
        yield kind


def _add_targets(draft: Draft, cells: Cells) -> Iterator[TargetType]:
    for column, number in _codes(draft, cells, "targtype", 3, TARGETS):
        subtype = text(cells, f"{column.replace('type', 'subtype')}_txt")
        kind = TARGET_SUBTYPES.get(subtype) or TARGETS.get(number, TargetType.OTHER)
        _add(draft, cells, Property.TARGET, kind, column)
        yield kind


def _add_weapons(draft: Draft, cells: Cells) -> Iterator[WeaponType]:
    for column, number in _codes(draft, cells, "weaptype", 4, WEAPONS):
        kind = WEAPONS.get(number, WeaponType.OTHER)
        if text(cells, f"{column.replace('type', 'subtype')}_txt").startswith(PROJECTILES):
            kind = WeaponType.MISSILE
        _add(draft, cells, Property.WEAPON, kind, column)
        yield kind


def _codes(
    draft: Draft, cells: Cells, name: str, most: int, known: Mapping[int, Term]
) -> Iterator[tuple[str, int]]:
    """The columns of this name that hold a code, each with its code. One that is not known is flagged."""
    for n in range(1, most + 1):
        number = code(cells, f"{name}{n}")
        if number is None or number in UNKNOWN:
            continue
        if number not in known:
            draft.flag(f"{name}{n}: {number} is not among the codes of the codebook")
        yield f"{name}{n}", number


def _add(
    draft: Draft, cells: Cells, property: Property, kind: Term, column: str, more: tuple[str, ...] = ()
) -> None:
    subtype = column.replace("type", "subtype")
    value = {"type": kind, "text": text(cells, f"{subtype}_txt") or text(cells, f"{column}_txt")}
    columns = (column, f"{column}_txt", f"{subtype}_txt", *more)
    words = stated((name, cells.get(name, "")) for name in columns)
    slot = f"{property}:{column[-1]}"
    draft.claim(slot, property, value, stated=words, about="attack", attack=1, locator=column)
