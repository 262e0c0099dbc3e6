"""Where a source disagrees with itself, a dataset with its own bounds, or claims in use with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from archive.audit.findings import Finding, warns
from archive.audit.subject import Counted, Subject
from archive.figures import Case, Topic, reconcile, supporters
from archive.language import gettext
from archive.record import Quantity
from archive.vocabulary import Doubt, Qualifier
from archive.wording import count_text, listed, one_claim


def self_contradictions(subject: Subject) -> Iterator[Finding]:
    """A source states different numbers in one voice: at odds, or the one taking the other's place."""
    for topic, by_source in subject.counts_by_source.items():
        for source, counts in by_source.items():
            for one_voice in _by_claimant(counts).values():
                yield from _differences(subject, topic, source, one_voice)


def _by_claimant(counts: Iterable[Counted]) -> Mapping[Hashable, list[Counted]]:
    """Two people whom a source quotes may disagree without the source contradicting itself."""
    found: dict[Hashable, list[Counted]] = defaultdict(list)
    for counted in counts:
        claimant = counted.claim.claimant
        found[claimant.actor, claimant.role].append(counted)
    return found


def _differences(subject: Subject, topic: Topic, source: str, counts: Sequence[Counted]) -> Iterator[Finding]:
    own = {counted.number for counted in counts}
    standing: list[Counted] = []
    replaced: list[Counted] = []
    for counted in counts:
        newer = (claim.number for claim in subject.evidence.successors(counted.claim))
        (standing if own.isdisjoint(newer) else replaced).append(counted)
    if len(_distinct(standing)) > 1:
        yield _contradicts(subject, topic, source, _distinct(standing))
    if len(_distinct([*replaced, *standing])) > len(_distinct(standing)):
        yield _changed(subject, topic, source, _distinct(replaced), _distinct(standing))


def _distinct(counts: Iterable[Counted]) -> list[Counted]:
    """One claim for each number, or openness, stated."""
    found: dict[Hashable, Counted] = {}
    for counted in counts:
        states = counted.stated
        found.setdefault((states.low, states.high, states.open_above, states.open_below), counted)
    return list(found.values())


def _contradicts(subject: Subject, topic: Topic, source: str, counts: Sequence[Counted]) -> Finding:
    return warns(
        Doubt.CONTRADICTS_ITSELF,
        gettext("{source} states different numbers of {measure} for {where}: {counts}.").format(
            source=subject.labels[source], **subject.of(topic), counts=_texts(counts)
        ),
        claims=tuple(counted.number for counted in counts),
        sources=(source,),
        attack=topic.attack,
    )


def _changed(
    subject: Subject, topic: Topic, source: str, old: Sequence[Counted], new: Sequence[Counted]
) -> Finding:
    return warns(
        Doubt.CHANGED_COUNT,
        gettext("{source} changed its count of {measure} for {where} from {old} to {new}.").format(
            source=subject.labels[source], **subject.of(topic), old=_texts(old), new=_texts(new)
        ),
        claims=tuple(counted.number for counted in (*old, *new)),
        sources=(source,),
        attack=topic.attack,
    )


def _texts(counts: Iterable[Counted]) -> str:
    return listed([count_text(counted.claim.value) for counted in counts])


def disordered_estimates(subject: Subject) -> Iterator[Finding]:
    """A dataset's low, best and high that do not run upwards."""
    for topic, counts in subject.counts.items():
        for counted in counts:
            if _is_disordered(counted.claim.value):
                yield warns(
                    Doubt.DISORDERED,
                    gettext("The numbers of {claim} ({measure}) are not in order: {count}.").format(
                        claim=one_claim(counted.number),
                        measure=subject.names(topic),
                        count=count_text(counted.claim.value),
                    ),
                    claims=(counted.number,),
                    sources=supporters(counted.claim),
                    attack=topic.attack,
                )


def _is_disordered(quantity: Quantity) -> bool:
    numbers = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
    return quantity.qualifier is Qualifier.ESTIMATE and numbers != sorted(numbers)


def disagreements(subject: Subject) -> Iterator[Finding]:
    """Two claims that the archive's rule uses exclude each other."""
    for topic in subject.counts:
        in_use = _in_use(subject, topic)
        if _exclude_one_another(in_use):
            yield _disagreement(subject, topic, _distinct(in_use))


def _in_use(subject: Subject, topic: Topic) -> list[Counted]:
    """The counts on the topic that the archive's rule uses."""
    used = set(reconcile(subject.evidence.on(topic), Case(subject.evidence), topic).used)
    return [counted for counted in subject.counts[topic] if counted.number in used]


def disputed_topics(subject: Subject) -> Iterator[Topic]:
    """Topics on which different sources give numbers, both in use, that exclude each other."""
    for topic, by_source in subject.counts_by_source.items():
        if len(by_source) > 1 and any(_differ(*pair) for pair in combinations(_in_use(subject, topic), 2)):
            yield topic


def _differ(one: Counted, other: Counted) -> bool:
    """Whether the two exclude each other, and not because a source is at odds with itself."""
    voices = set(supporters(one.claim)), set(supporters(other.claim))
    return voices[0] != voices[1] and _exclude_one_another([one, other])


def _exclude_one_another(counts: Sequence[Counted]) -> bool:
    ceilings = [counted.stated.high for counted in counts if not counted.stated.open_above]
    floors = [counted.stated.low for counted in counts if not counted.stated.open_below]
    return bool(ceilings and floors) and min(ceilings) < max(floors)


def _disagreement(subject: Subject, topic: Topic, counts: Sequence[Counted]) -> Finding:
    return warns(
        Doubt.DISAGREEMENT,
        gettext("The claims in use disagree on the number of {measure} for {where}: {counts}.").format(
            **subject.of(topic), counts=_texts(counts)
        ),
        claims=tuple(counted.number for counted in counts),
        sources=tuple(dict.fromkeys(key for counted in counts for key in supporters(counted.claim))),
        attack=topic.attack,
    )
