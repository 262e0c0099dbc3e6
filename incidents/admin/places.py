"""Places in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from incidents.admin.desk import KeyedAdmin
from incidents.models import Place, PlaceName

if TYPE_CHECKING:
    NameRows = admin.StackedInline[PlaceName, Place]
else:
    NameRows = admin.StackedInline


class NameInline(NameRows):
    model = PlaceName
    fields = (("text", "language", "kind"),)
    extra = 0


@admin.register(Place)
class PlaceAdmin(KeyedAdmin):
    list_display = ("name", "key", "kind", "parent", "precision")
    list_filter = ("kind", "precision")
    list_select_related = ("parent",)
    search_fields = ("name", "key", "names__text")
    autocomplete_fields = ("parent",)
    inlines = (NameInline,)
