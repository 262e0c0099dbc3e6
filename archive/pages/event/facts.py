"""The rows of a fact box: for each property the values stated, none picked over another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.pages.event.shown import Shown
from archive.pages.event.values import Value
from archive.record import ResponsibilityClaim
from archive.references import Passage
from archive.vocabulary import About, Attribution, Property

#: The properties of a fact box, in the order in which it shows them.
ROWS = (
    Property.DATE,
    Property.TIME,
    Property.PLACE,
    Property.PART_OF,
    Property.TARGET,
    Property.ATTACK_TYPE,
    Property.WEAPON,
    Property.MOTIVE,
)

#: What an attack takes over from the incident where nothing is said of the attack itself.
SHARED = frozenset({Property.DATE, Property.TARGET, Property.ATTACK_TYPE, Property.WEAPON})


@dataclass(frozen=True, slots=True)
class Fact:
    """One value, with every claim that states it."""

    value: Value
    claims: tuple[Shown, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(dict.fromkeys(passage for claim in self.claims for passage in claim.passages))

    @property
    def is_set_aside(self) -> bool:
        """Whether the editors deprecated or superseded every claim that states it."""
        return all(claim.newer or claim.is_deprecated for claim in self.claims)


@dataclass(frozen=True, slots=True)
class FactRow:
    """A property and its values. `is_shared`: said of the incident as a whole, not of the attack shown."""

    property: Property
    facts: tuple[Fact, ...]
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who is held responsible in one way; nobody where the attribution names nobody."""

    attribution: Attribution
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FactBox:
    rows: tuple[FactRow, ...]
    responsibility: tuple[Attributed, ...]
    names: tuple[Fact, ...]
    """What the sources call it."""
    spellings: tuple[Fact, ...]
    """How they spell places and actors."""


def fact_box(claims: Sequence[Shown], attack: int | None = None) -> FactBox:
    """The facts of the incident, or of one attack by its number."""
    own = [each for each in claims if each.claim.about is not About.CONTEXT and each.claim.attack == attack]
    whole = [each for each in claims if each.claim.about is About.INCIDENT] if attack else []
    rows = (_row(name, own, whole) for name in ROWS)
    names = _facts(each for each in own if each.claim.property is Property.NAME)
    return FactBox(
        rows=tuple(row for row in rows if row.facts),
        responsibility=tuple(_responsibility(own)),
        names=tuple(fact for fact in names if fact.value.of is None),
        spellings=tuple(fact for fact in names if fact.value.of is not None),
    )


def _row(name: Property, own: Sequence[Shown], whole: Sequence[Shown]) -> FactRow:
    facts = _facts(each for each in own if each.claim.property is name)
    if facts or name not in SHARED:
        return FactRow(name, facts)
    return FactRow(name, _facts(each for each in whole if each.claim.property is name), is_shared=True)


def _facts(claims: Iterable[Shown]) -> tuple[Fact, ...]:
    """One fact for each distinct value, in page order."""
    by_value: dict[Value, list[Shown]] = {}
    for each in claims:
        by_value.setdefault(each.value, []).append(each)
    return tuple(Fact(value, tuple(said)) for value, said in by_value.items())


def _responsibility(own: Sequence[Shown]) -> Iterable[Attributed]:
    for attribution in Attribution:
        facts = _facts(each for each in own if attribution_of(each) is attribution)
        if facts:
            yield Attributed(attribution, facts)


def attribution_of(shown: Shown) -> Attribution | None:
    claim = shown.claim
    return claim.value.attribution if isinstance(claim, ResponsibilityClaim) else None
