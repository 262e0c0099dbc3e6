"""Whether the numbers of the attacks fit the number of the incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from archive.audit.findings import Finding, warns
from archive.audit.subject import Counted, Span, Subject
from archive.figures import Topic
from archive.language import gettext
from archive.vocabulary import Doubt
from archive.wording import count_text, listed

#: A source, and what it states of each attack.
Divided = tuple[str, Sequence[tuple[Counted, ...]]]


def totals_that_differ(subject: Subject) -> Iterator[Finding]:
    """A source's total excludes the sum of its own parts; the source must number every attack.

    “At least 40” leaves room for parts that add up to 41; “at least 30” excludes 28, even where the parts
    themselves are only “at least”.
    """
    for topic, source, totals in _totals(subject):
        parts = _parts(subject, topic, source)
        if len(parts) < 2 or not all(parts):
            continue
        spans = [Span.of(*counts) for counts in parts]
        added = Span(sum(span.low for span in spans), sum(span.high for span in spans))
        yield from (
            _total_differs(subject, topic, source, total, parts, added)
            for total in totals
            if not _leaves_room(total, added)
        )


def _leaves_room(total: Counted, added: Span) -> bool:
    span, states = Span.of(total), total.stated
    fits_below = states.open_below or added.high >= span.low
    fits_above = states.open_above or added.low <= span.high
    return fits_below and fits_above


def _totals(subject: Subject) -> Iterator[tuple[Topic, str, Sequence[Counted]]]:
    for topic, by_source in subject.counts_by_source.items():
        if topic.attack is None:
            yield from ((topic, source, totals) for source, totals in by_source.items())


def _parts(subject: Subject, topic: Topic, source: str) -> list[tuple[Counted, ...]]:
    """What the source states of each attack, in the order of the attacks."""
    topics = [topic._replace(attack=attack.number) for attack in subject.record.attacks]
    return [subject.counts_by_source.get(part, {}).get(source, ()) for part in topics]


def _total_differs(
    subject: Subject,
    topic: Topic,
    source: str,
    total: Counted,
    parts: Sequence[Sequence[Counted]],
    added: Span,
) -> Finding:
    spans = " + ".join(str(Span.of(*counts)) for counts in parts)
    return warns(
        Doubt.TOTAL_DIFFERS,
        gettext(
            "{source} states {count} {measure} in all, "
            "but its own numbers for the attacks add up to {sum} ({parts})."
        ).format(
            source=subject.labels[source],
            count=count_text(total.claim.value),
            measure=subject.names(topic),
            sum=added,
            parts=spans,
        ),
        claims=(total.number, *(counted.number for counts in parts for counted in counts)),
        sources=(source,),
    )


def parts_that_differ(subject: Subject) -> Iterator[Finding]:
    """Two sources state one total, yet for some attack their numbers exclude each other."""
    alike: dict[tuple[Topic, Span], list[str]] = defaultdict(list)
    for topic, source, totals in _totals(subject):
        alike[topic, Span.of(*totals)].append(source)
    for (topic, total), sources in alike.items():
        parts = [(source, _parts(subject, topic, source)) for source in sources]
        for pair in combinations([each for each in parts if any(each[1])], 2):
            yield from _parts_differ(subject, topic, total, pair)


def _parts_differ(
    subject: Subject, topic: Topic, total: Span, pair: tuple[Divided, Divided]
) -> Iterator[Finding]:
    (one, first), (other, second) = pair
    apart = [
        (attack.number, mine, theirs)
        for attack, mine, theirs in zip(subject.record.attacks, first, second, strict=True)
        if mine and theirs and Span.of(*mine).apart_from(Span.of(*theirs))
    ]
    if apart:
        labels = [subject.labels[one], subject.labels[other]]
        differences = [
            gettext("on {where}: {one} against {other}").format(
                where=subject.where(attack), one=Span.of(*mine), other=Span.of(*theirs)
            )
            for attack, mine, theirs in apart
        ]
        yield warns(
            Doubt.PARTS_DIFFER,
            gettext("{sources} state the same total of {total} {measure}, but differ {where}.").format(
                sources=listed(labels),
                total=total,
                measure=subject.names(topic),
                where=listed(differences),
            ),
            claims=tuple(counted.number for _, *both in apart for counts in both for counted in counts),
            sources=(one, other),
        )
