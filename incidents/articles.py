"""Encyclopedia articles at the desk: each becomes a draft, which an editor looks over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.models import Edition
from incidents.importers.formats.wikipedia.article import Article, ArticleError
from incidents.importers.formats.wikipedia.drafting import Reading, read_article
from incidents.importers.running.library import library_for
from incidents.load import load
from incidents.models import Forerunner, Incident

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def enter(article: Article, *, by: User | None = None) -> Reading:
    """Load what the article says as a draft, and say what that was.

    The library's own entities take the place of those that it knows. Raises ArticleError where the article
    is here already, and RecordError.
    """
    reading = read_article(article)
    _refuse_known(reading.entry.record.id)
    version = f", revision {article.revision}" if article.revision else ""
    entry = library_for([reading.entry]).place(reading.entry)
    load(entry.record, by=by, what=f"Taken from the article “{article.title}”{version}.")
    return reading


def _refuse_known(id: str) -> None:
    if Incident.objects.filter(key=id).exists():
        raise ArticleError(f"The article is at the desk already, as incident “{id}”: change it there.")
    if Forerunner.objects.filter(key=id).exists() or Edition.objects.for_incident(id).exists():
        raise ArticleError(f"Incident “{id}” was merged or deleted: bring it back at the desk instead.")
