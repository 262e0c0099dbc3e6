"""Columns that hold the record's kinds of text, under the record's own rules.

A value typed into a form is tidied (spaces, composed characters) and refused exactly as in a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from pydantic import TypeAdapter
from pydantic import ValidationError as RecordValidationError
from pydantic_core import ErrorDetails

from archive.dates import DateError, bounds
from archive.record import Clock, Edtf, Key, Label, Language, Line, Prose, Url

if TYPE_CHECKING:
    Chars = models.CharField[str, str]
    Text = models.TextField[str, str]
    Days = models.DateField[Any, Any]
else:
    Chars, Text, Days = models.CharField, models.TextField, models.DateField

#: Plain words for the patterns whose own message would show a regular expression.
PATTERN_WORDS: dict[str, str] = {
    "KeyField": "Use small letters, digits and single hyphens, such as “pishin-district”.",
    "LanguageField": "Give a language code, such as “en”, “ur” or “zh-Hant”.",
    "AddressField": "Give a whole web address that begins with http:// or https:// and holds no spaces.",
    "ClockField": "Give the time as hours and minutes, such as 09:05 or 23:59.",
}


def plain_words(detail: ErrorDetails) -> str:
    """What one of the record's rules says, for the person at the form."""
    if detail["type"] == "string_too_long":
        return f"Shorten this to at most {detail['ctx']['max_length']} characters."
    if detail["type"] == "less_than_equal":
        return f"Give at most {detail['ctx']['le']:,}."
    if detail["type"] == "greater_than_equal":
        return f"Give at least {detail['ctx']['ge']:,}."
    return detail["msg"].removeprefix("Value error, ")


class Kept:
    """A column whose values fit one of the record's kinds of text."""

    kind: TypeAdapter[str]

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        value = super().clean(value, model_instance)  # type: ignore[misc]
        return self._fitted(value) if value else value

    def _fitted(self, value: str) -> str:
        try:
            return self.kind.validate_python(value)
        except RecordValidationError as error:
            raise ValidationError(self._words(error.errors()[0])) from error

    def _words(self, detail: ErrorDetails) -> str:
        if detail["type"] == "string_pattern_mismatch":
            return PATTERN_WORDS[type(self).__name__]
        return plain_words(detail)


class LineField(Kept, Chars):
    """One line of text; empty where there is nothing to say."""

    kind = TypeAdapter(Line)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 2000} | options))


class LabelField(Kept, Chars):
    """A short line: a name or a title."""

    kind = TypeAdapter(Label)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 300} | options))


class KeyField(Kept, Chars):
    """A readable, permanent, public key."""

    kind = TypeAdapter(Key)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 100} | options))


class LanguageField(Kept, Chars):
    """A language code (BCP 47)."""

    kind = TypeAdapter(Language)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 35} | options))


class AddressField(Kept, Chars):
    """A web address."""

    kind = TypeAdapter(Url)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 2000} | options))


class ClockField(Kept, Chars):
    """A time of day, as hours and minutes."""

    kind = TypeAdapter(Clock)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 5} | options))


class EdtfField(Kept, Chars):
    """A date as the source gives it, in EDTF."""

    kind = TypeAdapter(Edtf)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 300} | options))


class ProseInput(forms.CharField):
    """Prose as typed: browsers send the end of a line as two characters, and a record holds one."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if text else text


class ProseField(Kept, Text):
    """Text of any number of lines."""

    kind = TypeAdapter(Prose)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 20_000} | options))

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**({"form_class": ProseInput} | options))


class BoundField(Days):
    """The `earliest` or `latest` day that an EDTF column can mean; empty where that end is open or unknown.

    Derived whenever a row is written (`save` and `bulk_create` alike), never typed.
    """

    def __init__(self, *args: Any, of: str, side: str, **options: Any) -> None:
        self.of, self.side = of, side
        super().__init__(*args, **(options | {"null": True, "editable": False}))

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of, "side": self.side}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The day to write. Raises ValidationError where the EDTF text cannot be read."""
        text = getattr(model_instance, self.of)
        try:
            day = getattr(bounds(text), self.side) if text else None
        except DateError as error:
            raise ValidationError({self.of: str(error)}) from error
        setattr(model_instance, self.attname, day)
        return day
