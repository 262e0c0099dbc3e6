"""Named database checks that several models share, each with words for the person who meets it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import CheckConstraint, F, Q

from archive.vocabulary import Term


def check(name: str, condition: Q, message: str) -> CheckConstraint:
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def filled(table: str, column: str, message: str) -> CheckConstraint:
    """The text column is not empty."""
    return check(f"{table}_{column}_filled", ~Q(**{column: ""}), message)


def known(table: str, column: str, words: type[Term], *, optional: bool = False) -> CheckConstraint:
    """The column holds one word of the list (or nothing, where it is optional)."""
    allowed: Iterable[str] = [*([""] if optional else []), *(term.value for term in words)]
    message = f"Choose the {column.replace('_', ' ')} from the list."
    return check(f"{table}_{column}_known", Q(**{f"{column}__in": list(allowed)}), message)


def in_order(table: str, text: str, earliest: str, latest: str) -> CheckConstraint:
    """The days derived from an EDTF column run forwards, and there are none without the text."""
    forwards = (
        Q(**{f"{earliest}__isnull": True})
        | Q(**{f"{latest}__isnull": True})
        | Q(**{f"{earliest}__lte": F(latest)})
    )
    undated = Q(**{f"{earliest}__isnull": True, f"{latest}__isnull": True})
    return check(
        f"{table}_{text}_in_order",
        forwards & (~Q(**{text: ""}) | undated),
        "The date ends before it begins: write the earlier day first.",
    )
