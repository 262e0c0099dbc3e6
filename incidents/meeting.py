"""What becomes of a form when somebody else changed what it showed: a three-way merge. Pure.

A sheet is everything that a page of the desk lets an editor change: the page's own form (the group "")
and, in further groups, the rows of its inlines by their database keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

#: What a field holds, as its form shows it; several values where several can be chosen.
Value = str | tuple[str, ...]
Values = Mapping[str, Value]
#: Group, then row, then field. Rows that are not stored yet have keys that begin with NEW.
Sheet = Mapping[str, Mapping[str, Values]]
#: The group and the row.
Place = tuple[str, str]

NEW = "+"


@dataclass(frozen=True)
class Typed:
    """What an editor sends: a sheet, and the rows of it that are marked to be removed."""

    sheet: Sheet
    removed: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class Difference:
    """One field that somebody else changed meanwhile; None where its row was not there."""

    place: Place
    field: str
    opened: Value | None
    stored: Value | None
    typed: Value | None
    #: Whether the merged form holds what was typed; otherwise it holds what is stored.
    keeps_typed: bool


@dataclass
class Meeting:
    """The merged form, and each difference that its editor has to know of."""

    merged: dict[str, dict[str, Values]] = field(default_factory=dict)
    removed: set[Place] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)

    def put(self, place: Place, values: Values, *, removed: bool = False) -> None:
        group, row = place
        self.merged.setdefault(group, {})[row] = values
        if removed:
            self.removed.add(place)


def meet(opened: Sheet, stored: Sheet, typed: Typed) -> Meeting:
    """Merge what was typed into what is stored now, both having begun from what was opened.

    A field that one of the two changed takes the change; one that both changed keeps what was typed. A
    removed row stays away unless it was changed here: then it comes back as a new one.
    """
    meeting = Meeting()
    for place in _stored_first(opened, stored, typed):
        _meet_row(meeting, place, opened, stored, typed)
    return meeting


def _stored_first(*sheets: Sheet | Typed) -> Iterator[Place]:
    """Every row once: those that are stored, then those that are gone, then those that are new."""
    opened, stored, typed = (sheet.sheet if isinstance(sheet, Typed) else sheet for sheet in sheets)
    places = (
        (group, row) for sheet in (stored, opened, typed) for group, rows in sheet.items() for row in rows
    )
    return iter(dict.fromkeys(places))


def _meet_row(meeting: Meeting, place: Place, opened: Sheet, stored: Sheet, typed: Typed) -> None:
    before, now = _row(opened, place), _row(stored, place)
    sent = _row(typed.sheet, place)
    if now is not None:
        _meet_stored(meeting, place, before, now, sent, typed)
    elif before is not None:
        _meet_gone(meeting, place, before, before if sent is None else sent, place in typed.removed)
    elif sent is not None and not _is_added_already(place, sent, opened, stored, typed):
        meeting.put((place[0], _as_new(place[1])), sent, removed=place in typed.removed)


def _meet_stored(
    meeting: Meeting, place: Place, before: Values | None, now: Values, sent: Values | None, typed: Typed
) -> None:
    if before is None and sent is None:
        _meet_added(meeting, place, now, typed)
        return
    sent = before if sent is None else sent
    merged: dict[str, Value] = {}
    for name in now:
        merged[name] = _meet_field(meeting, place, name, before, now, sent or {})
    meeting.put(place, merged, removed=place in typed.removed)


def _meet_added(meeting: Meeting, place: Place, now: Values, typed: Typed) -> None:
    """A row that somebody else added; it is no news where the same was typed here."""
    meeting.put(place, now)
    if now in [values for row, values in typed.sheet.get(place[0], {}).items() if row.startswith(NEW)]:
        return
    for name, value in now.items():
        if value:
            meeting.differences.append(Difference(place, name, None, value, None, keeps_typed=False))


def _meet_field(
    meeting: Meeting, place: Place, name: str, before: Values | None, now: Values, sent: Values
) -> Value:
    opened = None if before is None else before.get(name, "")
    typed = sent.get(name, "")
    changed_here, changed_there = typed != opened, now[name] != opened
    if changed_there and typed != now[name]:
        meeting.differences.append(Difference(place, name, opened, now[name], typed, changed_here))
    return typed if changed_here else now[name]


def _meet_gone(meeting: Meeting, place: Place, before: Values, sent: Values, removed: bool) -> None:
    """A row that somebody else removed."""
    if removed:
        return
    changed = sent != before
    if changed:
        meeting.put((place[0], _as_new(place[1])), sent)
    for name, value in before.items():
        typed = sent.get(name, "")
        if value or typed:
            meeting.differences.append(Difference(place, name, value, None, typed, changed))


def _is_added_already(place: Place, sent: Values, opened: Sheet, stored: Sheet, typed: Typed) -> bool:
    """Whether somebody else added the same row that is new here."""
    group, row = place
    known = opened.get(group, {}).keys() | typed.sheet.get(group, {}).keys()
    added = [values for key, values in stored.get(group, {}).items() if key not in known]
    return row.startswith(NEW) and sent in added


def _row(sheet: Sheet, place: Place) -> Values | None:
    return sheet.get(place[0], {}).get(place[1])


def _as_new(row: str) -> str:
    """A key that no row has that was typed as a new one."""
    return row if row.startswith(NEW) else f"{NEW}{NEW}{row}"
