"""Who took part, and who is held responsible where one side acted."""

from __future__ import annotations

from archive.vocabulary import ActorKind, Attribution, Property
from incidents.importers.formats.acled.codes import ACTORS, CROWDS, NOBODY, ONE_SIDED
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import text
from incidents.importers.parsing.draft import Draft, stated
from incidents.importers.parsing.entry import Cells


def add_sides(draft: Draft, cells: Cells) -> None:
    """The actors under the names that ACLED gives them; crowds, civilians and the unidentified have none."""
    seen: set[str] = set()
    for side in ("1", "2"):
        name = text(cells, f"actor{side}")[:300]
        kind = kind_of(name, text(cells, f"inter{side}"))
        if kind is not None and name not in seen:
            seen.add(name)
            actor = draft.hold(naming.actor(name, kind))
            _add_name(draft, cells, side, actor)
    if text(cells, "event_type") in ONE_SIDED:
        _add_responsibility(draft, cells)


def kind_of(name: str, inter: str) -> ActorKind | None:
    """What an actor is; None for somebody who is nobody in particular."""
    if not name or name.startswith((NOBODY, *CROWDS)):
        return None
    return ACTORS.get(inter.lower().removesuffix(".0"), ActorKind.OTHER)


def _add_name(draft: Draft, cells: Cells, side: str, actor: str) -> None:
    columns = (f"actor{side}", f"assoc_actor_{side}", f"inter{side}")
    draft.claim(
        f"side:{side}",
        Property.NAME,
        {"text": text(cells, f"actor{side}")[:300], "actor": actor},
        stated=stated((column, cells.get(column, "")) for column in columns),
        locator=f"actor{side}",
    )


def _add_responsibility(draft: Draft, cells: Cells) -> None:
    name = text(cells, "actor1")[:300]
    kind = kind_of(name, text(cells, "inter1"))
    value: dict[str, str] = {"attribution": Attribution.NONE_NAMED}
    if kind is not None:
        value = {"attribution": Attribution.ATTRIBUTED, "actor": naming.actor(name, kind).key}
    elif not name.startswith(NOBODY):
        return
    words = stated((column, cells.get(column, "")) for column in ("event_type", "actor1"))
    draft.claim("responsibility", Property.RESPONSIBILITY, value, stated=words)
