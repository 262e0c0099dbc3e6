"""Lists that take what is asked of them with care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.http import HttpRequest

if TYPE_CHECKING:
    Page = admin.ModelAdmin[Any]
else:
    Page = admin.ModelAdmin


class CarefulList(Page):
    """A filter that holds what no text of the database can hold is refused as other bad filters are."""

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        if any("\0" in value for values in request.GET.lists() for value in values[1]):
            raise IncorrectLookupParameters
        return super().get_changelist_instance(request)
