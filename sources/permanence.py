"""Keys are public addresses: they are entered once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
else:
    Page = admin.ModelAdmin


class KeyedAdmin(Page):
    """A page of the admin whose rows have a key, which is read-only from the first save on."""

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else ("key", *given)
