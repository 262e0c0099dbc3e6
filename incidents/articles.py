"""Encyclopedia articles at the desk: each becomes a draft, which an editor looks over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.models import Edition
from archive.record import Record
from archive.record.links import ENTITIES, held, reached
from incidents.importers.wikipedia.article import Article, ArticleError
from incidents.importers.wikipedia.drafting import Reading, read_article
from incidents.library import gather
from incidents.load import load
from incidents.models import Forerunner, Incident

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def enter(article: Article, *, by: User | None = None) -> Reading:
    """Load what the article says as a draft, and say what that was.

    Entities that the library has under the same key stay as they are there. Raises ArticleError where the
    article is here already, and RecordError.
    """
    reading = read_article(article)
    _refuse_known(reading.entry.record.id)
    version = f", revision {article.revision}" if article.revision else ""
    load(_with_own(reading.entry.record), by=by, what=f"Taken from the article “{article.title}”{version}.")
    return reading


def _refuse_known(id: str) -> None:
    if Incident.objects.filter(key=id).exists():
        raise ArticleError(f"The article is at the desk already, as incident “{id}”: change it there.")
    if Forerunner.objects.filter(key=id).exists() or Edition.objects.for_incident(id).exists():
        raise ArticleError(f"Incident “{id}” was merged or deleted: bring it back at the desk instead.")


def _with_own(record: Record) -> Record:
    """The record with the library's own entities in the place of those that have their keys."""
    proposed = held(record)
    known = {**proposed, **gather(proposed.keys())}
    needed = reached(record, known)
    lists = {name: tuple(known[link] for link in sorted(needed) if link[0] == name) for name in ENTITIES}
    return record.model_copy(update=lists)
