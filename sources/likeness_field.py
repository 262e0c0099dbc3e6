"""The column by which names and addresses that are alike find each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from sources.likeness import likeness

if TYPE_CHECKING:
    Chars = models.CharField[Any, Any]
else:
    Chars = models.CharField


class LikenessField(Chars):
    """The likeness of the column `of`, derived whenever a row is written, never typed."""

    def __init__(self, *args: Any, of: str, **options: Any) -> None:
        self.of = of
        given = {"max_length": 64, "editable": False, "blank": True, "default": "", "db_index": True}
        super().__init__(*args, **(options | given))

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        found = likeness(getattr(model_instance, self.of), self.of)
        setattr(model_instance, self.attname, found)
        return found
