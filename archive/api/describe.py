"""What the OpenAPI document says of the views: parameters from the filters, answers from their models."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from pydantic import BaseModel

from archive.answers import Gone, Moved, Page, Refusal
from archive.api.errors import PROBLEM
from archive.api.offers import offers_of
from archive.api.paging import LARGEST_SIZE, SIZE
from archive.api.tables import FileView
from archive.citing import TWINS
from archive.citing.twins import DATA
from archive.filters import Filters
from archive.filters.fields import DayFilter, FlagFilter, NumberFilter, Several, WordFilter, WordsFilter
from archive.streams import Export
from archive.vocabulary import Rule

View = TypeVar("View", bound=type)

DATE = {"type": "string", "format": "date"}


def _flag(name: str, says: str) -> OpenApiParameter:
    return OpenApiParameter(name, {"type": "string", "enum": list(FlagFilter.VALUES)}, description=says)


#: The answers where something is elsewhere, not there, or no longer.
MISSING = {301: Moved, (404, PROBLEM): Refusal, (410, PROBLEM): Gone}
#: The answer where the parameters are wrong.
REFUSED = {(400, PROBLEM): Refusal}

PAGING_PARAMETERS = [
    OpenApiParameter("cursor", str, description="Where the page begins: from “next” or “previous”."),
    OpenApiParameter(
        "page_size",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE, "default": SIZE},
        description="How many rows a page has.",
    ),
]

#: What can be wished of a file; a format that does not know it refuses it.
FILE_PARAMETERS = [
    _flag("excel", "CSV as spreadsheets want it: its encoding is marked, and no cell is a formula."),
    _flag("end", "With a last line that says that the file is whole, and how many rows it has."),
]

ASKED_PARAMETERS = [
    OpenApiParameter("rule", str, enum=list(Rule), description="The rule under which figures are computed."),
    OpenApiParameter("known_at", DATE, description="Figures as they could be known on this day."),
]


def describe_list(
    answer: type[BaseModel], filters: type[Filters], says: str, *, within: bool = False
) -> Callable[[View], View]:
    """A view whose answer is a page of `answer`; `within` an incident, which may be closed."""
    page = type(f"{answer.__name__}Page", (Page[answer],), {"__doc__": f"One page of: {says}"})  # type: ignore[valid-type]
    responses = {200: page} | REFUSED | (MISSING if within else {})
    parameters = [*parameters_of(filters), *PAGING_PARAMETERS]

    def describe(view: View) -> View:
        if not issubclass(view, FileView):
            return _described(says, responses, parameters, operation="List")(view)
        export = view.export
        whole = f"Whole, as a file, with an ending in place of the last slash: {_endings(export)}."
        more = f"{whole} {_columns(export)}"
        wished = [*parameters, *FILE_PARAMETERS]
        return _described(says, responses | _media(export), wished, operation="List", more=more)(view)

    return describe


def describe_files(
    export: type[Export], filters: type[Filters], says: str, *, within: bool = False
) -> Callable[[View], View]:
    """A view of which there are files alone, read as `export`; `within` an incident, which may be closed."""
    responses = _media(export) | REFUSED | (MISSING if within else {})
    parameters = [*parameters_of(filters), *FILE_PARAMETERS, _ending(export)]
    return _described(says, responses, parameters, operation="Files", more=_columns(export))


def _columns(export: type[Export]) -> str:
    return f"Columns of the table, which the codebook explains: {', '.join(export.table.names)}."


def _endings(export: type[Export]) -> str:
    return ", ".join(f".{offer.ending}" for offer in offers_of(export))


def _media(export: type[Export]) -> dict[Any, Any]:
    """What is answered to who accepts another format."""
    files: dict[Any, Any] = {(200, offer.media): OpenApiTypes.STR for offer in offers_of(export)}
    return files | {(406, PROBLEM): Refusal}


def _ending(export: type[Export]) -> OpenApiParameter:
    endings = [offer.ending for offer in offers_of(export)]
    return OpenApiParameter("ending", str, OpenApiParameter.PATH, enum=endings, description="The format.")


def describe_detail(answer: type[BaseModel], says: str) -> Callable[[View], View]:
    """A view whose answer is one `answer`."""
    return _described(says, {200: answer} | REFUSED | MISSING, [])


def describe_incident(answer: type[BaseModel]) -> Callable[[View], View]:
    says = "An incident whole; with rule or known_at, under that rule or as known on that day."
    files = {(200, TWINS[ending].media): OpenApiTypes.OBJECT for ending in DATA}
    more = f"As data that others know how to read too: {', '.join(f'.{ending}' for ending in DATA)}."
    responses = {200: answer} | files | REFUSED | MISSING
    return _described(says, responses, ASKED_PARAMETERS, more=more)


def parameters_of(filters: type[Filters]) -> list[OpenApiParameter]:
    """The filters as parameters; keys and words can be given several times."""
    return [_parameter(name, one) for name, one in filters.base_filters.items()]


def _parameter(name: str, one: Any) -> OpenApiParameter:
    several = isinstance(one, Several)
    schema = _schema(one)
    return OpenApiParameter(
        name,
        {"type": "array", "items": schema} if several else schema,
        description=str(one.label),
        explode=True if several else None,
        style="form" if several else None,
    )


def _schema(one: Any) -> dict[str, Any]:
    """What one value of the parameter is."""
    match one:
        case WordsFilter():
            return {"type": "string", "enum": list(one.words)}
        case WordFilter():
            return {"type": "string", "enum": list(one.words), "default": one.default}
        case NumberFilter():
            return {"type": "integer", "minimum": 0}
        case DayFilter():
            return DATE
        case FlagFilter():
            return {"type": "string", "enum": list(one.VALUES)}
        case _:
            return {"type": "string"}


def _described(
    says: str,
    responses: dict[Any, Any],
    parameters: list[OpenApiParameter],
    operation: str = "",
    more: str = "",
) -> Callable[[View], View]:
    """`more`: what there is to say beyond the summary."""

    def describe(view: View) -> View:
        described = extend_schema(
            operation_id=f"{operation}{view.__name__}",
            summary=says,
            description=f"{says} {more}".rstrip(),
            parameters=parameters,
            responses=responses,
        )
        return extend_schema_view(get=described)(view)

    return describe
