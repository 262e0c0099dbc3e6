"""What an address asks a form to begin with. What nobody can mean is left out, and never breaks the page."""

from __future__ import annotations

from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField, CharField, ForeignKey, IntegerField, Model, TextField
from django.http import QueryDict

#: The kinds of columns whose fields can show any text that they begin with.
TYPED = (CharField, TextField, IntegerField, BooleanField)
#: The largest database key on every engine.
LARGEST_KEY = 2**63 - 1


def key_in(text: str) -> int | None:
    """The database key that the text gives, or None."""
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(LARGEST_KEY)):
        return None
    return key if (key := int(text)) <= LARGEST_KEY else None


def initial_values(model: type[Model], asked: QueryDict) -> dict[str, str]:
    """The values for the model's fields; a row is named by its database key, and must be there."""
    return {name: value for name, value in asked.items() if _fits(model, name, str(value))}  # type: ignore[misc]


def _fits(model: type[Model], name: str, value: str) -> bool:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    if isinstance(field, ForeignKey):
        return is_there(field.related_model, value)
    return isinstance(field, TYPED)


def is_there(model: type[Model], text: str) -> bool:
    key = key_in(text)
    return key is not None and model._default_manager.filter(pk=key).exists()
