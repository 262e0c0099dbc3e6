"""What the OpenAPI document says of the views: parameters from the filters, answers from their models."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from pydantic import BaseModel

from archive.answers import Gone, Moved, Page, Refusal
from archive.api.errors import PROBLEM
from archive.api.paging import LARGEST_SIZE, SIZE
from archive.api.views import ReadView
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
from archive.statistics.periods import FORM
from archive.vocabulary import Rule

View = TypeVar("View", bound=type[ReadView])

DATE = {"type": "string", "format": "date"}

#: The answers where something is elsewhere, not there, or no longer.
MISSING = {301: Moved, (404, PROBLEM): Refusal, (410, PROBLEM): Gone}
#: The answers where the parameters or the key are wrong, or too much is asked.
REFUSED = dict.fromkeys([(400, PROBLEM), (401, PROBLEM), (429, PROBLEM)], Refusal)


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


ASKED_PARAMETERS = [
    OpenApiParameter("rule", str, enum=list(Rule), description="The rule under which figures are computed."),
    OpenApiParameter("known_at", DATE, description="Figures as they could be known on this day."),
]


def describe_list(
    answer: type[BaseModel], filters: type[Filters], says: str, *, within: bool = False
) -> Callable[[View], View]:
    """A view whose answer is a page of `answer`; `within` an incident, which may be closed."""
    page = type(f"{answer.__name__}Page", (Page[answer],), {"__doc__": f"One page of: {says}"})  # type: ignore[valid-type]
    return _described(
        says,
        {200: page} | REFUSED | (MISSING if within else {}),
        [*parameters_of(filters), *paging_parameters(SIZE, LARGEST_SIZE)],
        operation="List",
    )


def describe_detail(answer: type[BaseModel], says: str) -> Callable[[View], View]:
    """A view whose answer is one `answer`."""
    return _described(says, {200: answer} | REFUSED | MISSING, [])


def describe_incident(answer: type[BaseModel]) -> Callable[[View], View]:
    says = "An incident whole; with rule or known_at, under that rule or as known on that day."
    return _described(says, {200: answer} | REFUSED | MISSING, ASKED_PARAMETERS)


def describe_question(
    says: str, answer: type[BaseModel], parameters: list[OpenApiParameter]
) -> Callable[[View], View]:
    """A view that computes one `answer` from its parameters."""
    return _described(says, {200: answer} | REFUSED, parameters)


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
            default = {"default": one.default} if one.default else {}
            return {"type": "string", "enum": list(one.words)} | default
        case NumberFilter():
            return {"type": "integer", "minimum": 0}
        case PeriodFilter():
            return {"type": "string", "pattern": f"^{FORM.pattern}$"}
        case DayFilter():
            return DATE
        case FlagFilter():
            return {"type": "string", "enum": list(one.VALUES)}
        case _:
            return {"type": "string", "minLength": 1}


def _described(
    says: str, responses: dict[Any, Any], parameters: list[OpenApiParameter], operation: str = ""
) -> Callable[[View], View]:
    def describe(view: View) -> View:
        described = extend_schema(
            operation_id=f"{operation}{view.__name__}",
            summary=says,
            description=says,
            parameters=parameters,
            responses=responses,
            deprecated=view.deprecation is not None,
        )
        return extend_schema_view(get=described)(view)

    return describe
