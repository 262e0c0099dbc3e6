"""The incidents that somebody at the desk may look for, as querysets that compose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef

from archive.models import Edition
from archive.vocabulary import EditionKind
from incidents.states import State

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from incidents.models import Incident  # noqa: F401 (the rows of the queryset)

#: The states in which something at the desk is not public yet.
WAITING = (State.DRAFT, State.IN_REVIEW, State.APPROVED)


class IncidentQuerySet(models.QuerySet["Incident"]):
    """Incidents by how far the desk has come with them."""

    def drafts_of(self, user: User) -> Self:
        """The drafts that the user has edited, at any time."""
        snapshots: Any = apps.get_model("incidents", "Snapshot")
        edited = snapshots.objects.filter(by=user, subject="incidents").values("key")
        return self.filter(state=State.DRAFT, key__in=edited)

    def waiting_for_review(self) -> Self:
        return self.filter(state=State.IN_REVIEW)

    def published_with_changes(self) -> Self:
        """Those of which readers can read an edition, while something at the desk is not in it."""
        editions = Edition.objects.filter(incident=OuterRef("key"))
        closed = editions.current().filter(kind=EditionKind.RETRACTION)
        return self.filter(Exists(editions), ~Exists(closed), state__in=WAITING)
