"""What changed of what the public may read, one thing after the other, so that a copy can keep in step."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from archive import addresses
from archive.answers import Changed
from archive.answers.texts import text_of
from archive.api.describe import describe_list
from archive.api.ordering import Part, either_way
from archive.api.views import ListView
from archive.filters import ChangeFilters
from archive.models import Change


@describe_list(Changed, ChangeFilters, "Changes of what the public may read, the first one first.")
class Changes(ListView):
    model = Change
    filters = ChangeFilters
    orders = either_way(sequence=("pk",))

    def columns(self, part: Part) -> Any:
        return part.rows.select_related("edition").defer("edition__text")

    def body(self, row: Any) -> str:
        edition = row.edition
        path = addresses.api_edition_path(edition.incident, edition.number)
        return text_of(
            Changed(
                sequence=row.pk,
                kind=row.kind,
                at=row.at,
                incident=edition.incident,
                number=edition.number,
                seal=edition.seal,
                api_url=addresses.absolute(path, settings.SITE_URL),
            )
        )
