"""What can be done to chosen incidents: move them through review, publish them, retract them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import get_text_list

from archive.models import EditionError
from archive.vocabulary import EditionKind
from incidents.journal import note_change
from incidents.models import Incident, State
from incidents.publishing import NothingToPublish, NotPublishable, publish, retract

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Incident]
else:
    Page = admin.ModelAdmin


class NoteForm(ActionForm):
    """What is chosen to be done, with the note or reason that readers will see."""

    note = forms.CharField(required=False, max_length=2000, label="Public note:")


@admin.action(description="Send to review", permissions=["change"])
def send_to_review(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    _move(page, request, incidents, State.DRAFT, State.IN_REVIEW)


@admin.action(description="Approve", permissions=["approve"])
def approve(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    _move(page, request, incidents, State.IN_REVIEW, State.APPROVED)


@admin.action(description="Send back to draft", permissions=["approve"])
def send_back(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    for state in (State.IN_REVIEW, State.APPROVED):
        _move(page, request, incidents.filter(state=state), state, State.DRAFT)


@admin.action(description="Publish", permissions=["publish"])
def publish_chosen(page: Page, request: HttpRequest, incidents: QuerySet[Incident]) -> None:
    """Publish each of them that is approved, and say of the others what stands in the way."""
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
        _refuse_unapproved(incident)
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


def _refuse_unapproved(incident: Incident) -> None:
    if incident.state != State.APPROVED:
        raise NotPublishable((), [f"It is {incident.get_state_display()}: approve it first."])


def _move(
    page: Page, request: HttpRequest, incidents: QuerySet[Incident], before: State, after: State
) -> None:
    """Move those that are in the state before; leave and name the others."""
    chosen = list(incidents)
    moved = [incident for incident in chosen if incident.state == before]
    for incident in moved:
        Incident.objects.filter(pk=incident.pk, state=before).update(state=after)
        note_change(request.user, incident, f"Now {after.label}.")  # type: ignore[arg-type]
    others = [incident for incident in chosen if incident.state != before]
    _say(page, request, moved, f"Now {after.label}", messages.SUCCESS)
    _say(page, request, others, f"Left as it was, being not {before.label}", messages.WARNING)


def _say(page: Page, request: HttpRequest, incidents: Iterable[Incident], words: str, level: int) -> None:
    names = [incident.key for incident in incidents]
    if names:
        page.message_user(request, f"{words}: {get_text_list(names, 'and')}.", level)
