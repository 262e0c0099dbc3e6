"""The worksheets of an incident's sources, as its page at the desk lists them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from incidents.models import Citation, Incident, LeftOut
from incidents.worksheet.sheet import newest_texts, sheets_of
from sources.models import Capture, Source

#: So many sources are listed: the text of each is read whenever somebody opens the incident's page.
LISTED = 10


@dataclass(frozen=True, slots=True)
class SheetBeside:
    """A source that is cited; `overlooked` counts what no claim accounts for, None where there is no text."""

    source: Source
    overlooked: int | None


@dataclass(frozen=True, slots=True)
class SheetsBeside:
    first: tuple[SheetBeside, ...]
    is_more: bool


def sheets_beside(incident: Incident) -> SheetsBeside:
    """Those sources first that have a text. The same few queries for any number of sources."""
    with_text = Exists(Capture.objects.filter(source=OuterRef("pk")))
    rows = Source.objects.filter(pk__in=_read(incident)).annotate(has_text=with_text)
    found = list(rows.select_related("publication").order_by("-has_text", "pk")[: LISTED + 1])
    texts = newest_texts(source.pk for source in found[:LISTED] if source.has_text)
    sheets = sheets_of(incident, texts) if texts else {}
    first = tuple(
        SheetBeside(source, sheets[source.pk].overlooked if source.pk in sheets else None)
        for source in found[:LISTED]
    )
    return SheetsBeside(first, len(found) > LISTED)


def _read(incident: Incident) -> set[int]:
    """The database keys of the sources that a claim cites, or of whose texts something was left out."""
    cited = Citation.objects.filter(claim__incident=incident).order_by().values_list("source", flat=True)
    left = LeftOut.objects.filter(incident=incident).order_by().values_list("source", flat=True)
    return {*cited.distinct(), *left.distinct()}
