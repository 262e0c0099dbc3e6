"""Fields that are filled in by typing: by a name with a script, by a key without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import FieldDoesNotExist
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from incidents.admin.asked import key_in

if TYPE_CHECKING:
    Rows = admin.options.BaseModelAdmin[Any]
else:
    Rows = object


def _sensible(values: Any) -> list[Any]:
    """Those that can be a row's database key: others would break the look-up of what is chosen."""
    return [value for value in values if value in ("", None) or key_in(str(value)) is not None]


class ChosenByTyping(AutocompleteSelect):
    """One row. Whoever has no script types its key into a field of its own."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        return super().optgroups(name, _sensible(value), attrs)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        if not self._has_keys():
            return field
        words = '{}<noscript><label>or its key: <input name="{}-key" class="vTextField"></label></noscript>'
        return format_html(words, field, name)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = str(data.get(f"{name}-key", "")).strip()
        return self._row_of(typed) if typed else super().value_from_datadict(data, files, name)

    def _has_keys(self) -> bool:
        try:
            self.field.remote_field.model._meta.get_field("key")
        except FieldDoesNotExist:
            return False
        return True

    def _row_of(self, key: str) -> Any:
        """The database key of the row with that key; failing that the text itself, which is refused."""
        if "\0" in key or not self._has_keys():
            return key
        rows = self.field.remote_field.model._default_manager.filter(key=key)
        return rows.values_list("pk", flat=True).first() or key


class SeveralChosenByTyping(AutocompleteSelectMultiple):
    """Any number of rows."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        return super().optgroups(name, _sensible(value), attrs)


class NamedInCells(Rows):
    """Rows in a table, whose columns have headings and whose fields so have no labels: each bears its own."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None:
            getattr(field.widget, "widget", field.widget).attrs["aria-label"] = str(field.label)
        return field


class Typed(Rows):
    """A page, or rows of one, whose `autocomplete_fields` are filled in by typing."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            options.setdefault("widget", ChosenByTyping(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            options.setdefault("widget", SeveralChosenByTyping(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **options)
