"""Actors in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from incidents.admin.desk import KeyedAdmin
from incidents.models import Actor, ActorAlias

if TYPE_CHECKING:
    AliasRows = admin.StackedInline[ActorAlias, Actor]
else:
    AliasRows = admin.StackedInline


class AliasInline(AliasRows):
    model = ActorAlias
    fields = (("text", "language", "kind"),)
    extra = 0


@admin.register(Actor)
class ActorAdmin(KeyedAdmin):
    list_display = ("name", "key", "kind", "part_of", "part_as")
    list_filter = ("kind", "part_as")
    list_select_related = ("part_of",)
    search_fields = ("name", "key", "aliases__text")
    autocomplete_fields = ("part_of",)
    inlines = (AliasInline,)
