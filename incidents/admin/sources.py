"""The library in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from incidents.admin.adding import AddingAdmin
from incidents.admin.copies import CopiesAdmin
from incidents.admin.held import HeldFilter
from incidents.admin.shared import SharedAdmin
from incidents.admin.shelves import FailedCopiesFilter
from incidents.admin.suggested import suggestion_of
from incidents.admin.widgets import Typed
from sources.models import Publication, Relation, Source, SourceAuthor

if TYPE_CHECKING:
    AuthorRows = admin.StackedInline[SourceAuthor, Source]
    RelationRows = admin.StackedInline[Relation, Source]
else:
    AuthorRows = RelationRows = admin.StackedInline


@admin.register(Publication)
class PublicationAdmin(SharedAdmin):
    list_display = ("name", "key", "kind", "url")
    list_filter = ("kind",)
    search_fields = ("name", "key")
    search_help_text = "Words of the name, or the key."
    sortable_by = ("key",)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Citations that credit a publication keep it, though the database would drop the credit with it."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        credited = Publication.objects.filter(pk__in=[each.pk for each in objs], citations__isnull=False)
        kept = [f"{each}, which citations credit" for each in credited.distinct()]
        return deleted, counts, lacking, [*protected, *kept]


class AuthorInline(AuthorRows):
    model = SourceAuthor

    def get_extra(self, request: HttpRequest, obj: Any = None, **options: Any) -> int:
        """One empty row, after those that are suggested."""
        suggestion = suggestion_of(request)
        return 1 + len(suggestion.authors) if suggestion else 1


class RelationInline(Typed, RelationRows):
    model = Relation
    fk_name = "source"
    fields = (("how", "other", "publication"),)
    extra = 1
    autocomplete_fields = ("other", "publication")
    verbose_name = "thing it relies on"
    verbose_name_plural = "relies on"


@admin.register(Source)
class SourceAdmin(AddingAdmin, CopiesAdmin):
    change_list_template = "desk/sources.html"
    list_display = ("key", "title", "description", "kind", "publication", "published")
    list_filter = ("kind", FailedCopiesFilter, ("publication", HeldFilter))
    shown_beside = ("publication",)
    search_fields = ("key", "title")
    search_help_text = "The key, words of the title, an author, the publication; or a whole web address."
    sortable_by = ("key",)
    autocomplete_fields = ("publication",)
    inlines = (AuthorInline, RelationInline)
