"""What is deleted at the desk is kept first, and its editor is told how it comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from archive.record import RecordError
from incidents.dataset_rows import let_go
from incidents.decisions import put_by
from incidents.history import SUBJECTS, Kept, hold, keep, keep_before, keep_deletion, subject_of
from incidents.models import Incident


@dataclass(frozen=True)
class Going:
    """Something that is about to be deleted: its name, and the thing whose state it is part of."""

    name: str
    kind: str
    subject: Kept
    is_whole: bool


def keep_what_goes(rows: Iterable[Model]) -> list[Going]:
    """Lock what the rows are part of, one after the other, and keep its state."""
    going = [_going(row) for row in rows]
    incidents = [each.subject for each in going if each.is_whole and isinstance(each.subject, Incident)]
    let_go(incidents)
    for subject in _subjects(going):
        hold(subject)
        keep_before(subject)
    put_by(incidents)
    return going


def keep_what_went(page: Any, request: HttpRequest, going: list[Going]) -> None:
    """Remember each deletion, and say where it is undone."""
    for subject in _subjects(going):
        parts = [each for each in going if each.subject == subject]
        what = f"Deleted {', '.join(f'{each.kind} “{each.name}”' for each in parts)}."
        if parts[0].is_whole:
            keep_deletion(subject, by=request.user, what=what)  # type: ignore[arg-type]
        else:
            keep(subject, by=request.user, what=what)  # type: ignore[arg-type]
        _tell(page, request, subject, whole=parts[0].is_whole)


def not_deleted(page: Any, request: HttpRequest, error: RecordError) -> HttpResponse:
    """Say what must be mended first: what would be left makes no record. All is as it was before."""
    for problem in error.problems:
        page.message_user(request, f"Nothing is deleted. Mend this first: {problem}", messages.ERROR)
    return HttpResponseRedirect(request.get_full_path())


def _going(row: Model) -> Going:
    subject = subject_of(row)
    return Going(str(row), str(row._meta.verbose_name), subject, subject is row)


def _subjects(going: Iterable[Going]) -> list[Kept]:
    """Each thing once, in the order of the keys, so that two who lock several do not wait for each other."""
    found = {(SUBJECTS[type(each.subject)], each.subject.key): each.subject for each in going}
    return [found[name] for name in sorted(found)]


def _tell(page: Any, request: HttpRequest, subject: Kept, *, whole: bool) -> None:
    address = reverse("admin:history", args=[SUBJECTS[type(subject)], subject.key])
    kept, undone = ("It is", "brought back") if whole else ("The incident as it was before is", "restored")
    link = format_html('<a href="{}">its history</a>', address)
    words = format_html("{} kept in {}, where it can be {}.", kept, link, undone)
    page.message_user(request, words, messages.INFO)
