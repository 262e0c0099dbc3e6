"""Who is held responsible: up to three groups, each perhaps unsure, perhaps claiming the attack itself."""

from __future__ import annotations

from dataclasses import dataclass

from archive.record import Actor
from archive.vocabulary import ActorKind, Attribution, ClaimantKind, PartAs, Property
from incidents.importers.formats.gtd.codes import YES
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import code, text
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells

NOBODY = "unknown"
#: Names that say there was no group.
NO_GROUP = "unaffiliated individual"


@dataclass(frozen=True, slots=True)
class Group:
    """The columns that speak of one group."""

    number: int
    name: str
    branch: str
    uncertain: str
    claimed: str
    mode: str


GROUPS = (
    Group(1, "gname", "gsubname", "guncertain1", "claimed", "claimmode_txt"),
    Group(2, "gname2", "gsubname2", "guncertain2", "claim2", "claimmode2_txt"),
    Group(3, "gname3", "gsubname3", "guncertain3", "claim3", "claimmode3_txt"),
)


def add_groups(draft: Draft, cells: Cells) -> None:
    """Whom the row names, and which of them claimed the attack. “Unknown” names nobody."""
    names: set[str] = set()
    for group in GROUPS:
        name = text(cells, group.name)[:300]
        if name.lower() == NOBODY:
            _add_nobody(draft, cells, group)
        elif name and name not in names:
            _add_group(draft, cells, group, name)
        names.add(name)
    if code(cells, "compclaim") == YES:
        draft.flag("more than one group claimed the attack for itself alone (compclaim 1)")


def _add_nobody(draft: Draft, cells: Cells, group: Group) -> None:
    if group.number == 1:
        value = {"attribution": Attribution.NONE_NAMED}
        words = stated((name, cells.get(name, "")) for name in (group.name, group.claimed, group.mode))
        draft.claim("responsibility:1", Property.RESPONSIBILITY, value, stated=words)


def _add_group(draft: Draft, cells: Cells, group: Group, name: str) -> None:
    actor = draft.hold(*_actors(name, text(cells, group.branch)[:300]))
    sure = code(cells, group.uncertain) != YES
    value = {"actor": actor, "attribution": Attribution.ATTRIBUTED if sure else Attribution.SUSPECTED}
    words = stated((column, cells.get(column, "")) for column in (group.name, group.branch, group.uncertain))
    draft.claim(f"responsibility:{group.number}", Property.RESPONSIBILITY, value, stated=words)
    if code(cells, group.claimed) == YES:
        _add_own_word(draft, cells, group, actor)


def _add_own_word(draft: Draft, cells: Cells, group: Group, actor: str) -> None:
    value = {"actor": actor, "attribution": Attribution.SELF_CLAIMED}
    columns = (group.claimed, group.mode, "compclaim")
    draft.claim(
        f"claimed:{group.number}",
        Property.RESPONSIBILITY,
        value,
        stated=stated((column, cells.get(column, "")) for column in columns),
        claimant={"actor": actor, "kind": ClaimantKind.PARTY},
    )


def _actors(name: str, branch: str) -> list[Actor]:
    """The group and, where the row names its branch, that one last."""
    kind = ActorKind.OTHER if name.lower().startswith(NO_GROUP) else ActorKind.ARMED_GROUP
    group = naming.actor(name, kind)
    if not branch or branch.lower() in (NOBODY, name.lower()):
        return [group]
    key = naming.key_of(name, branch)
    return [group, Actor(key=key, name=branch, kind=kind, part_of=group.key, part_as=PartAs.BRANCH)]
