"""What is kept with a source that was added by a suggestion: nothing that an editor did not leave ticked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from incidents.adding.suggestion import Rest, Suggestion
from sources.models import BibliographyEntry, Capture, Relation, Source


def keep_rests(source: Source, rests: Iterable[Rest]) -> None:
    """Let the source rest on these publications."""
    for rest in rests:
        Relation.objects.create(source=source, how=rest.how, publication_id=rest.publication)


def keep_text(source: Source, suggestion: Suggestion) -> None:
    """Keep the text as the first stored copy of the source."""
    Capture.objects.create(
        source=source,
        captured_at=datetime.fromisoformat(suggestion.at),
        text=suggestion.text,
        media_type=suggestion.media_type,
    )


def keep_entry(source: Source, suggestion: Suggestion) -> None:
    """Keep the entry of the bibliography, so that it goes out again as it came."""
    BibliographyEntry.objects.create(source=source, format=suggestion.format, entry=suggestion.entry)
