"""Which parts of two lists are the same part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

AnyPart = TypeVar("AnyPart")
Identity = Callable[[AnyPart], Hashable]


@dataclass(frozen=True)
class Pairing(Generic[AnyPart]):
    """The parts side by side, None where a list lacks one: in the new order, then what is gone.

    `moved` holds the parts that both lists have, from the first to the last that stands elsewhere, in the
    old order and in the new; both are empty where the order is the same.
    """

    pairs: Sequence[tuple[AnyPart | None, AnyPart | None]]
    moved: tuple[Sequence[AnyPart], Sequence[AnyPart]]


def paired(old: Iterable[AnyPart], new: Iterable[AnyPart], identity: Identity[AnyPart]) -> Pairing[AnyPart]:
    before, after = _by_identity(old, identity), _by_identity(new, identity)
    pairs = [(before.get(key), part) for key, part in after.items()]
    gone = [(part, None) for key, part in before.items() if key not in after]
    return Pairing([*pairs, *gone], _moved(before, after))


def _by_identity(parts: Iterable[AnyPart], identity: Identity[AnyPart]) -> dict[Hashable, AnyPart]:
    """Parts of one identity are told apart by their order."""
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, AnyPart] = {}
    for part in parts:
        name = identity(part)
        seen[name] += 1
        found[name, seen[name]] = part
    return found


def _moved(
    before: dict[Hashable, AnyPart], after: dict[Hashable, AnyPart]
) -> tuple[Sequence[AnyPart], Sequence[AnyPart]]:
    old = [key for key in before if key in after]
    new = [key for key in after if key in before]
    elsewhere = [place for place, key in enumerate(old) if key != new[place]]
    if not elsewhere:
        return (), ()
    stretch = slice(elsewhere[0], elsewhere[-1] + 1)
    return [before[key] for key in old[stretch]], [after[key] for key in new[stretch]]
