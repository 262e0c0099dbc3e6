"""From a text to the claims that it seems to make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.vocabulary import ClaimantKind, Population, Property, Qualifier
from incidents.proposals.blaming import Blame, blames
from incidents.proposals.chunks import chunks
from incidents.proposals.counting import counts, counts_of_a_part, meant
from incidents.proposals.dating import days, times
from incidents.proposals.deeds import Told, deeds
from incidents.proposals.groups import Group, grouped
from incidents.proposals.naming import Named, named
from incidents.proposals.placing import places, title
from incidents.proposals.saying import Speaker, credited, speaker_at, speakers
from incidents.proposals.settling import Count
from incidents.proposals.shapes import Name, Proposal
from incidents.proposals.tables.blame import CLAIMING
from incidents.proposals.tokens import sentences, tokens

#: Told once for a text: the first sentence that names one of them is as good as the next.
ONCE = (Property.WEAPON, Property.ATTACK_TYPE, Property.PLACE, Property.DATE, Property.NAME)


@dataclass(frozen=True)
class Passage:
    """A sentence of a text, with who speaks in it; `start` and `end` are its places in the text."""

    text: str
    start: int
    end: int
    names: Sequence[Named]

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def read(text: str, names: Sequence[Name] = ()) -> tuple[Proposal, ...]:
    """The claims that a text seems to make, in the order of the text.

    `names` are the actors and places that the archive knows. Nothing is certain: each proposal says why it
    was made, and an editor decides.
    """
    known = named(text, names)
    found: list[Proposal] = []
    told: set[tuple[Property, str]] = set()
    for start, end in sentences(text):
        for proposal in _of(Passage(text, start, end, known)):
            mark = (proposal.property, proposal.value)
            if proposal.property not in ONCE or mark not in told:
                told.add(mark)
                found.append(proposal)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.property)))


def parts(text: str, names: Sequence[Name] = ()) -> tuple[Proposal, ...]:
    """The counts of a part of the killed, the injured and so on: nobody is offered them unasked.

    Whoever chooses their words may have them, and is told that they count a part.
    """
    known = named(text, names)
    return tuple(
        replace(one, why=(*one.why, f"This counts a part of the {one.property.label}."))
        for start, end in sentences(text)
        for one in _counts(Passage(text, start, end, known), counts_of_a_part)
    )


def _counts(passage: Passage, counting: Callable[[Sequence[Group]], Sequence[Count]]) -> Iterator[Proposal]:
    groups = grouped(chunks(passage.text, tokens(passage.text, passage.start, passage.end)))
    said, via = speakers(passage.words), credited(passage.words)
    for count in counting(groups):
        yield _counted(passage, groups[count.at], count, said, via)


def _of(passage: Passage) -> Iterator[Proposal]:
    said = speakers(passage.words)
    via = credited(passage.words)
    yield from _counts(passage, counts)
    actors = [one for one in passage.names if one.kind == "actor"]
    for blame in blames(passage.text, passage.start, passage.end, actors):
        yield _proposal(
            passage,
            blame.start,
            blame.end,
            Property.RESPONSIBILITY,
            attribution=blame.attribution,
            actor=blame.actor,
            why=(blame.why,),
            reported_via=via,
            **_who_claims(passage, blame, said),
        )
    for one in _told(passage):
        yield _proposal(passage, one.start, one.end, one.property, value=one.value, why=(one.why,))


def _told(passage: Passage) -> Iterator[Told]:
    yield from deeds(passage.text, passage.start, passage.end)
    yield from days(passage.text, passage.start, passage.end)
    yield from times(passage.text, passage.start, passage.end)
    yield from title(passage.text, passage.start, passage.end)
    yield from places(passage.text, passage.start, passage.end, passage.names)


def _counted(passage: Passage, group: Group, count: Count, said: Sequence[Speaker], via: str) -> Proposal:
    number = meant(group, count.how)
    speaker = speaker_at(said, group.start - passage.start)
    return _proposal(
        passage,
        group.start,
        group.end,
        count.property,
        qualifier=number.qualifier,
        low=number.low,
        best=number.best,
        high=number.high,
        population=count.population,
        why=tuple(_reasons(group, count, number.qualifier, speaker, via)),
        reported_via=via,
        **_claimant(passage, speaker),
    )


def _reasons(
    group: Group, count: Count, qualifier: Qualifier, speaker: Speaker | None, via: str
) -> Iterator[str]:
    yield f"“{group.words}” is read as: {qualifier.english}."
    yield count.why
    if count.population is not Population.UNSTATED:
        yield f"The words say whom it counts: {count.population.english}."
    if speaker:
        yield f"“{speaker.words}” is named as who says it: {speaker.kind.english}."
    if via:
        yield f"“{via}” is credited with the report, and is not the claimant."


def _who_claims(passage: Passage, blame: Blame, said: Sequence[Speaker]) -> dict[str, object]:
    """An actor that claims or denies it says so itself."""
    if blame.attribution in CLAIMING and blame.actor:
        return {"claimant_kind": ClaimantKind.PARTY, "claimant": blame.actor}
    return _claimant(passage, speaker_at(said, blame.start - passage.start))


def _claimant(passage: Passage, speaker: Speaker | None) -> dict[str, object]:
    if speaker is None:
        return {}
    start = passage.start + speaker.start
    actor = next(
        (
            one
            for one in passage.names
            if one.kind == "actor" and start <= one.start < start + len(speaker.words)
        ),
        None,
    )
    return {
        "claimant_kind": speaker.kind,
        "claimant_role": speaker.words,
        "claimant": actor.key if actor else "",
    }


def _proposal(passage: Passage, start: int, end: int, about: Property, **known: object) -> Proposal:
    empty: dict[str, object] = {
        "qualifier": None,
        "low": None,
        "best": None,
        "high": None,
        "population": None,
        "attribution": None,
        "actor": "",
        "claimant_kind": ClaimantKind.UNSTATED,
        "claimant_role": "",
        "claimant": "",
    }
    return Proposal(
        start=start,
        end=end,
        quote_start=passage.start,
        quote_end=passage.end,
        property=about,
        stated=passage.text[start:end],
        **(empty | known),  # type: ignore[arg-type]
    )
