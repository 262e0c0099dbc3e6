"""What is kept with a source that was added by a suggestion: nothing that an editor did not leave ticked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from incidents.adding.suggestion import Rest, Suggestion
from incidents.jobs.capturing import ask_for_copy
from sources.models import BibliographyEntry, Capture, Publication, Relation, Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def keep_rests(source: Source, rests: Iterable[Rest]) -> None:
    """Let the source rest on these publications, so far as they are still there."""
    wanted = {rest.publication: rest for rest in rests}
    for publication in Publication.objects.filter(pk__in=wanted).order_by("pk"):
        Relation.objects.create(source=source, how=wanted[publication.pk].how, publication=publication)


def keep_text(source: Source, suggestion: Suggestion, by: User) -> None:
    """Keep the text as the first stored copy of the source; of a page, a worker keeps the response itself."""
    Capture.objects.create(
        source=source,
        captured_at=datetime.fromisoformat(suggestion.at),
        text=suggestion.text,
        media_type=suggestion.media_type,
        by=by,
    )
    if suggestion.is_fetched:
        ask_for_copy(source, by=by)


def keep_entry(source: Source, suggestion: Suggestion) -> None:
    """Keep the entry of the bibliography, so that it goes out again as it came."""
    BibliographyEntry.objects.create(source=source, format=suggestion.format, entry=suggestion.entry)
