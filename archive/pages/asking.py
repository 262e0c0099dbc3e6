"""The query of an address, and those of the lists that one more or one less choice leads to."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import QueryDict

#: Parameters that say which part of a list a page shows, or how; not what the list holds.
OF_THE_PAGE = ("after", "before", "by")


def filters_of(asked: QueryDict, also_without: Iterable[str] = ()) -> QueryDict:
    """The parameters that filter, without empty ones."""
    left_out = {*OF_THE_PAGE, *also_without}
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        if name not in left_out and (given := [value for value in values if value and "\0" not in value]):
            kept.setlist(name, given)
    return kept


def with_value(asked: QueryDict, name: str, value: str) -> str:
    """The query that asks for this value of the parameter too."""
    query = filters_of(asked)
    query.setlist(name, list(dict.fromkeys([*query.getlist(name), value])))
    return _query(query)


def with_one(asked: QueryDict, **values: str) -> str:
    """The query that asks for these values of the parameters and no others of theirs."""
    query = filters_of(asked, values)
    for name, value in values.items():
        query[name] = value
    return _query(query)


def without_value(asked: QueryDict, name: str, value: str) -> str:
    """The query that asks for all but this value of the parameter."""
    query = filters_of(asked)
    query.setlist(name, [each for each in query.getlist(name) if each != value])
    return _query(query)


def without(asked: QueryDict, *names: str) -> str:
    """The query that asks for nothing of these parameters."""
    return _query(filters_of(asked, names))


def _query(query: QueryDict) -> str:
    """As a link gives it, relative to the list."""
    return f"?{query.urlencode()}"
