"""What the OpenAPI document says of the views: parameters from the filters, answers from their models."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from pydantic import BaseModel

from archive.answers import Gone, Moved, Page, Refusal
from archive.answers.fields import names_of
from archive.api.errors import PROBLEM
from archive.api.listing import LARGEST_EXPANDED
from archive.api.paging import LARGEST_SIZE, SIZE
from archive.filters import Filters
from archive.filters.fields import DayFilter, FlagFilter, NumberFilter, Several, WordFilter, WordsFilter
from archive.filters.geographic import KilometresFilter
from archive.vocabulary import Rule

View = TypeVar("View", bound=type)

DATE = {"type": "string", "format": "date"}

#: The answers where something is elsewhere, not there, or no longer.
MISSING = {301: Moved, (404, PROBLEM): Refusal, (410, PROBLEM): Gone}
#: The answer where the parameters are wrong.
REFUSED = {(400, PROBLEM): Refusal}
#: Said of each parameter that can be given several times.
ANY_OF = "Given several times, any of the values will do."

PAGING_PARAMETERS = [
    OpenApiParameter("cursor", str, description="Where the page begins: from “next” or “previous”."),
    OpenApiParameter(
        "page_size",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE, "default": SIZE},
        description="How many rows a page has.",
    ),
    OpenApiParameter(
        "count",
        {"type": "string", "enum": list(FlagFilter.VALUES), "default": "0"},
        description="Say in “count” how many there are on all pages.",
    ),
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

    def describe(view: View) -> View:
        parameters = [*parameters_of(filters), *more, *_shaping(view, answer), *PAGING_PARAMETERS]
        responses = {200: page} | REFUSED | (MISSING if within else {})
        return _described(answer, says, responses, parameters, operation="List")(view)

    return describe


def describe_detail(answer: type[BaseModel], says: str) -> Callable[[View], View]:
    """A view whose answer is one `answer`."""
    return _described(answer, says, {200: answer} | REFUSED | MISSING, [_fields(answer)])


def describe_incident(answer: type[BaseModel]) -> Callable[[View], View]:
    says = "An incident whole; with rule or known_at, under that rule or as known on that day."
    parameters = [*ASKED_PARAMETERS, _fields(answer)]
    return _described(answer, says, {200: answer} | REFUSED | MISSING, parameters)


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
            return {"type": "string", "enum": list(one.words), "default": one.default}
        case NumberFilter():
            return {"type": "integer", "minimum": 0}
        case KilometresFilter():
            return {"type": "number", "exclusiveMinimum": 0, "maximum": KilometresFilter.FURTHEST}
        case DayFilter():
            return DATE
        case FlagFilter():
            return {"type": "string", "enum": list(one.VALUES)}
        case _:
            return {"type": "string"}


def _shaping(view: Any, answer: type[BaseModel]) -> list[OpenApiParameter]:
    """The parameters by which a list is ordered, and its answers are told in full or in part."""
    orders = list(view.orders)
    order = {"type": "string", "enum": orders, "default": orders[0]}
    ordering = OpenApiParameter("ordering", order, description="In which order; with a minus, falling.")
    whole = _listed(
        "expand",
        list(view.expansions),
        f"Give these whole instead of in short; a page then has up to {LARGEST_EXPANDED} rows.",
    )
    return [ordering, *([whole] if view.expansions else []), _fields(answer)]


def _fields(answer: type[BaseModel]) -> OpenApiParameter:
    return _listed("fields", list(names_of(answer)), "Of each answer, these fields alone.")


def _listed(name: str, words: list[str], says: str) -> OpenApiParameter:
    """A parameter that names words with commas between."""
    schema = {"type": "array", "items": {"type": "string", "enum": words}}
    return OpenApiParameter(name, schema, description=says, explode=False, style="form")


def _described(
    answer: type[BaseModel],
    says: str,
    responses: dict[Any, Any],
    parameters: list[OpenApiParameter],
    operation: str = "",
) -> Callable[[View], View]:
    def describe(view: View) -> View:
        view.answer = answer  # type: ignore[attr-defined]
        described = extend_schema(
            operation_id=f"{operation}{view.__name__}",
            summary=says,
            description=says,
            parameters=parameters,
            responses=responses,
        )
        return extend_schema_view(get=described)(view)

    return describe
