"""What waits at the desk: shelves of incidents, each with a number, a list and its newest few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from archive.models import CorrectionRequest
from archive.vocabulary import QuoteState
from incidents.importers.running.rows_in_words import title_of
from incidents.models import Citation, DatasetRow, Import, ImportState, Incident, Job, JobState
from sources.models import CaptureRequest, WaybackSave

if TYPE_CHECKING:
    from django.contrib.auth.models import User

#: Beyond so many nothing is counted.
MOST = 1000
NEWEST = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """A shelf as the desk has it for everybody: `incidents` finds what lies on it for one person."""

    key: str
    title: str
    empty: str
    incidents: Callable[[User], QuerySet[Incident]]
    #: Whether each of its incidents says why it lies there.
    says_why: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a shelf, where it is, and what is to be known of it."""

    title: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A shelf as one person sees it; `capped` where there are more than `count`."""

    title: str
    empty: str
    count: int
    capped: bool
    url: str
    newest: Sequence[Entry]


def my_drafts(user: User) -> QuerySet[Incident]:
    return Incident.objects.drafts_of(user).order_by("-pk")


def waiting_for_review(user: User) -> QuerySet[Incident]:
    return Incident.objects.waiting_for_review().order_by("-pk")


def changed_since_published(user: User) -> QuerySet[Incident]:
    return Incident.objects.published_with_changes().order_by("-pk")


def contradictory(user: User) -> QuerySet[Incident]:
    found = Incident.objects.filter(concern__isnull=False).select_related("concern")
    return found.order_by("-concern__found_at", "-concern__pk")


KINDS = (
    Kind("mine", "My drafts", "You have no draft.", my_drafts),
    Kind("review", "Waiting for review", "Nothing waits for review.", waiting_for_review),
    Kind(
        "changed",
        "Published, with unpublished changes",
        "Everything published is up to date.",
        changed_since_published,
    ),
    Kind(
        "contradictions",
        "Contradictions worth a look",
        "No incident contradicts itself.",
        contradictory,
        True,
    ),
)


def shelves(user: User) -> list[Shelf]:
    """Every shelf as the person sees it, in two queries each."""
    asked = [_requests()] if user.has_perm("archive.view_correctionrequest") else []
    return [
        *(_shelf(kind, user) for kind in KINDS),
        _rows(),
        _imports(),
        _gone(),
        _copies(),
        _saves(),
        _jobs("Failed jobs", "No job failed.", Job.objects.failed(), JobState.FAILED),
        _jobs("Jobs held for an editor", "No job waits for an editor.", Job.objects.held(), JobState.HELD),
        *asked,
    ]


def _shelf(kind: Kind, user: User) -> Shelf:
    found = kind.incidents(user)
    number = found.order_by()[: MOST + 1].count()
    url = f"{reverse('admin:incidents_incident_changelist')}?shelf={kind.key}"
    newest = [_entry(incident, kind) for incident in found[:NEWEST]]
    return Shelf(kind.title, kind.empty, min(number, MOST), number > MOST, url, newest)


def _jobs(title: str, empty: str, jobs: QuerySet[Job], state: JobState) -> Shelf:
    number = jobs.order_by()[: MOST + 1].count()
    url = f"{reverse('admin:incidents_job_changelist')}?state__exact={state}"
    newest = [
        Entry(str(job), reverse("admin:incidents_job_change", args=[job.pk]), job.error or _asked_for(job))
        for job in jobs.select_related("by").order_by("-pk")[:NEWEST]
    ]
    return Shelf(title, empty, min(number, MOST), number > MOST, url, newest)


def _rows() -> Shelf:
    """Rows of datasets that may be about incidents that are here already."""
    rows = DatasetRow.objects.waiting()
    number = rows.order_by()[: MOST + 1].count()
    url = f"{reverse('admin:incidents_datasetrow_changelist')}?standing=offered"
    found = rows.select_related("dataset__publication", "seen").order_by("-pk")[:NEWEST]
    newest = [
        Entry(
            title_of(row) or row.external_id,
            reverse("admin:incidents_datasetrow_change", args=[row.pk]),
            str(row),
        )
        for row in found
    ]
    return Shelf("Rows that wait", "No row waits.", min(number, MOST), number > MOST, url, newest)


def _gone() -> Shelf:
    """Citations whose quote an earlier copy of the source has, and the newest has no more."""
    gone = Citation.objects.filter(quote_state=QuoteState.GONE)
    number = gone.order_by()[: MOST + 1].count()
    found = gone.select_related("claim__incident", "source").order_by("-quote_checked_on", "-pk")[:NEWEST]
    newest = [
        Entry(
            f"{each.claim.incident.title}, claim {each.claim.number}",
            reverse("admin:incidents_claim_change", args=[each.claim_id]),
            f"{each.source}, since {each.quote_checked_on:%-d %B %Y}: “{Truncator(each.quote).chars(80)}”",
        )
        for each in found
    ]
    url = f"{reverse('admin:incidents_claim_changelist')}?quotes={QuoteState.GONE}"
    empty = "Every quote that was found is still there."
    return Shelf("Quotes that are gone", empty, min(number, MOST), number > MOST, url, newest)


def _copies() -> Shelf:
    """Copies of sources that could not be made."""
    failed = CaptureRequest.objects.failed()
    number = failed.order_by()[: MOST + 1].count()
    newest = [
        Entry(
            str(each.source),
            f"{reverse('admin:sources_source_change', args=[each.source_id])}#copies",
            each.error,
        )
        for each in failed.select_related("source").order_by("-pk")[:NEWEST]
    ]
    url = f"{reverse('admin:sources_source_changelist')}?copies=failed"
    return Shelf("Copies that failed", "Every copy was made.", min(number, MOST), number > MOST, url, newest)


def _saves() -> Shelf:
    """Copies that could not be saved at the Wayback Machine too."""
    failed = WaybackSave.objects.failed()
    number = failed.order_by()[: MOST + 1].count()
    found = failed.select_related("capture__source").defer("capture__text").order_by("-pk")[:NEWEST]
    newest = [
        Entry(
            str(each.capture.source),
            f"{reverse('admin:sources_source_change', args=[each.capture.source_id])}#copies",
            each.error,
        )
        for each in found
    ]
    url = f"{reverse('admin:sources_capture_changelist')}?wayback=failed"
    empty = "Every copy that was to be saved there is saved, or will be."
    title = "Failed saves at the Wayback Machine"
    return Shelf(title, empty, min(number, MOST), number > MOST, url, newest)


def _requests() -> Shelf:
    """What readers asked for and nobody has answered or declined."""
    requests = CorrectionRequest.objects.open()
    number = requests.order_by()[: MOST + 1].count()
    url = reverse("admin:archive_correctionrequest_changelist")
    newest = [
        Entry(
            str(asked),
            reverse("admin:archive_correctionrequest_change", args=[asked.pk]),
            f"{asked.get_state_display()}, since {asked.asked_at:%-d %B %Y}",
        )
        for asked in requests[:NEWEST]
    ]
    empty = "No reader waits for an answer."
    return Shelf("Correction requests", empty, min(number, MOST), number > MOST, url, newest)


def _imports() -> Shelf:
    runs = Import.objects.failed()
    number = runs.order_by()[: MOST + 1].count()
    url = f"{reverse('admin:incidents_import_changelist')}?state__exact={ImportState.FAILED}"
    newest = [
        Entry(str(run), reverse("admin:incidents_import_change", args=[run.pk]), run.error)
        for run in runs.order_by("-pk")[:NEWEST]
    ]
    return Shelf("Failed imports", "No import failed.", min(number, MOST), number > MOST, url, newest)


def _asked_for(job: Job) -> str:
    return f"asked for by {job.by or 'the archive'} on {job.asked_at:%-d %B %Y}"


def _entry(incident: Incident, kind: Kind) -> Entry:
    url = reverse("admin:incidents_incident_change", args=[incident.pk])
    return Entry(incident.title, url, incident.concern.message if kind.says_why else incident.key)
