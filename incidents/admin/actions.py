"""What can be done to chosen incidents: move them through review, publish them, retract them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import get_text_list

from archive.models import EditionError
from archive.vocabulary import EditionKind
from incidents import reviewing
from incidents.models import Incident
from incidents.publishing import NothingToPublish, NotPublishable, publish, retract
from incidents.reviewing import Refused

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Incident]
else:
    Page = admin.ModelAdmin


class NoteForm(ActionForm):
    """What is chosen to be done, with the edition's note or the reason."""

    note = forms.CharField(required=False, max_length=2000, label="Note or reason:")


@admin.action(description="Send to review", permissions=["change"])
def send_to_review(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    _take(page, request, incidents, "Now in review", reviewing.send_to_review)


@admin.action(description="Approve", permissions=["approve"])
def approve(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    _take(page, request, incidents, "Now approved", reviewing.approve)


@admin.action(description="Send back to draft", permissions=["approve"])
def send_back(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    """Make drafts of them again; the note is the reason, which their authors read."""
    _take(page, request, incidents, "Now draft", partial(reviewing.send_back, reason=_note(request)))


@admin.action(description="Publish", permissions=["publish"])
def publish_chosen(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    """Publish each of them, and say of those that cannot be published what stands in the way."""
    for incident in incidents:
        _publish(page, request, incident)


@admin.action(description="Publish as a correction", permissions=["publish"])
def publish_correction(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    for incident in incidents:
        _publish(page, request, incident, EditionKind.CORRECTION)


@admin.action(description="Retract", permissions=["retract"])
def retract_chosen(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    """Close every public edition of each of them; the public note is the reason."""
    for incident in incidents:
        try:
            retract(incident, by=request.user, reason=_note(request))  # type: ignore[arg-type]
        except EditionError as error:
            page.message_user(request, f"{incident} is not retracted: {error}", messages.ERROR)
        else:
            page.message_user(request, f"{incident}: retracted.", messages.SUCCESS)


def _note(request: HttpRequest) -> str:
    return request.POST.get("note", "").strip()


def _publish(page: Page, request: HttpRequest, incident: Incident, kind: EditionKind | None = None) -> None:
    try:
        edition = publish(incident, by=request.user, note=_note(request), kind=kind)  # type: ignore[arg-type]
    except NothingToPublish as error:
        page.message_user(request, str(error), messages.INFO)
    except NotPublishable as error:
        for reason in error.reasons:
            page.message_user(request, f"{incident} is not published: {reason}", messages.ERROR)
    except EditionError as error:
        page.message_user(request, f"{incident} is not published: {error}", messages.ERROR)
    else:
        page.message_user(request, f"{incident}: edition {edition.number} is public.", messages.SUCCESS)


def _take(
    page: Page, request: HttpRequest, incidents: QuerySet[Incident], done: str, step: Callable[..., None]
) -> None:
    """Take the step with each of them; leave the others, and say why."""
    taken: list[Incident] = []
    left: dict[str, list[Incident]] = {}
    for incident in incidents:
        try:
            step(incident, by=request.user)
        except Refused as error:
            left.setdefault(str(error), []).append(incident)
        else:
            taken.append(incident)
    _say(page, request, taken, done, "", messages.SUCCESS)
    for reason, others in left.items():
        _say(page, request, others, "Left as it was", reason, messages.WARNING)


def _say(
    page: Page, request: HttpRequest, incidents: Iterable[Incident], words: str, reason: str, level: int
) -> None:
    names = [incident.key for incident in incidents]
    if names:
        message = f"{words}: {get_text_list(names, 'and')}."
        page.message_user(request, f"{message} {reason}".strip(), level)
