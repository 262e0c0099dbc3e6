"""The beginning of the API, the schema of records, and the interactive documentation."""

from __future__ import annotations

from functools import cache
from typing import Any

import orjson
from django.conf import settings
from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema, extend_schema_view
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.request import Request

from archive import addresses
from archive.answers import Resources
from archive.answers.texts import text_of
from archive.api.describe import REFUSED
from archive.api.views import ReadView
from archive.bytes import ready
from archive.columns import package
from archive.record import record_schema

#: The lists of the API, and the statistics, each at its own name.
RESOURCES = (
    "incidents",
    "attacks",
    "claims",
    "citations",
    "sources",
    "publications",
    "actors",
    "places",
    "conflicts",
    "editions",
    "changes",
    "statistics",
)


@extend_schema_view(
    get=extend_schema(
        operation_id="Root",
        summary="Every list.",
        description="Every list.",
        responses={200: Resources} | REFUSED,
    )
)
class Root(ReadView):
    def get(self, request: Request) -> HttpResponseBase:
        lists = {name: self._at(f"/{name}/") for name in RESOURCES}
        resources = Resources(
            **lists,
            record_schema=self._at("/schema/record.json"),
            tables=self._at("/datapackage.json"),
            openapi=self._at("/schema/"),
            docs=self._at("/docs/"),
        )
        return ready(request, text_of(resources))

    def _at(self, path: str) -> str:
        return addresses.absolute(addresses.API + path, settings.SITE_URL)


@extend_schema_view(
    get=extend_schema(
        operation_id="RecordSchema",
        summary="The JSON Schema of a record.",
        description="What editions hold, exports write and importers yield.",
        responses={200: {"type": "object"}} | REFUSED,
    )
)
class RecordSchema(ReadView):
    def get(self, request: Request) -> HttpResponseBase:
        return ready(request, record_schema().decode())


@extend_schema_view(
    get=extend_schema(
        operation_id="DataPackage",
        summary="The tables that can be downloaded, with their columns.",
        description="A data package: https://specs.frictionlessdata.io/tabular-data-package/",
        responses={200: {"type": "object"}} | REFUSED,
    )
)
class DataPackage(ReadView):
    def get(self, request: Request) -> HttpResponseBase:
        made = package(settings.SITE_NAME, settings.SITE_URL, settings.DATA_LICENCE_URL)
        return ready(request, orjson.dumps(made).decode())


@cache
def openapi() -> str:
    """The OpenAPI document; it follows from the code alone, and takes a second to make."""
    made = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
    return orjson.dumps(made).decode()


class OpenApi(ReadView):
    schema = None

    def get(self, request: Request) -> HttpResponseBase:
        return ready(request, openapi())


class Nowhere(ReadView):
    """Any other address."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404(f"There is nothing here; begin at {addresses.API}/.")


class Docs(SpectacularSwaggerSplitView):
    """Swagger UI from the archive's own static files, in a page of ours that says no style inline."""

    url_name = "openapi"
