"""What names a source, publication, actor, place or conflict: moved to another one, and back.

What moved is told as plain data: of each column, the database keys of the rows that named the one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ManyToManyRel, Model, QuerySet

from incidents.merging.refusal import NotMergeable
from incidents.merging.rows import is_part, relations_of

#: How many database keys one query names: SQLite bounds them.
BATCH = 500

Moved = list[list[Any]]


def counted(row: Model) -> Iterator[tuple[str, int]]:
    """How many rows of each kind name this one, with the word for so many; kinds without any are left out."""
    found: dict[Any, int] = defaultdict(int)
    for relation in _naming(row):
        model, column = _column(relation)
        found[relation.related_model._meta] += model._default_manager.filter(**{column: row}).count()
    for words, number in found.items():
        if number:
            yield str(words.verbose_name if number == 1 else words.verbose_name_plural), number


def move(gone: Model, into: Model) -> Moved:
    """Let everything that names `gone` name `into`; where a list names both, once. Raises NotMergeable."""
    moved: Moved = []
    for relation in _naming(gone):
        model, column = _column(relation)
        if isinstance(relation, ManyToManyRel):
            moved.append([model._meta.label, column, "folded", _fold(relation, gone, into)])
        rows = model._default_manager.filter(**{column: gone})
        moved.append([model._meta.label, column, "moved", list(rows.values_list("pk", flat=True))])
        _point(rows, column, into)
    return moved


def move_back(moved: Moved, into: Model, back: Model) -> None:
    """Let what was moved to `into`, and names it still, name `back` again."""
    for label, column, how, keys in moved:
        model = apps.get_model(label)
        if how == "folded":
            _unfold(model, column, keys, back)
            continue
        for some in batches(keys):
            _point(model._default_manager.filter(**{"pk__in": some, column: into}), column, back)


def _naming(row: Model) -> list[Any]:
    return [relation for relation in relations_of(type(row)) if not is_part(relation)]


def _column(relation: Any) -> tuple[type[Model], str]:
    """The table and its column that name the row: for a list, those of the table behind it."""
    if isinstance(relation, ManyToManyRel):
        return relation.through, relation.field.m2m_reverse_field_name()  # type: ignore[return-value]
    return relation.related_model, relation.field.name


def _point(rows: QuerySet[Any], column: str, to: Model) -> None:
    words = rows.model._meta.verbose_name_plural
    try:
        with transaction.atomic():
            rows.update(**{column: to})
    except IntegrityError as error:
        raise NotMergeable(
            f"Both have {words} that can stand once only: delete one of the two first."
        ) from error


def _fold(relation: Any, gone: Model, into: Model) -> Moved:
    """Take out those entries of lists that name both; their keys and the lists' owners."""
    model, column = _column(relation)
    owner = relation.field.m2m_field_name()
    both = model._default_manager.filter(**{column: into}).values(owner)
    doubled = model._default_manager.filter(**{column: gone, f"{owner}__in": both})
    found = [[pk, owner, of] for pk, of in doubled.values_list("pk", owner)]
    for some in batches([pk for pk, _, _ in found]):
        model._default_manager.filter(pk__in=some).delete()
    return found


def _unfold(model: type[Model], column: str, folded: Moved, back: Model) -> None:
    """Put entries back into those lists that there still are."""
    for pk, owner, of in folded:
        owners = model._meta.get_field(owner).related_model
        if owners._default_manager.filter(pk=of).exists():  # type: ignore[union-attr]
            model._default_manager.create(pk=pk, **{f"{owner}_id": of, column: back})


def batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
