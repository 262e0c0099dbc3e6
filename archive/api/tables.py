"""Lists that are given out whole too, as files in every format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from archive.api.offers import FORMATS, JSON, Offer, offers_of, wish_of
from archive.api.views import ListView
from archive.filters import filtered
from archive.streams import Export, file_of


class FileView(ListView):
    """A list of which there are files alone. `export`: how all its rows are read."""

    export: ClassVar[type[Export]]

    @property
    def offers(self) -> tuple[Offer, ...]:
        return offers_of(self.export)

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        form = FORMATS[self.offer.ending]
        rows, asked = filtered(self.rows(**path), request.query_params, self.filters, also=form.takes)
        export, wish = self.read_as(asked.cleaned_data), wish_of(request, form)
        within = path.get("incident", "")
        return file_of(request, rows, export, form, wish, within)

    def read_as(self, asked: Mapping[str, Any]) -> Export:
        """How the rows are read; `asked`: the cleaned parameters."""
        return self.export()


class TableView(FileView):
    """A list that is paged as JSON, and of which there are files."""

    @property
    def offers(self) -> tuple[Offer, ...]:
        return (JSON, *super().offers)

    def get(self, request: Request, **path: Any) -> HttpResponseBase:
        if self.offer == JSON:
            return ListView.get(self, request, **path)
        return super().get(request, **path)
