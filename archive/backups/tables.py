"""Which tables a backup holds, in which order, and what their columns are in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any
from uuid import UUID

import orjson
from django.apps.registry import Apps
from django.conf import settings
from django.db import connection, models

from archive.bulk import UNKNOWN_TO_DRIVER
from archive.streams import by_bytes

if TYPE_CHECKING:
    Field = models.Field[Any, Any]
else:
    Field = models.Field

Model = type[models.Model]
#: How many rows are held at once.
AT_ONCE = 2_000
#: The order of the keys is fixed, so that one archive gives one text, whichever engine it is on.
PLAIN = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
#: How a value is made of what stands in a file, for the kinds of columns where it is not the same.
READ: Sequence[tuple[type[Field], Callable[[str], Any]]] = (
    (models.DateTimeField, datetime.fromisoformat),
    (models.DateField, date.fromisoformat),
    (models.UUIDField, UUID),
)


def kept_models(apps: Apps) -> list[Model]:
    """Every table but those of a moment alone, each behind those to which its rows point."""
    found = {label_of(model): model for model in apps.get_models(include_auto_created=True)}
    kept = {label: model for label, model in sorted(found.items()) if _is_kept(label, model)}
    graph = {
        label: [to for to in _targets(model) if to in kept and to != label] for label, model in kept.items()
    }
    return [kept[label] for label in TopologicalSorter(graph).static_order()]


def label_of(model: Model) -> str:
    return str(model._meta.label)


def columns_of(model: Model) -> list[Field]:
    """The columns that the database does not compute itself."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def lines_of(model: Model) -> Iterator[bytes]:
    """The rows as lines of JSON, in the order of their keys."""
    names = [field.attname for field in columns_of(model)]
    key = model._meta.pk
    order = by_bytes(key.attname) if isinstance(key, models.CharField) else key.attname
    for row in model._base_manager.order_by(order).values_list(*names).iterator(AT_ONCE):
        yield orjson.dumps(dict(zip(names, row, strict=True)), option=PLAIN)


def rows_in(lines: Iterable[bytes], columns: Sequence[Field]) -> Iterator[list[Any]]:
    """The rows as what the driver is to store. Raises ValueError or KeyError for a line that is none."""
    readers = [(field.attname, _reader(field)) for field in columns]
    for line in lines:
        said = orjson.loads(line)
        yield [read(said[name]) if read else said[name] for name, read in readers]


def _is_kept(label: str, model: Model) -> bool:
    return bool(model._meta.managed) and not model._meta.proxy and label not in settings.OF_THE_MOMENT


def _targets(model: Model) -> Iterator[str]:
    for field in columns_of(model):
        if isinstance(field, models.ForeignKey):
            yield label_of(field.related_model)


def _reader(field: Field) -> Callable[[Any], Any] | None:
    """None where a value is stored as it stands in the file."""
    own = field.target_field if isinstance(field, models.ForeignKey) else field
    parse = next((read for kind, read in READ if isinstance(own, kind)), None)
    if parse is None and not isinstance(own, UNKNOWN_TO_DRIVER):
        return None
    return lambda value: _stored(own, parse(value) if parse and value is not None else value)


def _stored(field: Field, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)
