"""Rows that a merge deletes, kept so that undoing it can put them back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core import serializers
from django.db.models import CASCADE, SET_NULL, ForeignKey, ManyToManyRel, ManyToOneRel, Model

from incidents.merging.refusal import NotMergeable


def parts_of(row: Model) -> list[Model]:
    """The rows that are deleted with this one: an actor's aliases, a source's authors."""
    found: list[Model] = []
    for relation in relations_of(type(row)):
        model = relation.related_model
        if is_part(relation):
            found.extend(model._default_manager.filter(**{relation.field.name: row}).order_by("pk"))
    return found


def relations_of(model: type[Model]) -> list[Any]:
    """Every foreign key and every list of another model, or its own, that leads to rows of this one.

    Those are included that have no name of their own on this side; the tables behind lists are not.
    """
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ManyToOneRel | ManyToManyRel)
        and not relation.related_model._meta.auto_created
    ]


def is_part(relation: object) -> bool:
    """Whether rows at the other end belong to the row, rather than name it."""
    return isinstance(relation, ManyToOneRel) and relation.on_delete is CASCADE


def kept(*rows: Model) -> str:
    """The rows' own columns, as text."""
    text: str = serializers.serialize("json", rows)
    return text


def put_back(text: str) -> list[Model]:
    """Insert the rows again, under their old database keys. Raises NotMergeable where one named is gone.

    What would have been emptied in a row that was there is empty in it now.
    """
    found: list[Model] = []
    for one in serializers.deserialize("json", text):
        _empty(one.object)
        if missing := list(_missing(one.object)):
            raise NotMergeable(*missing)
        one.save(force_insert=True)
        found.append(one.object)
    return found


def _empty(row: Model) -> None:
    for field in _leading_nowhere(row):
        if field.remote_field.on_delete is SET_NULL:
            setattr(row, field.attname, None)


def _missing(row: Model) -> Iterator[str]:
    for field in _leading_nowhere(row):
        yield (
            f"The {field.verbose_name} of “{row}” is no longer at the desk: if it was merged into "
            "another since, undo that merge first."
        )


def _leading_nowhere(row: Model) -> Iterator[ForeignKey[Any, Any]]:
    """The columns that name rows which are gone."""
    for field in row._meta.concrete_fields:
        key = getattr(row, field.attname)
        if not isinstance(field, ForeignKey) or key is None:
            continue
        if not field.remote_field.model._default_manager.filter(pk=key).exists():
            yield field
