"""The whole audit of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.audit.blocking import no_claim, unfinished_claims
from archive.audit.contradictions import (
    disagreements,
    disordered_estimates,
    disputed_topics,
    self_contradictions,
)
from archive.audit.findings import Finding
from archive.audit.origins import single_origins
from archive.audit.settled import unbacked
from archive.audit.subject import Subject
from archive.audit.totals import parts_that_differ, totals_that_differ
from archive.figures import Topic, visible
from archive.record import Record
from archive.vocabulary import Doubt


def audit(record: Record) -> tuple[Finding, ...]:
    """Every finding about what readers would get, the blocking ones first.

    Withheld claims are never published: they need nothing, and back nothing.
    """
    shown = visible(record)
    return (*_blocking(shown), *_warnings(Subject(shown)))


def sources_disagree(record: Record) -> tuple[Topic, ...]:
    """What different sources give numbers of that exclude one another, and that the archive's rule uses."""
    return tuple(disputed_topics(Subject(visible(record))))


def warnings(record: Record) -> tuple[Finding, ...]:
    """What readers should know of a record that is published."""
    return tuple(_warnings(Subject(visible(record))))


def doubts(findings: Iterable[Finding]) -> tuple[Doubt, ...]:
    """What kinds of doubt there are among the findings, each once, in the order of the list of them."""
    codes = {finding.code for finding in findings}
    return tuple(doubt for doubt in Doubt if doubt in codes)


def _blocking(record: Record) -> Iterator[Finding]:
    for check in (no_claim, unfinished_claims, unbacked):
        yield from check(record)


def _warnings(subject: Subject) -> Iterator[Finding]:
    for check in (
        totals_that_differ,
        parts_that_differ,
        self_contradictions,
        disagreements,
        single_origins,
        disordered_estimates,
    ):
        yield from check(subject)
