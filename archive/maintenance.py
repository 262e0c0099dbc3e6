"""A shared entity shown anew in a published record, which says otherwise exactly what it said.

The record is patched, never built again from the desk, so that nothing else that waits there is published.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from archive.answers.compose import name_of
from archive.figures import figures_by_rule, with_figures
from archive.record import Checked, Claim, Record, make_record
from archive.record.entities import Part
from archive.record.links import ENTITIES, Link, held, reached
from archive.record.relinking import Rename, relinked
from archive.vocabulary import QuoteState

#: A quote in a record: the number of its claim, the locator, and the quote itself.
Quoted = tuple[int, str, str]


def patched(
    record: Record, link: Link, known: Mapping[Link, Part], *, instead_of: Collection[str] = ()
) -> Record:
    """The record with the entity of this link as `known` has it, and its figures computed anew.

    `instead_of`: the keys of its kind that were merged into it; whatever names one of them names the entity.
    What the entity newly leads to comes from `known`; what nothing leads to any more goes; every other
    entity stays as the record has it. A record that shows nothing of this is returned as it is. Raises
    RecordError where the parts would not fit together any more.
    """
    merged = {(link[0], key) for key in instead_of} - {link}
    own = held(record)
    if own.keys().isdisjoint({link, *merged}):
        return record
    moved = _relinked(record, lambda named: link[1] if named in merged else named[1])
    entities = {name: part for name, part in held(moved).items() if name not in merged}
    entities = {**known, **entities, link: known[link]}
    changed = make_record(_plain(moved) | _lists(moved, entities))
    return record if changed == record else with_figures(changed)


def rechecked(record: Record, source: str, checks: Mapping[Quoted, Checked | None]) -> Record:
    """The record with what looking up its quotes from this source has shown.

    A citation that is not among the checks stays as it is: the desk has another quote by now. The record
    itself where nothing changes.
    """
    claims = tuple(_rechecked(claim, source, checks) for claim in record.claims)
    if all(new is old for new, old in zip(claims, record.claims, strict=True)):
        return record
    return record.model_copy(update={"claims": claims})


def _rechecked(claim: Claim, source: str, checks: Mapping[Quoted, Checked | None]) -> Claim:
    citations = tuple(
        each.model_copy(
            update={"checked": checks.get((claim.number, each.locator, each.quote), each.checked)}
        )
        if each.source == source
        else each
        for each in claim.citations
    )
    return claim if citations == claim.citations else claim.model_copy(update={"citations": citations})


def _relinked(record: Record, rename: Rename) -> Record:
    lists = ("attacks", "claims", *ENTITIES)
    parts: dict[str, Any] = {
        name: tuple(relinked(part, rename) for part in getattr(record, name)) for name in lists
    }
    place = None if record.place is None else rename(("places", record.place))
    return record.model_copy(update={"place": place, **parts})


def _plain(record: Record) -> dict[str, Any]:
    """The record's fields by the names that make a record of them."""
    fields = type(record).model_fields
    return {field.alias or name: getattr(record, name) for name, field in fields.items()}


def _lists(record: Record, entities: Mapping[Link, Part]) -> dict[str, list[Part]]:
    needed = reached(record, entities) & entities.keys()
    return {name: [entities[link] for link in sorted(needed) if link[0] == name] for name in ENTITIES}


def same_figures(before: Record, after: Record) -> bool:
    """Whether the two show the same figures, under every rule."""
    return before.figures == after.figures and figures_by_rule(before) == figures_by_rule(after)


def note_on(before: Record, after: Record, link: Link, *, instead_of: Collection[str] = ()) -> str:
    """What readers are told of a patch: who is called otherwise now, or that something else is new."""
    name = name_of(held(after)[link])
    sentences = [f"“{old}” is now “{name}”." for old in _names(before, link, instead_of) if old != name]
    if numbers := sorted(_gone(after, link) - _gone(before, link)):
        sentences.append(f"“{name}” no longer says what is quoted for claim {', '.join(map(str, numbers))}.")
    return " ".join(sentences) or f"What is said of “{name}” was brought up to date."


def _gone(record: Record, link: Link) -> set[int]:
    """The numbers of the claims of which the source no longer has the quote."""
    return {
        claim.number
        for claim in record.claims
        for cited in claim.citations
        if ("sources", cited.source) == link and cited.checked and cited.checked.state is QuoteState.GONE
    }


def _names(record: Record, link: Link, instead_of: Collection[str]) -> Iterator[str]:
    entities = held(record)
    for key in (link[1], *sorted({*instead_of} - {link[1]})):
        if (link[0], key) in entities:
            yield name_of(entities[link[0], key])
