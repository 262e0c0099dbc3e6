"""A page of the desk as a sheet of plain values: as it is shown, as it is sent, and written back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import HttpRequest, QueryDict

from incidents.meeting import NEW, Meeting, Place, Sheet, Typed, Value, Values

#: The group and the row of the page's own form.
OWN: Place = ("", "")
MOST_ROWS = 2000


def plain(value: Any) -> Value:
    """A field's value as text, so that what is stored and what browsers send can be compared."""
    if isinstance(value, list | tuple):
        return tuple(sorted(str(each) for each in value))
    if value is None or isinstance(value, bool):
        return "on" if value else ""
    return str(value).replace("\r\n", "\n").strip()


@dataclass(frozen=True)
class Forms:
    """The forms of a page, unbound: its own and the sets of its inlines."""

    own: Any
    sets: Sequence[Any]

    def sheet(self) -> Sheet:
        """What they show."""
        rows = {formset.prefix: _rows(formset) for formset in self.sets}
        return {"": {"": _values(self.own, self.own.fields)}} | rows


def _rows(formset: Any) -> dict[str, Values]:
    names = _fields(formset)
    return {str(form.instance.pk): _values(form, names) for form in formset.initial_forms}


def _fields(formset: Any) -> Mapping[str, Any]:
    """The fields of each row, without the one that says to what the row belongs."""
    return {name: field for name, field in formset.form.base_fields.items() if name != formset.fk.name}


def _values(form: Any, names: Iterable[str]) -> Values:
    return {name: plain(form[name].value()) for name in names}


def sent(request: HttpRequest, forms: Forms) -> Typed:
    """What a browser sends for these forms."""
    sheet: dict[str, dict[str, Values]] = {"": {"": _read(request, forms.own.fields, forms.own.add_prefix)}}
    removed: set[Place] = set()
    for formset in forms.sets:
        sheet[formset.prefix] = dict(_sent_rows(request, formset))
        removed |= {
            (formset.prefix, key)
            for index, key in _keys(request, formset)
            if f"{formset.prefix}-{index}-DELETE" in request.POST
        }
    return Typed(sheet, frozenset(removed))


def _sent_rows(request: HttpRequest, formset: Any) -> Iterator[tuple[str, Values]]:
    fields = _fields(formset)
    blank = _values(formset.empty_form, fields)
    for index, key in _keys(request, formset):
        values = _read(request, fields, _naming(formset.prefix, index))
        if values != blank or not key.startswith(NEW):
            yield key, values


def _keys(request: HttpRequest, formset: Any) -> Iterator[tuple[int, str]]:
    """The rows that were sent: their place in the form, and their database key if they have one."""
    total = request.POST.get(f"{formset.prefix}-{TOTAL_FORM_COUNT}", "")
    for index in range(min(int(total), MOST_ROWS) if total.isascii() and total.isdigit() else 0):
        key = request.POST.get(f"{formset.prefix}-{index}-{formset.model._meta.pk.name}", "")
        yield index, key or f"{NEW}{index}"


def _naming(prefix: str, index: int) -> Any:
    return lambda name: f"{prefix}-{index}-{name}"


def _read(request: HttpRequest, fields: Mapping[str, Any], naming: Any) -> Values:
    return {
        name: plain(field.widget.value_from_datadict(request.POST, request.FILES, naming(name)))
        for name, field in fields.items()
    }


def rewritten(request: HttpRequest, meeting: Meeting, forms: Forms) -> QueryDict:
    """What was sent, with the merged values in place of the sheet's."""
    data = request.POST.copy()
    _write(data, meeting.merged[""][""], lambda name: name)
    for formset in forms.sets:
        _write_rows(data, formset, meeting)
    return data


def _write_rows(data: QueryDict, formset: Any, meeting: Meeting) -> None:
    prefix = formset.prefix
    _forget(data, prefix)
    rows = meeting.merged.get(prefix, {})
    stored = [key for key in rows if not key.startswith(NEW)]
    data[f"{prefix}-{TOTAL_FORM_COUNT}"] = str(len(rows))
    data[f"{prefix}-{INITIAL_FORM_COUNT}"] = str(len(stored))
    for index, key in enumerate([*stored, *(key for key in rows if key.startswith(NEW))]):
        _write(data, rows[key], _naming(prefix, index))
        data[f"{prefix}-{index}-{formset.model._meta.pk.name}"] = "" if key.startswith(NEW) else key
        data[f"{prefix}-{index}-{formset.fk.name}"] = str(formset.instance.pk)
        if (prefix, key) in meeting.removed:
            data[f"{prefix}-{index}-DELETE"] = "on"


def _forget(data: QueryDict, prefix: str) -> None:
    """Take out all rows, whose order may have changed."""
    for name in [name for name in data if name.startswith(f"{prefix}-")]:
        if name.removeprefix(f"{prefix}-").partition("-")[0].isdigit():
            del data[name]


def _write(data: QueryDict, values: Values, naming: Any) -> None:
    for name, value in values.items():
        if isinstance(value, tuple):
            data.setlist(naming(name), list(value))
        elif value:
            data[naming(name)] = value
        else:
            data.pop(naming(name), None)
