"""The claims of a row, one after another in the order of the mapping's fields."""

from __future__ import annotations

from collections.abc import Mapping

from archive.vocabulary import MEASURES, AttackType, Property, TargetType, Term, WeaponType
from incidents.importers.formats.mapped.counts import quantity
from incidents.importers.formats.mapped.reader import Reader
from incidents.importers.formats.mapping.model import Blame, Choice
from incidents.importers.parsing import naming
from incidents.importers.parsing.claimants import claimant
from incidents.importers.parsing.draft import Draft

#: What an attack is settled as, and the words that each may be.
KINDS: tuple[tuple[str, Property, type[Term]], ...] = (
    ("type", Property.ATTACK_TYPE, AttackType),
    ("target", Property.TARGET, TargetType),
    ("weapon", Property.WEAPON, WeaponType),
)


def add_kinds(draft: Draft, reader: Reader) -> Mapping[str, Term]:
    """Claims about attack 1, and what it is settled as."""
    settled = {}
    for name, property, terms in KINDS:
        choice: Choice | None = getattr(reader.mapping, property)
        term = reader.term(property, choice, terms) if choice else None
        if choice and term:
            settled[name] = term
            value = {"type": term, "text": reader.words(choice) if choice.column else ""}
            words = reader.stated([choice.column])
            draft.claim(str(property), property, value, stated=words, about="attack", attack=1)
    return settled


def add_counts(draft: Draft, reader: Reader) -> None:
    """A claim for each number of people that is known. Raises RowError."""
    said = claimant(reader.words(reader.mapping.claimant), reader.blamed())
    for measure in MEASURES:
        for number, numbers in enumerate(getattr(reader.mapping, measure), start=1):
            value = quantity(reader, numbers)
            if value is not None:
                words = reader.stated(numbers.columns().values())
                slot = f"{measure}:{number}:{numbers.population}"
                draft.claim(slot, measure, value, stated=words, claimant=said)


def add_blame(draft: Draft, reader: Reader) -> None:
    """Whom the row holds responsible."""
    for number, given in enumerate(reader.mapping.responsibility, start=1):
        if name := reader.words(given.actor):
            _add_actor(draft, reader, given, f"responsibility:{number}", name)


def _add_actor(draft: Draft, reader: Reader, given: Blame, slot: str, name: str) -> None:
    value = {"actor": draft.hold(naming.actor(name, given.kind)), "attribution": given.attribution}
    words = reader.stated([given.actor.column])
    draft.claim(slot, Property.RESPONSIBILITY, value, stated=words)


def add_names(draft: Draft, reader: Reader) -> None:
    """What the row calls the incident, and of which conflict it says that it is a part."""
    if name := reader.words(reader.mapping.name):
        draft.claim("name", Property.NAME, {"text": name})
    if name := reader.words(reader.mapping.part_of):
        conflict = draft.hold(naming.conflict(name))
        draft.claim("part_of", Property.PART_OF, {"conflict": conflict})
