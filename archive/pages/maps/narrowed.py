"""The incidents that a map shows: those of the list with the same query."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import QueryDict

from archive.filters import IncidentFilters, Narrowing, filtered
from archive.models import IncidentEntry
from archive.pages import asking


def narrowed(asked: QueryDict, also: Iterable[str] = ()) -> Narrowing:
    """What the query asks for; `also`: parameters that mean something else. Raises BadFilter."""
    published = IncidentEntry.objects.published()
    also = (*asking.OF_THE_PAGE, *also)
    _, form = filtered(published, asked, IncidentFilters, also=also, blanks=True)
    return Narrowing(form.cleaned_data)
