"""What an editor sees of an incident: what stands in the way of an edition, and what it would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from archive.audit import Finding, Severity, audit
from archive.comparison import compare
from archive.editions.seals import digest
from archive.figures import figures_by_rule, for_readers
from archive.models import Edition
from archive.record import Figure, Record, RecordError, canonical
from archive.vocabulary import QuoteState, Rule
from archive.wording import figure_text
from incidents.build import build
from incidents.licences import forbidden
from incidents.models import Incident, ReviewStep
from incidents.pointing import Pointer, Pointing
from incidents.review import may_ever, why_not
from incidents.standing import person_of, standing_of
from incidents.states import Step

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: How many differences and warnings the panel lists.
MOST = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """The first of many, and how many more there are."""

    first: tuple[Pointer, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    rule: Rule
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that the person's role takes; `why_not` is empty where it can be taken now."""

    step: Step
    href: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Panel:
    """`is_record`: the rows make a record; `edition`: the current one, if there is any."""

    state: str
    last: ReviewStep | None
    edition: Edition | None
    is_record: bool
    blocking: Listed
    warnings: Listed
    changes: Listed
    measures: tuple[str, ...]
    figures: tuple[FigureRow, ...]
    offers: tuple[Offer, ...]
    preview: str


def panel_of(incident: Incident, user: User) -> Panel:
    """The panel as this person sees it; its number of queries does not grow with the incident."""
    pointing = Pointing(incident)
    edition = Edition.objects.for_incident(incident.key).order_by("-number").first()
    record, problems = draft_of(incident, pointing)
    findings = audit(record) if record else ()
    measures, rows = _figures(record) if record else ((), ())
    return Panel(
        state=incident.get_state_display(),
        last=ReviewStep.objects.last_of(incident).select_related("by").first(),
        edition=edition,
        is_record=record is not None,
        blocking=_listed([*problems, *_closed(incident, record), *_blocking(findings, pointing)]),
        warnings=_listed([*_quotes(record, pointing), *_pointers(findings, Severity.WARNS, pointing)]),
        changes=_listed(list(_changes(record, edition, pointing))),
        measures=measures,
        figures=rows,
        offers=tuple(_offers(incident, record, user)),
        preview=reverse("admin:incidents_incident_preview", args=[incident.pk]),
    )


def draft_of(incident: Incident, pointing: Pointing) -> tuple[Record | None, list[Pointer]]:
    """What readers would get, or what keeps the rows from making a record."""
    try:
        return for_readers(build(incident)), []
    except RecordError as error:
        return None, [pointing.problem(problem) for problem in error.problems]


def _listed(pointers: Sequence[Pointer]) -> Listed:
    return Listed(tuple(pointers[:MOST]), max(0, len(pointers) - MOST))


def _pointers(findings: Sequence[Finding], severity: Severity, pointing: Pointing) -> Iterator[Pointer]:
    return (pointing.finding(finding) for finding in findings if finding.severity is severity)


def _blocking(findings: Sequence[Finding], pointing: Pointing) -> Iterator[Pointer]:
    return _pointers(findings, Severity.BLOCKS, pointing)


def _closed(incident: Incident, record: Record | None) -> Iterator[Pointer]:
    """The licence that keeps the incident at the desk."""
    href = reverse("admin:incidents_incident_change", args=[incident.pk])
    return (Pointer(reason, href) for reason in forbidden([record] if record else []).values())


def _quotes(record: Record | None, pointing: Pointing) -> Iterator[Pointer]:
    """The quotes that their sources do not hold, as stored copies show: readers see it beside them."""
    for claim in record.claims if record else ():
        for cited in claim.citations:
            if cited.checked and cited.checked.state is not QuoteState.VERIFIED:
                words = f"The quote of claim {claim.number} is {cited.checked.state.label} “{cited.source}”."
                yield pointing.claim(claim.number, words)


def _changes(record: Record | None, edition: Edition | None, pointing: Pointing) -> Iterator[Pointer]:
    """What the next edition would change; a closed one cannot be compared with.

    Where the text is the same nothing is compared: reading and comparing thousands of claims takes long.
    """
    if record is None or edition is None or not edition.text or edition.sha256 == digest(canonical(record)):
        return
    for change in compare(edition.record, record):
        yield Pointer(change.sentence, pointing.where(change.where))


def _figures(record: Record) -> tuple[tuple[str, ...], tuple[FigureRow, ...]]:
    """The whole incident's figures: a row for each rule, a column for each measure and population."""
    found = {rule: _whole(figures) for rule, figures in figures_by_rule(record).items()}
    measures = tuple(dict.fromkeys(name for figures in found.values() for name in figures))
    rows = [
        FigureRow(rule, tuple(figures.get(name, "") for name in measures)) for rule, figures in found.items()
    ]
    return measures, tuple(rows) if measures else ()


def _whole(figures: Sequence[Figure]) -> dict[str, str]:
    return {_heading(figure): figure_text(figure) for figure in figures if figure.attack is None}


def _heading(figure: Figure) -> str:
    named = figure.population not in ("all", "unstated")
    return f"{figure.measure.label} ({figure.population.label})" if named else figure.measure.label


def _offers(incident: Incident, record: Record | None, user: User) -> Iterator[Offer]:
    standing, person = standing_of(incident, record), person_of(user, incident)
    for step in Step:
        if may_ever(step, person):
            href = reverse("admin:incidents_incident_step", args=[incident.pk, step])
            yield Offer(step, href, why_not(step, standing, person))
