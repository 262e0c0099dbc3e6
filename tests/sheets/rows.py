"""One row of a fact sheet, and the claims of a record that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.record import Citation, Claim, Record
from archive.vocabulary import About, Property, Rank


@dataclass(frozen=True)
class Row:
    """What a row of a fact sheet demands of some claim."""

    words: str
    """The row in short, to name a failing test."""
    property: Property
    sources: tuple[str, ...]
    value: Mapping[str, object]
    """Fields of the value; of a text, only a part."""
    about: About = About.INCIDENT
    attack: int | None = None
    locator: str = ""
    by: str = ""
    """Who said it: an actor's key, or words of a role."""
    via: tuple[str, ...] = ()
    newer: str = ""
    """The claim that replaced it, as stated."""
    deprecated: bool = False
    texts: tuple[str, ...] = ()
    """Words that a statement holds."""


def row(
    words: str,
    property: Property,
    sources: str,
    *,
    attack: int | None = None,
    context: bool = False,
    at: str = "",
    by: str = "",
    via: str = "",
    newer: str = "",
    deprecated: bool = False,
    **value: object,
) -> Row:
    """A row with a value; `sources` and `via` are keys with spaces between."""
    about = About.ATTACK if attack else About.CONTEXT if context else About.INCIDENT
    keys, credited = tuple(sources.split()), tuple(via.split())
    return Row(words, property, keys, value, about, attack, at, by, credited, newer, deprecated)


def prose(
    words: str,
    section: str,
    sources: str,
    *texts: str,
    attack: int | None = None,
    context: bool = False,
    by: str = "",
    via: str = "",
    group: str | None = None,
) -> Row:
    """A row that the archive says in a sentence of its own, holding all `texts`."""
    about = About.ATTACK if attack else About.CONTEXT if context else About.INCIDENT
    value = {"section": section, "group": group}
    keys, credited = tuple(sources.split()), tuple(via.split())
    return Row(words, Property.STATEMENT, keys, value, about, attack, "", by, credited, texts=texts)


def claims_for(record: Record, row: Row, keys: Mapping[str, str]) -> list[Claim]:
    """The claims of `record` that say `row`; `keys` turns the sheet's names of sources into the record's."""
    return [
        claim
        for claim in record.claims
        if (claim.property, claim.about, claim.attack) == (row.property, row.about, row.attack)
        and _value_fits(claim, row)
        and _claimant_fits(claim, row)
        and _printed(claim, row, keys)
        and _standing_fits(record, claim, row)
    ]


def words_of(claim: Claim) -> str:
    """The words by which a reader knows the claim."""
    held = claim.value.model_dump(mode="json")
    own = next((held[name] for name in ("caption", "title", "text") if held.get(name)), "")
    return claim.stated or str(own)


def described(row: Row) -> str:
    """The name of a test that walks `row`."""
    return f"{row.property}: {row.words}"


def _value_fits(claim: Claim, row: Row) -> bool:
    held = claim.value.model_dump(mode="json")
    text = str(held.get("text", "")).casefold()
    return all(_same(held.get(name), wanted) for name, wanted in row.value.items()) and all(
        word.casefold() in text for word in row.texts
    )


def _same(held: object, wanted: object) -> bool:
    if isinstance(held, str) and isinstance(wanted, str):
        return held == wanted or (" " in wanted and wanted in held)
    return held == wanted


def _claimant_fits(claim: Claim, row: Row) -> bool:
    said = claim.claimant
    if not row.by:
        return said.actor is None
    return said.actor == row.by or row.by in said.role


def _printed(claim: Claim, row: Row, keys: Mapping[str, str]) -> bool:
    return all(any(_cites(citation, keys[name], row) for citation in claim.citations) for name in row.sources)


def _cites(citation: Citation, key: str, row: Row) -> bool:
    return (
        citation.source == key
        and bool(citation.locator)
        and (not row.locator or citation.locator == row.locator)
        and set(row.via) <= set(citation.reported_via)
    )


def _standing_fits(record: Record, claim: Claim, row: Row) -> bool:
    newer = next((other.stated for other in record.claims if other.number == claim.superseded_by), "")
    deprecated = claim.rank is Rank.DEPRECATED and bool(claim.rank_reason)
    return (
        newer == row.newer and bool(claim.superseded_reason) == bool(newer) and deprecated == row.deprecated
    )
