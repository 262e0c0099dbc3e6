"""Actors in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from incidents.admin.shared import SharedAdmin
from incidents.models import Actor, ActorAlias

if TYPE_CHECKING:
    AliasRows = admin.StackedInline[ActorAlias, Actor]
else:
    AliasRows = admin.StackedInline


class AliasInline(AliasRows):
    model = ActorAlias
    fields = (("text", "language", "kind"),)
    extra = 1


@admin.register(Actor)
class ActorAdmin(SharedAdmin):
    list_display = ("name", "key", "kind", "part_of", "part_as")
    list_filter = ("kind", "part_as")
    shown_beside = ("part_of",)
    search_fields = ("name", "key")
    search_help_text = "Words of the name, an alias or the key."
    sortable_by = ("key",)
    autocomplete_fields = ("part_of",)
    inlines = (AliasInline,)
