"""From stored editions to the composer of their answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.conf import settings

from archive import addresses
from archive.answers import Changed, Composer, EditionHeader
from archive.answers.texts import Manuscript, text_of
from archive.models import Change, Edition
from archive.vocabulary import ChangeKind, EditionKind

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
    return Composer(volume.edition.record, *_beside(volume))


def manuscript(volume: Volume) -> Manuscript:
    """The same, for another process."""
    return Manuscript(volume.edition.text, *_beside(volume))


def _beside(volume: Volume) -> tuple[EditionHeader, datetime, datetime, str]:
    """What the answers say beside the record: the edition, both moments of the incident, and the site."""
    edition, history = volume
    noticed = [one for one in history if one.kind not in UNNOTICED and one.number <= edition.number]
    return header_of(edition), history[0].published_at, noticed[-1].published_at, settings.SITE_URL


def volume_of(edition: Edition) -> Volume:
    """The edition with its incident's history. One query."""
    return volumes_of([edition])[0]


def volumes_of(editions: Sequence[Edition]) -> list[Volume]:
    """Each edition, stored or about to be, with its incident's history. One query."""
    histories: dict[str, list[Edition]] = defaultdict(list)
    names = {edition.incident for edition in editions}
    for one in Edition.objects.filter(incident__among=names).order_by("incident", "number").defer("text"):
        histories[one.incident].append(one)
    for edition in editions:
        if edition.pk is None:
            histories[edition.incident].append(edition)
    return [Volume(edition, histories[edition.incident]) for edition in editions]


def edition_text(edition: Edition) -> str:
    """The answer about the edition, with its record byte for byte as it was published."""
    return f'{text_of(header_of(edition))[:-1]},"record":{edition.text}}}'


def change_text(change: Change) -> str:
    """The answer about the change; its edition is at hand."""
    edition = change.edition
    path = addresses.api_edition_path(edition.incident, edition.number)
    changed = Changed(
        sequence=change.pk,
        kind=ChangeKind(change.kind),
        at=change.at,
        incident=edition.incident,
        number=edition.number,
        seal=edition.seal,
        api_url=addresses.absolute(path, settings.SITE_URL),
    )
    return text_of(changed)


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
