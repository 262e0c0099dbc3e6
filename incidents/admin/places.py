"""Places in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from incidents.admin.shared import SharedAdmin
from incidents.models import Place, PlaceName

if TYPE_CHECKING:
    NameRows = admin.StackedInline[PlaceName, Place]
else:
    NameRows = admin.StackedInline


class NameInline(NameRows):
    model = PlaceName
    fields = (("text", "language", "kind"),)
    extra = 1


@admin.register(Place)
class PlaceAdmin(SharedAdmin):
    list_display = ("name", "key", "kind", "parent", "precision")
    list_filter = ("kind", "precision")
    shown_beside = ("parent",)
    search_fields = ("name", "key")
    search_help_text = "Words of a name or spelling, or the key."
    sortable_by = ("key",)
    autocomplete_fields = ("parent",)
    inlines = (NameInline,)
