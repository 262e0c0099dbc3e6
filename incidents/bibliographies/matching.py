"""Which source and publication of the library a reference is of."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from archive.record import Publication, Source
from incidents.models import FormerKey, Subject
from sources import models
from sources.likeness import likeness


def known_source(
    source: Source, publication: Publication | None, besides: Collection[int] = ()
) -> models.Source | None:
    """The source with this key or, failing that, the one that is the same document.

    `besides` are the database keys of sources that stand for other documents.
    """
    by_key = models.Source.objects.filter(key=_now(Subject.SOURCES, source.key)).first()
    return by_key or next(
        (row for row in _same_documents(source, publication) if row.pk not in besides), None
    )


def _same_documents(source: Source, publication: Publication | None) -> Iterator[models.Source]:
    """The sources at the same address, and those of the same title, publication and date."""
    rows = models.Source.objects.order_by("pk")
    if source.url:
        yield from rows.filter(url_likeness=likeness(source.url, "url"))
    title = likeness(source.title)
    if title and publication and source.published:
        same = rows.filter(likeness=title, published=source.published)
        yield from same.filter(publication__likeness=likeness(publication.name))


def known_publication(publication: Publication) -> models.Publication | None:
    """The publication with this key or, failing that, of this name."""
    rows = models.Publication.objects.order_by("pk")
    mark = likeness(publication.name)
    by_name = rows.filter(likeness=mark).first() if mark else None
    return rows.filter(key=_now(Subject.PUBLICATIONS, publication.key)).first() or by_name


def _now(subject: Subject, key: str) -> str:
    """The key that took the place of one that was merged away."""
    now = FormerKey.objects.filter(subject=subject, key=key).values_list("now", flat=True).first()
    return now or key
