"""The publications that a row credits: names in one cell, with semicolons between them."""

from __future__ import annotations

from collections.abc import Sequence

from archive.record import Publication
from archive.vocabulary import PublicationKind
from incidents.importers.parsing import naming
from incidents.importers.parsing.cells import listed, text
from incidents.importers.parsing.entry import Cells

AGENCIES = frozenset(
    {
        "AFP",
        "ANI",
        "AP",
        "Agence France Presse",
        "Associated Press",
        "IANS",
        "PTI",
        "Reuters",
        "UNI",
        "Xinhua",
    }
)
PLATFORMS = frozenset(
    {"Facebook", "Instagram", "Telegram", "Twitter", "VKontakte", "WhatsApp", "X", "YouTube"}
)
#: Sources that ACLED keeps to itself.
UNDISCLOSED = "Undisclosed Source"


def publications_of(cells: Cells) -> Sequence[Publication]:
    """The publications, each once. A country in brackets after a name, the row's own, is left out."""
    mark = f" ({text(cells, 'country')})"
    names = [name.removesuffix(mark)[:300] for name in listed(cells, "source")]
    found = (naming.publication(name, _kind(name)) for name in names if not name.startswith(UNDISCLOSED))
    return tuple({publication.key: publication for publication in found}.values())


def _kind(name: str) -> PublicationKind:
    if name in AGENCIES:
        return PublicationKind.NEWS_AGENCY
    return PublicationKind.PLATFORM if name in PLATFORMS else PublicationKind.NEWSPAPER
