"""From a text to the claims that it seems to make."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.vocabulary import ClaimantKind, Population, Property, Qualifier
from incidents.proposals.blaming import Blame, blames
from incidents.proposals.chunks import chunks
from incidents.proposals.counting import counts, counts_of_a_part, meant
from incidents.proposals.dating import days, times, weekdays
from incidents.proposals.deeds import Told, deeds
from incidents.proposals.elsewhere import Away, away
from incidents.proposals.groups import Group, grouped
from incidents.proposals.naming import Named, named
from incidents.proposals.placing import places, title
from incidents.proposals.saying import Speaker, credited, speaker_at, speakers
from incidents.proposals.settling import Count
from incidents.proposals.shapes import Name, Proposal, Setting
from incidents.proposals.tables.blame import CLAIMING
from incidents.proposals.tables.deeds import WITHIN
from incidents.proposals.tokens import sentences, tokens

#: Told once for a text: the first sentence that names one of them is as good as the next.
ONCE = (Property.WEAPON, Property.ATTACK_TYPE, Property.PLACE, Property.DATE, Property.NAME)
#: Of each type of attack, the one beside which it adds nothing.
_STRONGER = {str(weaker): str(stronger) for weaker, stronger in WITHIN.items()}
NOWHERE = Setting()


@dataclass(frozen=True)
class Passage:
    """A sentence of a text; `start` and `end` are its places in the text, `names` those that the text holds.

    `setting` is what the text is read beside.
    """

    text: str
    start: int
    end: int
    names: Sequence[Named]
    setting: Setting

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def read(text: str, names: Sequence[Name] = (), setting: Setting = NOWHERE) -> tuple[Proposal, ...]:
    """The claims that a text seems to make, in the order of the text.

    `names` are the actors and places that the archive knows. Nothing is certain: each proposal says why it
    was made, and an editor decides.
    """
    found: list[Proposal] = []
    for passage in _passages(text, names, setting):
        found += _set(passage, _of(passage))
    kept = _without_repeated(_without_weaker(found))
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.property)))


def parts(text: str, names: Sequence[Name] = (), setting: Setting = NOWHERE) -> tuple[Proposal, ...]:
    """The counts of a part of the killed, the injured and so on: nobody is offered them unasked.

    Whoever chooses their words may have them, and is told that they count a part.
    """
    return tuple(
        replace(one, why=(*one.why, f"This counts a part of the {one.property.label}."))
        for passage in _passages(text, names, setting)
        for one in _set(passage, _counts(passage, counts_of_a_part))
    )


def _passages(text: str, names: Sequence[Name], setting: Setting) -> Iterator[Passage]:
    known = named(text, names)
    return (Passage(text, start, end, known, setting) for start, end in sentences(text))


def _set(passage: Passage, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals of a sentence, those of its stretches that turn elsewhere as context."""
    found = list(proposals)
    stretches = (
        away(passage.text, passage.start, passage.end, passage.names, passage.setting) if found else []
    )
    return (_finished(passage, one, stretches) for one in found)


def _finished(passage: Passage, proposal: Proposal, stretches: Sequence[Away]) -> Proposal:
    """With how its actors are known, and as context where it stands in one of the stretches."""
    turned = [one.why for one in stretches if one.start <= proposal.start < one.end][:1]
    why = (*proposal.why, *_known_how(passage, {proposal.actor, proposal.claimant}), *turned)
    return replace(proposal, is_context=bool(turned), why=why)


def _known_how(passage: Passage, actors: Collection[str]) -> tuple[str, ...]:
    """By what rule the actors are known, where nobody entered what the sentence calls them."""
    here = (one for one in passage.names if passage.start <= one.start and one.end <= passage.end)
    found = (one.why for one in here if one.kind == "actor" and one.key in actors and one.why)
    return tuple(dict.fromkeys(found))


def _without_repeated(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """What is told once for a text: as context only where it was not told of the incident before."""
    told: set[tuple[Property, str, bool]] = set()
    for one in proposals:
        own, mark = (one.property, one.value, False), (one.property, one.value, one.is_context)
        if one.property not in ONCE or not {own, mark} & told:
            told.add(mark)
            yield one


def _without_weaker(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Without a type of attack that adds nothing, since a stronger one is told of the same event."""
    types = {(one.value, one.is_context) for one in proposals if one.property is Property.ATTACK_TYPE}
    for one in proposals:
        stronger = _STRONGER.get(one.value) if one.property is Property.ATTACK_TYPE else None
        if (stronger, one.is_context) not in types:
            yield one


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
    yield from weekdays(passage.text, passage.start, passage.end, passage.setting.published)
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
