"""What a form showed when it was opened: signed, in a hidden field, and sent back with the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db.models import Model

from incidents.meeting import Sheet

#: The name of the hidden field.
OPENED = "opened"


@dataclass(frozen=True)
class Opened:
    """A sheet, and the number of the newest snapshot at that time (0 where there was none)."""

    sheet: Sheet
    snapshot: int


def sign(row: Model, opened: Opened) -> str:
    return signing.dumps([opened.snapshot, opened.sheet], salt=_salt(row), compress=True)


def read(row: Model, text: str) -> Opened:
    """Raises signing.BadSignature where the text was not signed here, or for another page."""
    snapshot, sheet = signing.loads(text, salt=_salt(row))
    return Opened(_with_tuples(sheet), snapshot)


def _salt(row: Model) -> str:
    return f"desk.opened.{row._meta.label_lower}.{row.pk}"


def _with_tuples(sheet: Any) -> Sheet:
    """JSON has lists where a sheet has several values of one field."""
    return {
        group: {
            row: {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
            for row, values in rows.items()
        }
        for group, rows in sheet.items()
    }
