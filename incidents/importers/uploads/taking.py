"""How a file that was handed in is imported: as the rows of a dataset, or as whole records."""

from __future__ import annotations

from incidents.importers.parsing.format import Format
from incidents.importers.reading import FileError
from incidents.importers.running.forms import form_of
from incidents.importers.running.plan import Terms, dataset_of
from incidents.importers.running.records import LABEL, is_records
from incidents.importers.running.run import Taking, import_records, rows_of
from incidents.models import Dataset, Upload


def taking(upload: Upload) -> Taking:
    """Raises FileError where its format is known no more."""
    return import_records if is_records(upload) else rows_of(_form(upload))


def dataset_for(upload: Upload) -> Dataset | None:
    """The dataset whose rows it holds, on the terms declared with it; none of records. Raises FileError."""
    return None if is_records(upload) else dataset_of(_form(upload), terms_of(upload))


def terms_of(upload: Upload) -> Terms | None:
    return Terms(upload.licence, upload.redistributable) if upload.licence else None


def is_known(upload: Upload) -> bool:
    """Whether the archive still has a way to read its format."""
    return is_records(upload) or form_of(upload) is not None


def label_of(upload: Upload) -> str:
    """What the desk calls its format."""
    if is_records(upload):
        return LABEL
    form = form_of(upload)
    return form.label if form else upload.format


def _form(upload: Upload) -> Format:
    form = form_of(upload)
    if form is None:
        raise FileError(f"{upload.file}: its format “{upload.format}” is known no more; hand it in again")
    return form
