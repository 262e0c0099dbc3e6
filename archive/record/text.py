"""The kinds of text and number that a record is made of."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from archive.dates import bounds

LARGEST_COUNT = 100_000_000


def _plain(text: str) -> str:
    """Composed characters (NFC); no control or format-breaking characters but line feeds."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    for character in text:
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cs"):
            raise ValueError(f"contains the control character U+{ord(character):04X}: remove it")
    return text


def _edtf(text: str) -> str:
    bounds(text)
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("must be one line")
    return text


def _within(limit: int) -> AfterValidator:
    """No more characters than the desk's columns hold, counted when they have been composed."""

    def check(text: str) -> str:
        if len(text) > limit:
            raise ValueError(f"has {len(text):,} characters: shorten it to {limit:,}")
        return text

    return AfterValidator(check)


Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_plain),
    _within(20_000),
    Field(json_schema_extra={"maxLength": 20_000}),
]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_plain),
    AfterValidator(_one_line),
    _within(2_000),
    Field(json_schema_extra={"maxLength": 2_000}),
]
Label = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_plain),
    AfterValidator(_one_line),
    _within(300),
    Field(json_schema_extra={"maxLength": 300}),
]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Edtf = Annotated[Label, AfterValidator(_edtf)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
Url = Annotated[Line, StringConstraints(pattern=r"^https?://[^\s\"<>\\^`{|}]+$", max_length=2_000)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Count = Annotated[int, Field(ge=0, le=LARGEST_COUNT)]
#: A sum of counts.
Total = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=1, le=1_000_000)]
