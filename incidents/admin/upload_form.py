"""The form in which a file is handed in, and who may hand one in."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest

from incidents.importers.formats.mapping import MappingError
from incidents.importers.parsing.format import Format
from incidents.importers.reading import FileError
from incidents.importers.registry import FORMATS
from incidents.importers.running.forms import mapped
from incidents.importers.running.records import LABEL, RECORDS
from incidents.importers.uploads.keeping import keep_file, throw_away
from incidents.importers.uploads.looking import look_at
from incidents.importers.uploads.looking_at_records import look_at_records
from incidents.importers.uploads.receiving import was_too_large
from incidents.models import Upload

#: Bytes of a mapping file.
LARGEST_MAPPING = 1_000_000
#: What stands for a format that a mapping file describes.
BY_MAPPING = "by-mapping"
FORMAT_CHOICES = [
    *((form.name, form.label) for form in FORMATS.values()),
    (BY_MAPPING, "Any CSV, by a mapping file"),
    (RECORDS, LABEL),
]


def may_import(request: HttpRequest) -> bool:
    return request.user.has_perm("incidents.import_rows")


def may_publish_rows(request: HttpRequest) -> bool:
    """Whether rows may be published as they are imported: not where a second person must approve each."""
    return request.user.has_perm("incidents.publish_incident") and not settings.REVIEW_REQUIRED


class UploadForm(forms.Form):
    """A file of rows or records, and what is to be done with it; each person sees what they may choose."""

    format = forms.ChoiceField(choices=FORMAT_CHOICES)
    file = forms.FileField(
        max_length=1000,
        help_text="Rows as CSV or XLSX, records as YAML, JSON or NDJSON, Wikipedia’s articles as XML export; "
        "it may be packed as gz, zip or xz.",
    )
    mapping = forms.FileField(
        required=False,
        max_length=1000,
        label="Mapping file",
        help_text="Only for any CSV: a YAML file that says which column is what.",
    )
    release = forms.CharField(
        required=False,
        max_length=200,
        help_text="For instance 23.1. Leave it empty where the file’s name says it.",
    )
    publish = forms.BooleanField(
        required=False,
        label="Publish what is imported",
        help_text="Otherwise they are drafts. What a licence forbids to publish stays at the desk anyway.",
    )
    licence = forms.CharField(
        required=False,
        max_length=2000,
        label="Licence under which you have the dataset",
        help_text="Leave it empty where the publisher’s usual terms hold.",
    )
    redistributable = forms.BooleanField(
        required=False, label="This licence lets the archive publish the rows"
    )

    def __init__(self, request: HttpRequest, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.request = request
        if not may_publish_rows(request):
            del self.fields["publish"]
        if not request.user.has_perm("incidents.declare_licence"):
            del self.fields["licence"], self.fields["redistributable"]
        if was_too_large(request):
            most = f"The file has more than {settings.IMPORT_MAX_MB:,} MB: pack it, or import it in parts."
            self.fields["file"].error_messages["required"] = most

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("format") == RECORDS:
            self._refuse_terms(found)
        if found.get("redistributable") and not found.get("licence"):
            self.add_error("licence", "Name the licence that lets the archive publish the rows.")
        form = FORMATS.get(found.get("format", ""))
        if found.get("publish") and form and form.drafts:
            self.add_error("publish", form.drafts)
        return found

    def _refuse_terms(self, found: dict[str, Any]) -> None:
        for name in ("release", "licence", "redistributable"):
            if found.get(name):
                self.add_error(name, "Records say this of their sources themselves: leave it empty.")

    def clean_mapping(self) -> str:
        """The text of the mapping file, which must make a format."""
        given = self.cleaned_data.get("mapping")
        if self.cleaned_data.get("format") != BY_MAPPING:
            return ""
        if given is None or given.size > LARGEST_MAPPING:
            raise ValidationError("Choose the mapping file, which says in YAML which column is what.")
        return self._checked(given.read())

    def _checked(self, text: bytes) -> str:
        try:
            form = mapped(text)
        except MappingError as error:
            raise ValidationError(error.problems) from error
        if form.redistributable and "licence" not in self.fields:
            raise ValidationError("It declares that the rows may be published: a curator hands it in.")
        return form.mapping

    def _form(self) -> Format | None:
        """The format of the rows; None for records."""
        text = self.cleaned_data["mapping"]
        return mapped(text.encode()) if text else FORMATS.get(self.cleaned_data["format"])

    def _seen(self, path: Path, form: Format | None) -> dict[str, Any]:
        """What is in the file. Raises FileError."""
        by: Any = self.request.user
        if form is None:
            return look_at_records(path, by)
        return look_at(path, form, self.cleaned_data["release"] or None, by)

    def stored(self) -> Upload | None:
        """The upload, once the file was kept and looked at; None where it cannot be read."""
        given = self.cleaned_data
        form = self._form()
        token, path = keep_file(cast(TemporaryUploadedFile, given["file"]))
        try:
            seen = self._seen(path, form)
        except FileError as error:
            throw_away(token)
            self.add_error("file", str(error))
            return None
        chosen = {name: given[name] for name in ("publish", "licence", "redistributable") if name in given}
        columns, sha256, release = (seen.pop(name) for name in ("columns", "sha256", "release"))
        return Upload.objects.create(
            format=form.name if form else RECORDS,
            mapping=given["mapping"],
            file=path.name,
            stored=token,
            size=path.stat().st_size,
            sha256=sha256,
            columns=columns,
            release=release,
            seen=seen,
            by=self.request.user,  # type: ignore[misc]
            **chosen,
        )
