"""What the OpenAPI document says of the views: parameters from the filters, answers from their models."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from pydantic import BaseModel

from archive.answers import Gone, Moved, Page, Refusal
from archive.answers.fields import names_of
from archive.api.errors import PROBLEM
from archive.api.listing import LARGEST_EXPANDED
from archive.api.offers import offers_of
from archive.api.paging import LARGEST_SIZE, SIZE
from archive.api.tables import FileView
from archive.api.views import ReadView
from archive.citing import TWINS
from archive.citing.twins import DATA
from archive.filters import Filters
from archive.filters.fields import (
    DayFilter,
    FlagFilter,
    NumberFilter,
    PeriodFilter,
    Several,
    WordFilter,
    WordsFilter,
)
from archive.filters.geographic import KilometresFilter
from archive.statistics.periods import FORM
from archive.streams import Export
from archive.vocabulary import Rule

View = TypeVar("View", bound=type[ReadView])

DATE = {"type": "string", "format": "date"}


def _flag(name: str, says: str) -> OpenApiParameter:
    return OpenApiParameter(name, {"type": "string", "enum": list(FlagFilter.VALUES)}, description=says)


#: The answer where there is no such thing.
NOWHERE: dict[Any, Any] = {(404, PROBLEM): Refusal}
#: The answers where something is elsewhere, not there, or no longer.
MISSING = NOWHERE | {301: Moved, (410, PROBLEM): Gone}
#: The answers where the parameters or the key are wrong, or too much is asked.
REFUSED = dict.fromkeys([(400, PROBLEM), (401, PROBLEM), (429, PROBLEM)], Refusal)
#: Said of each parameter that can be given several times.
ANY_OF = "Given several times, any of the values will do."


def paging_parameters(usual: int, largest: int) -> list[OpenApiParameter]:
    """Those that choose a page of `usual` rows, or of at most `largest`."""
    return [
        OpenApiParameter(
            "cursor",
            {"type": "string", "minLength": 1},
            description="Where the page begins: from “next” or “previous”.",
        ),
        OpenApiParameter(
            "page_size",
            {"type": "integer", "minimum": 1, "maximum": largest, "default": usual},
            description="How many rows a page has.",
        ),
    ]


LISTING_PARAMETERS = [
    *paging_parameters(SIZE, LARGEST_SIZE),
    OpenApiParameter(
        "count",
        {"type": "string", "enum": list(FlagFilter.VALUES), "default": "0"},
        description="Say in “count” how many there are on all pages.",
    ),
]

#: What can be wished of a file; a format that does not know it refuses it.
FILE_PARAMETERS = [
    _flag("excel", "CSV as spreadsheets want it: its encoding is marked, and no cell is a formula."),
    _flag("end", "With a last line that says that the file is whole, and how many rows it has."),
]

ASKED_PARAMETERS = [
    OpenApiParameter("rule", str, enum=list(Rule), description="The rule under which figures are computed."),
    OpenApiParameter(
        "known_at",
        DATE,
        description="Figures as they could be known on this day. A list is narrowed and ordered by what is "
        "known now; it may hold up to 10,000 incidents.",
    ),
]


def describe_list(
    answer: type[BaseModel],
    filters: type[Filters],
    says: str,
    *,
    within: bool = False,
    asked: type[BaseModel] | None = None,
    more: Sequence[OpenApiParameter] = (),
) -> Callable[[View], View]:
    """A view whose answer is a page of `answer`; `within` an incident, which may be closed.

    `asked`: what it answers instead to some of its parameters, of which `more` are no filters.
    """
    results: Any = answer | asked if asked else answer
    page = type(f"{answer.__name__}Page", (Page[results],), {"__doc__": f"One page of: {says}"})
    responses = {200: page} | REFUSED | (MISSING if within else {})

    def describe(view: View) -> View:
        parameters = [*parameters_of(filters), *more, *_shaping(view, answer), *LISTING_PARAMETERS]
        if not issubclass(view, FileView):
            return _described(answer, says, responses, parameters, operation="List")(view)
        files = responses | _media(view.export)
        wished = [*parameters, *FILE_PARAMETERS]
        return _described(answer, says, files, wished, operation="List", more=_whole(view.export))(view)

    return describe


def describe_files(
    export: type[Export], filters: type[Filters], says: str, *, within: bool = False
) -> Callable[[View], View]:
    """A view of which there are files alone, read as `export`; `within` an incident, which may be closed.

    Another ending than those that there are leads nowhere.
    """
    responses = _media(export) | REFUSED | NOWHERE | (MISSING if within else {})
    parameters = [*parameters_of(filters), *FILE_PARAMETERS, _ending(export)]
    return _described(None, says, responses, parameters, operation="Files", more=_columns(export))


def _whole(export: type[Export]) -> str:
    return (
        f"Whole, as a file, with an ending in place of the last slash: {_endings(export)}. {_columns(export)}"
    )


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


def describe_detail(
    answer: type[BaseModel], says: str, gone: type[BaseModel] = Gone
) -> Callable[[View], View]:
    """A view whose answer is one `answer`, or `gone` where it is closed."""
    responses = {200: answer} | REFUSED | MISSING | {(410, PROBLEM): gone}
    return _described(answer, says, responses, [_fields(answer)])


def describe_incident(answer: type[BaseModel]) -> Callable[[View], View]:
    says = "An incident whole; with rule or known_at, under that rule or as known on that day."
    files = {(200, TWINS[ending].media): OpenApiTypes.OBJECT for ending in DATA}
    more = f"As data that others know how to read too: {', '.join(f'.{ending}' for ending in DATA)}."
    responses = {200: answer} | files | REFUSED | MISSING
    return _described(answer, says, responses, [*ASKED_PARAMETERS, _fields(answer)], more=more)


def describe_question(
    says: str, answer: type[BaseModel], parameters: list[OpenApiParameter]
) -> Callable[[View], View]:
    """A view that computes one `answer` from its parameters."""
    return _described(answer, says, {200: answer} | REFUSED, parameters)


def parameters_of(filters: type[Filters]) -> list[OpenApiParameter]:
    """The filters as parameters; keys and words can be given several times."""
    return [_parameter(name, one) for name, one in filters.base_filters.items()]


def _parameter(name: str, one: Any) -> OpenApiParameter:
    several = isinstance(one, Several)
    schema = _schema(one)
    return OpenApiParameter(
        name,
        {"type": "array", "items": schema} if several else schema,
        description=f"{one.label} {ANY_OF}" if several else str(one.label),
        explode=True if several else None,
        style="form" if several else None,
    )


def _schema(one: Any) -> dict[str, Any]:
    """What one value of the parameter is."""
    match one:
        case WordsFilter():
            return {"type": "string", "enum": list(one.words)}
        case WordFilter():
            default = {"default": one.default} if one.default else {}
            return {"type": "string", "enum": list(one.words)} | default
        case NumberFilter():
            return {"type": "integer", "minimum": 0}
        case KilometresFilter():
            return {"type": "number", "exclusiveMinimum": 0, "maximum": KilometresFilter.FURTHEST}
        case PeriodFilter():
            return {"type": "string", "pattern": f"^{FORM.pattern}$"}
        case DayFilter():
            return DATE
        case FlagFilter():
            return {"type": "string", "enum": list(one.VALUES)}
        case _:
            return {"type": "string", "minLength": 1}


def _shaping(view: Any, answer: type[BaseModel]) -> list[OpenApiParameter]:
    """The parameters by which a list is ordered, and its answers are told in full or in part."""
    orders = list(view.orders)
    order = {"type": "string", "enum": orders, "default": orders[0]}
    ordering = OpenApiParameter("ordering", order, description="In which order; with a minus, falling.")
    whole = _listed(
        "expand",
        list(view.expansions),
        "Give these whole, as at their own addresses, where the schema has them in short or as a key; a page "
        f"then has up to {LARGEST_EXPANDED} rows.",
    )
    return [ordering, *([whole] if view.expansions else []), _fields(answer)]


def _fields(answer: type[BaseModel]) -> OpenApiParameter:
    says = "Of each answer, these fields alone: it then lacks the others, those too that its schema demands."
    return _listed("fields", list(names_of(answer)), says)


def _listed(name: str, words: list[str], says: str) -> OpenApiParameter:
    """A parameter that names words with commas between."""
    schema = {"type": "array", "items": {"type": "string", "enum": words}}
    return OpenApiParameter(name, schema, description=says, explode=False, style="form")


def _described(
    answer: type[BaseModel] | None,
    says: str,
    responses: dict[Any, Any],
    parameters: list[OpenApiParameter],
    operation: str = "",
    more: str = "",
) -> Callable[[View], View]:
    """`more`: what there is to say beyond the summary."""

    def describe(view: View) -> View:
        if answer:
            view.answer = answer
        described = extend_schema(
            operation_id=f"{operation}{view.__name__}",
            summary=says,
            description=f"{says} {more}".rstrip(),
            parameters=parameters,
            responses=responses,
            deprecated=view.deprecation is not None,
        )
        return extend_schema_view(get=described)(view)

    return describe
