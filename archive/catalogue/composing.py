"""From stored editions to the composer of their answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from django.conf import settings

from archive import addresses
from archive.answers import Composer, EditionHeader
from archive.figures import with_figures
from archive.models import Edition
from archive.vocabulary import EditionKind

#: Editions of these kinds change nothing that readers would call an update.
UNNOTICED = (EditionKind.MAINTENANCE, EditionKind.RETRACTION)


class Volume(NamedTuple):
    """An edition together with the headers of all editions of its incident, in order."""

    edition: Edition
    history: Sequence[Edition]

    @property
    def is_current(self) -> bool:
        return self.history[-1].number == self.edition.number


def composer(volume: Volume) -> Composer:
    """What makes the answers about the edition. Raises UnreadableEdition if it holds no record."""
    edition, history = volume
    noticed = [one for one in history if one.kind not in UNNOTICED and one.number <= edition.number]
    return Composer(
        record=with_figures(edition.record),
        edition=header_of(edition),
        first_published_at=history[0].published_at,
        updated_at=noticed[-1].published_at,
        site=settings.SITE_URL,
    )


def volume_of(edition: Edition) -> Volume:
    """The edition with its incident's history. One query."""
    return volumes_of([edition])[0]


def volumes_of(editions: Sequence[Edition]) -> list[Volume]:
    """Each edition with its incident's history. One query."""
    histories: dict[str, list[Edition]] = defaultdict(list)
    names = {edition.incident for edition in editions}
    for one in Edition.objects.filter(incident__in=names).order_by("incident", "number").defer("text"):
        histories[one.incident].append(one)
    return [Volume(edition, histories[edition.incident]) for edition in editions]


def header_of(edition: Edition) -> EditionHeader:
    """What is said of an edition in public."""
    incident, number = edition.incident, edition.number
    return EditionHeader(
        api_url=addresses.absolute(addresses.api_edition_path(incident, number), settings.SITE_URL),
        page_url=addresses.absolute(addresses.edition_path(incident, number), settings.SITE_URL),
        incident=incident,
        number=number,
        kind=edition.kind,
        note=edition.note,
        published_at=edition.published_at,
        sha256=edition.sha256,
        previous=edition.previous,
        seal=edition.seal,
        redacted_at=edition.redacted_at,
        redaction_reason=edition.redaction_reason,
    )
