"""Whole valid records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from pydantic import TypeAdapter

from archive.record import Actor, Attack, Claim, Conflict, Place, Publication, Record, Source, make_record
from archive.record.entities import Part
from archive.record.links import ENTITIES, held, reached
from archive.vocabulary import (
    About,
    AttackType,
    ClaimantKind,
    Property,
    QuoteState,
    Rank,
    Stance,
    TargetType,
    WeaponType,
)
from tests.strategies.library import Library
from tests.strategies.plain import Data, maybe, moments, names, terms, words
from tests.strategies.values import value_of

MODELS: dict[str, type[Part]] = {
    "sources": Source,
    "publications": Publication,
    "actors": Actor,
    "places": Place,
    "conflicts": Conflict,
}


@st.composite
def _attacks(draw: DrawFn, library: Library) -> list[Data]:
    return [
        {
            "number": number + 1,
            "label": draw(names()),
            "place": draw(maybe(st.sampled_from(library.keys("places")))),
            "date": draw(maybe(moments())),
            "type": draw(maybe(terms(AttackType))),
            "target": draw(maybe(terms(TargetType))),
            "weapon": draw(maybe(terms(WeaponType))),
        }
        for number in range(draw(st.integers(0, 3)))
    ]


def _checks() -> st.SearchStrategy[Data]:
    days = st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(date.isoformat)
    return st.fixed_dictionaries({"state": terms(QuoteState), "on": days})


@st.composite
def _citations(draw: DrawFn, library: Library) -> Data:
    quote = draw(words())
    looked_up = {"checked": draw(maybe(_checks()))} if quote.strip() else {}
    return looked_up | {
        "source": draw(st.sampled_from(library.keys("sources"))),
        "locator": draw(words(10)),
        "quote": quote,
        "reported_via": draw(
            st.lists(st.sampled_from(library.keys("publications")), max_size=2, unique=True)
        ),
        "stance": draw(terms(Stance)),
    }


@st.composite
def _claims(draw: DrawFn, number: int, library: Library, attacks: Sequence[int]) -> Data:
    kind = draw(st.sampled_from([*Property, *[Property.KILLED] * 6]))
    about = draw(st.sampled_from([*([About.INCIDENT, About.CONTEXT]), *([About.ATTACK] * bool(attacks))]))
    rank = draw(terms(Rank))
    return {
        "number": number,
        "property": kind,
        "value": value_of(draw, kind, library, attacks),
        "about": about,
        "attack": draw(st.sampled_from(attacks)) if about is About.ATTACK else None,
        "stated": draw(words()),
        "claimant": {
            "actor": draw(maybe(st.sampled_from(library.keys("actors")))),
            "role": draw(words(15)),
            "kind": draw(terms(ClaimantKind)),
        },
        "claimed_on": draw(maybe(moments())),
        "rank": rank,
        "rank_reason": "" if rank is Rank.NORMAL else "because",
        "withheld": draw(st.sampled_from([False, False, False, True])),
        "citations": draw(st.lists(_citations(library), max_size=3, unique_by=repr)),
    }


def _supersede(draw: DrawFn, claims: Sequence[Data]) -> None:
    """Let some claims be superseded by a later one on the same topic: chains arise, circles do not."""
    for index, claim in enumerate(claims):
        topic = ("about", "attack", "property")
        newer = [
            other["number"]
            for other in claims[index + 1 :]
            if all(other[field] == claim[field] for field in topic)
        ]
        replaced = draw(st.booleans())
        if newer and replaced:
            claim |= {"superseded_by": draw(st.sampled_from(newer)), "superseded_reason": "a later count"}


#: Which incident is merged into which: the same in every record, as it would be at one desk.
FORERUNNERS = {"ucdp-274819": ["ucdp-274818"]}


@st.composite
def _renumbered(draw: DrawFn, numbers: Sequence[int]) -> list[Data]:
    new = draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else []
    old = draw(st.lists(st.integers(1, 60), min_size=len(new), max_size=len(new), unique=True))
    return [{"old": before, "new": after} for before, after in zip(old, new, strict=True)]


@st.composite
def _merged(draw: DrawFn, incident: str, claims: Sequence[int], attacks: Sequence[int]) -> list[Data]:
    return [
        {"id": key, "claims": draw(_renumbered(claims)), "attacks": draw(_renumbered(attacks))}
        for key in FORERUNNERS.get(incident, [])
    ]


@st.composite
def records(draw: DrawFn, *, most_claims: int = 12) -> Record:
    """A whole valid record, without figures: all that its claims name, and nothing more."""
    library = Library(draw)
    attacks = draw(_attacks(library))
    numbers = draw(st.lists(st.integers(1, 60), max_size=most_claims, unique=True))
    known = [attack["number"] for attack in attacks]
    claims = [draw(_claims(number, library, known)) for number in numbers]
    _supersede(draw, claims)
    incident = draw(st.sampled_from(["event-1", "ucdp-274819"]))
    data: Data = {
        "id": incident,
        "title": draw(names()),
        "date": draw(maybe(moments())),
        "place": draw(maybe(st.sampled_from(library.keys("places")))),
        "attacks": attacks,
        "claims": claims,
        "merged": draw(_merged(incident, numbers, known)),
    }
    return make_record(data | _needed(data, library))


def _needed(data: Data, library: Library) -> dict[str, list[Data]]:
    """The entities that can be reached from the incident, its attacks and its claims."""
    lists = {name: getattr(library, name) for name in ENTITIES}
    entities: Any = {
        name: tuple(MODELS[name].model_validate(part) for part in parts) for name, parts in lists.items()
    }
    draft = Record.model_construct(
        place=data["place"],
        attacks=tuple(Attack.model_validate(part) for part in data["attacks"]),
        claims=TypeAdapter(tuple[Claim, ...]).validate_python(data["claims"]),
        **entities,
    )
    needed = reached(draft, held(draft))
    return {name: [part for part in parts if (name, part["key"]) in needed] for name, parts in lists.items()}
