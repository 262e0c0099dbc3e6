"""What the filters of editions and changes choose."""

from __future__ import annotations

from archive.models import Change
from tests.archive.reference.reading import Reference, one_of, since

EDITIONS = Reference(
    lambda world: world.editions,
    lambda item: (item.incident, item.number),
    dict(
        [
            one_of("incident", lambda item: item.incident),
            one_of("kind", lambda item: item.kind),
            since(lambda item: item.published_at),
        ]
    ),
)
CHANGES = Reference(
    lambda world: list(Change.objects.filter(edition__in=world.editions)),
    lambda item: item.pk,
    dict(
        [
            one_of("kind", lambda item: item.kind),
            (("after",), lambda item, asked: item.pk > int(asked["after"][0])),
        ]
    ),
)
