"""A record in the making: parsers add what a row says, and get an entry. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archive.record import Record, RecordError, Source, make_record
from archive.record.entities import Part
from archive.vocabulary import Property
from incidents.importers.parsing.entry import Entry, RowError

#: Which of the record's lists holds an entity of this class.
LISTS = {
    "Publication": "publications",
    "Source": "sources",
    "Actor": "actors",
    "Place": "places",
    "Conflict": "conflicts",
}


class Draft:
    """What one row says.

    `source` is the row itself as a source: every claim cites it. `credited`: the keys of the publications
    that the row credits for all of it.
    """

    def __init__(self, external_id: str, incident: str, source: Source, credited: Sequence[str] = ()) -> None:
        self.external_id = external_id
        self.incident = incident
        self.source = source
        self.credited = tuple(credited)
        self.claims: list[dict[str, Any]] = []
        self.slots: list[str] = []
        self.flags: list[str] = []
        self._parts: dict[tuple[str, str], Part] = {}
        self.hold(source)

    def hold(self, *parts: Any) -> str:
        """Put these entities into the record; the key of the last one, empty where there is none."""
        for part in parts:
            self._parts[(LISTS[type(part).__name__], part.key)] = part
        return str(parts[-1].key) if parts else ""

    def claim(self, slot: str, property: Property, value: Mapping[str, Any], **more: Any) -> None:
        """Add a claim that the row is cited for; `more` holds further fields of the claim.

        `locator` names the columns in which it stands.
        """
        citation = {
            "source": self.source.key,
            "locator": more.pop("locator", ""),
            "reported_via": self.credited,
        }
        own = {"number": len(self.claims) + 1, "property": property, "value": value}
        self.claims.append({**own, **more, "citations": [citation]})
        self.slots.append(slot)

    def flag(self, *sentences: str) -> None:
        """Say what is odd about the row, which is kept as it is."""
        self.flags.extend(sentences)

    def entry(
        self, *, title: str, date: str | None, place: str | None, attacks: Sequence[Mapping[str, Any]] = ()
    ) -> Entry:
        """The entry. Raises RowError where the row claims nothing, or the parts do not make a record."""
        if not self.claims:
            raise RowError("the row says nothing of the incident: no date, place or number is known")
        lists: dict[str, list[Part]] = {name: [] for name in LISTS.values()}
        for (name, _), part in self._parts.items():
            lists[name].append(part)
        own = {"id": self.incident, "title": title, "date": date, "place": place, "attacks": attacks}
        record = _record({**own, "claims": self.claims, **lists})
        return Entry(self.external_id, record, tuple(self.slots), self.source.key, tuple(self.flags))


def _record(data: Mapping[str, Any]) -> Record:
    try:
        return make_record(data)
    except RecordError as error:
        raise RowError(*error.problems) from error


def stated(pairs: Iterable[tuple[str, str]], longest: int = 2000) -> str:
    """The cells as they stand in the row, each with its column's name: “best 20, low 20”."""
    line = ", ".join(f"{name} {' '.join(value.split())}" for name, value in pairs if value.strip())
    return line if len(line) <= longest else line[: longest - 1] + "…"
