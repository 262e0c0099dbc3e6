"""The order in which the desk lists an incident's claims: by what they are about, then by property.

Pure: it knows a claim by a few columns only, so that thousands of claims are arranged without loading them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.vocabulary import About, Property, Section

PROPERTIES = list(Property)
SECTIONS = list(Section)
#: How many claims one page of the table holds.
PAGE_SIZE = 200


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one property about one thing; statements are told apart by their section too."""

    about: About
    attack: int | None
    kind: Property
    section: Section | None = None

    @property
    def topic(self) -> str:
        """“incident”, “attack-2”, “context”: what the claims are about, as an address says it."""
        return f"{self.about}-{self.attack}" if self.attack else self.about

    @property
    def title(self) -> str:
        """“killed”, “statement: Reactions”."""
        return f"{self.kind.label}: {self.section.label}" if self.section else self.kind.label


@dataclass(frozen=True, slots=True)
class Outline:
    """What the arrangement needs to know of a claim. `key` is its database key."""

    key: int
    number: int
    position: int
    group: Group
    cited: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """Which claims an editor asked to see; what is empty does not narrow."""

    kind: str = ""
    about: str = ""
    uncited: bool = False
    claim: int = 0
    page: int = 1

    def allows(self, outline: Outline) -> bool:
        return (
            self.kind in ("", outline.group.kind)
            and self.about in ("", outline.group.topic)
            and not (self.uncited and outline.cited)
        )

    @property
    def narrows(self) -> bool:
        return bool(self.kind or self.about or self.uncited)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the claims that were asked for, and how many there are of each kind altogether."""

    outlines: tuple[Outline, ...]
    number: int
    last: int
    found: int
    properties: Mapping[str, int]
    topics: Mapping[str, int]
    uncited: int
    total: int


def arranged(outlines: Iterable[Outline], wish: Wish, size: int = PAGE_SIZE) -> Page:
    """The page that was asked for, or the one that holds the claim of that number."""
    everything = sorted(outlines, key=_place)
    chosen = [outline for outline in everything if wish.allows(outline)]
    last = max(1, -(-len(chosen) // size))
    number = min(max(1, _page_of(chosen, wish, size)), last)
    return Page(
        outlines=tuple(chosen[(number - 1) * size : number * size]),
        number=number,
        last=last,
        found=len(chosen),
        properties=Counter(outline.group.kind for outline in everything),
        topics=Counter(outline.group.topic for outline in everything),
        uncited=sum(not outline.cited for outline in everything),
        total=len(everything),
    )


def _place(outline: Outline) -> tuple[int, ...]:
    group = outline.group
    return (
        list(About).index(group.about),
        group.attack or 0,
        PROPERTIES.index(group.kind),
        SECTIONS.index(group.section) if group.section else 0,
        outline.position,
        outline.number,
    )


def _page_of(chosen: Sequence[Outline], wish: Wish, size: int) -> int:
    for place, outline in enumerate(chosen):
        if outline.number == wish.claim:
            return place // size + 1
    return wish.page
