"""The column by which an actor is found by the capitals of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from incidents.proposals.capitals import LONGEST, capitals

if TYPE_CHECKING:
    Chars = models.CharField[Any, Any]
else:
    Chars = models.CharField


class CapitalsField(Chars):
    """The capitals of the column `of`, derived whenever a row is written, never typed."""

    def __init__(self, *args: Any, of: str, **options: Any) -> None:
        self.of = of
        given = {"max_length": LONGEST, "editable": False, "blank": True, "default": "", "db_index": True}
        super().__init__(*args, **(options | given))

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        found = capitals(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, found)
        return found
