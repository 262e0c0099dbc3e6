"""Where several sources are one voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.audit.findings import Finding, warns
from archive.audit.subject import Counted, Subject
from archive.figures import Topic
from archive.independence import Group, independence
from archive.language import gettext
from archive.vocabulary import Doubt, Stance


def single_origins(subject: Subject) -> Iterator[Finding]:
    """At least two sources state a number, and all of them go back to one origin."""
    for topic, by_source in subject.counts_by_source.items():
        if len(by_source) > 1 and (origin := _origin(subject, topic, list(by_source))):
            yield warns(
                Doubt.ONE_ORIGIN,
                gettext(
                    "All {number} sources that state a number of {measure} for {where} "
                    "rest on one origin as far as recorded: {origin}."
                ).format(number=len(by_source), **subject.of(topic), origin=origin),
                claims=tuple(counted.number for counted in subject.counts[topic]),
                sources=tuple(by_source),
                attack=topic.attack,
            )


def _origin(subject: Subject, topic: Topic, sources: Sequence[str]) -> str | None:
    groups = independence(subject.record, sources).groups
    if len(groups) == 1:
        return _name(subject, groups[0])
    credited = _credited(subject.counts[topic])
    return _publication(subject, credited) if credited else None


def _credited(counts: Sequence[Counted]) -> str | None:
    """The one publication that every citation credits, and credits alone."""
    credits = {
        citation.reported_via
        for counted in counts
        for citation in counted.claim.citations
        if citation.stance is Stance.SUPPORTS
    }
    only = credits.pop() if len(credits) == 1 else ()
    return only[0] if len(only) == 1 else None


def _name(subject: Subject, group: Group) -> str:
    return subject.labels[group.head] if group.kind == "source" else _publication(subject, group.head)


def _publication(subject: Subject, key: str) -> str:
    return next(publication.name for publication in subject.record.publications if publication.key == key)
