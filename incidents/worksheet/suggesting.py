"""What the form of a claim begins with when an editor takes up a proposal, or a mark without one. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.vocabulary import About, ClaimantKind, Property
from incidents.proposals import Mark, Proposal
from incidents.worksheet.accounting import Known, spelt
from incidents.worksheet.spans import Span, locator

#: The columns that the proposal's `value` fills, by its property.
VALUED: Mapping[Property, str] = {
    Property.DATE: "date",
    Property.TIME: "clock",
    Property.WEAPON: "weapon",
    Property.TARGET: "target",
    Property.ATTACK_TYPE: "attack_type",
    Property.NAME: "text",
    Property.MOTIVE: "text",
    Property.STATEMENT: "text",
}
#: Who says it, where nobody is named: what a form held before of somebody else must not stay in it.
NOBODY: Mapping[str, str] = {
    "claimant": "",
    "claimant_role": "",
    "claimant_kind": ClaimantKind.UNSTATED.value,
    "claimed_on": "",
}
#: What a text tells of another event is no part of the incident.
CONTEXT: Mapping[str, str] = {"about": About.CONTEXT.value, "attack": ""}
QUOTE, LOCATOR, VIA = "quote", "locator", "reported_via"


@dataclass(frozen=True, slots=True)
class Row:
    """An actor or a place: the database key that the form sends, and its name."""

    pk: int
    name: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The columns of a claim and of its citation that words fill; `names` are those of rows among them.

    Those of who says it are among them always: they are emptied where the words name nobody.
    """

    span: Span
    claim: Mapping[str, str]
    citation: Mapping[str, str]
    names: Mapping[str, str]
    why: tuple[str, ...]


def of_proposal(
    proposal: Proposal, text: str, rows: Mapping[Known, Row], publications: Mapping[str, Row]
) -> Suggestion:
    """`publications` are known by their spellings: one that the sentence credits is no claimant."""
    quote = Span(proposal.quote_start, proposal.quote_end)
    named = {
        "actor": rows.get(("actor", proposal.actor)),
        "claimant": rows.get(("actor", proposal.claimant)),
        "place": rows.get(("place", proposal.value)) if proposal.property is Property.PLACE else None,
    }
    linked = {column: row for column, row in named.items() if row is not None}
    via = publications.get(spelt(proposal.reported_via))
    credited = {VIA: via} if via else {}
    return Suggestion(
        span=Span(proposal.start, proposal.end),
        claim={
            **NOBODY,
            **_filled(proposal),
            **(CONTEXT if proposal.is_context else {}),
            **{column: str(row.pk) for column, row in linked.items()},
        },
        citation=_cited(quote, proposal.start, text) | {name: str(row.pk) for name, row in credited.items()},
        names={column: row.name for column, row in (linked | credited).items()},
        why=proposal.why,
    )


def of_mark(mark: Mark, sentence: Span, text: str, row: Row | None) -> Suggestion:
    """A number without a proposal gives its words alone; a name also whom or what it names."""
    claim = {**NOBODY, "stated": " ".join(mark.words.split())}
    if row is not None:
        kind = Property.PLACE if mark.kind == "place" else Property.RESPONSIBILITY
        claim |= {"property": kind.value, mark.kind: str(row.pk)}
    names = {} if row is None else {mark.kind: row.name}
    known = mark.why or (f"“{mark.words}” is known to the archive: {row.name}." if row else "")
    why = (known,) if known else ()
    return Suggestion(Span(mark.start, mark.end), claim, _cited(sentence, mark.start, text), names, why)


def _filled(proposal: Proposal) -> dict[str, str]:
    columns = {
        "property": proposal.property,
        "stated": proposal.stated,
        "qualifier": proposal.qualifier,
        "low": proposal.low,
        "best": proposal.best,
        "high": proposal.high,
        "population": proposal.population,
        "attribution": proposal.attribution,
        "claimant_role": proposal.claimant_role,
        "claimant_kind": proposal.claimant_kind,
        VALUED.get(proposal.property, ""): proposal.value,
    }
    return {name: str(value) for name, value in columns.items() if name and value not in (None, "")}


def _cited(quote: Span, at: int, text: str) -> dict[str, str]:
    return {QUOTE: " ".join(quote.of(text).split()), LOCATOR: locator(text, at)}
