"""The kinds of parameters that filters take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext, gettext_lazy
from django_filters import Filter

from archive.catalogue import KINDS, target_of
from archive.instants import BadInstant, read_instant
from archive.search import BadQuery, parsed
from archive.statistics import BadPeriod, days_of
from archive.vocabulary import Term

#: Larger than any sum of counts, and smaller than any database's largest whole number.
LARGEST = 10**15


class Several:
    """A parameter that can be given several times; any of its values will do."""


class KeysField(forms.Field):
    """Keys of entries that exist."""

    widget = forms.SelectMultiple

    def __init__(self, *, model: type[models.Model], **options: Any) -> None:
        self.model = model
        super().__init__(**options)

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(value or []))

    def clean(self, value: Any) -> list[str]:
        """The keys; for one that was merged into another, that one's. Raises ValidationError."""
        keys: list[str] = super().clean(value)
        known = self.model._default_manager.filter(pk__in=keys).values_list("pk", flat=True)
        unknown = sorted(set(keys) - set(known)) if keys else []
        now = {key: target_of(KINDS.get(self.model, "incidents"), key) for key in unknown}
        if lost := [key for key in unknown if now[key] is None]:
            raise ValidationError([_unknown(key) for key in lost])
        return list(dict.fromkeys(now.get(key) or key for key in keys))


def _unknown(key: str) -> str:
    return gettext("There is none with the key “{key}”.").format(key=key[:100])


def _not_among(words: type[Term]) -> Promise:
    """Refuses a value that is not in the list."""
    listed = ", ".join(words)
    # Django puts the value in the place of %(value)s.
    return format_lazy(gettext_lazy("“{value}” is not one of: {words}."), value="%(value)s", words=listed)


class KeysFilter(Filter, Several):  # type: ignore[misc]
    """Keys of entries: `place=mastung&place=pishin-district`."""

    field_class = KeysField

    def __init__(self, model: type[models.Model], says: str) -> None:
        super().__init__(model=model, label=says)


class WordsFilter(Filter, Several):  # type: ignore[misc]
    """Words of a closed list."""

    field_class = forms.MultipleChoiceField

    def __init__(self, words: type[Term], says: str) -> None:
        self.words = words
        super().__init__(
            choices=words.choices(), label=says, error_messages={"invalid_choice": _not_among(words)}
        )


class TextsField(forms.Field):
    """Short texts, each taken as it is."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(value or []))


class LanguagesFilter(Filter, Several):  # type: ignore[misc]
    """Languages: `language=en&language=ur`."""

    field_class = TextsField

    def __init__(self, says: str) -> None:
        super().__init__(label=says)


class WordFilter(Filter):  # type: ignore[misc]
    """One word of a closed list; without a default it can be left out."""

    field_class = forms.TypedChoiceField

    def __init__(self, words: type[Term], says: str, default: Term | None = None) -> None:
        self.words, self.default = words, default
        super().__init__(
            choices=words.choices(),
            coerce=words,
            empty_value=default,
            label=says,
            error_messages={"invalid_choice": _not_among(words)},
        )


class NumberFilter(Filter):  # type: ignore[misc]
    """A whole number from 0."""

    field_class = forms.IntegerField

    def __init__(self, says: str) -> None:
        refusal = {
            "invalid": gettext_lazy("Give a whole number."),
            "max_value": format_lazy(gettext_lazy("Give a number up to {number}."), number=LARGEST),
        }
        super().__init__(min_value=0, max_value=LARGEST, label=says, error_messages=refusal)


class ReadField(forms.CharField):
    """A text that a rule reads: `read` raises `bad`, whose message says what to write instead."""

    def __init__(self, *, read: Callable[[str], Any], bad: type[Exception], **options: Any) -> None:
        self.read, self.bad = read, bad
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """What was read; nothing where nothing is asked for. Raises ValidationError."""
        text: str = super().clean(value)
        try:
            return self.read(text) if text else None
        except self.bad as bad:
            raise ValidationError(str(bad)) from bad


class ReadFilter(Filter):  # type: ignore[misc]
    """A parameter that such a rule reads."""

    field_class = ReadField
    read: ClassVar[Any]
    bad: ClassVar[type[Exception]]

    def __init__(self, says: str, **options: Any) -> None:
        super().__init__(read=self.read, bad=self.bad, label=says, **options)


class PeriodFilter(ReadFilter):
    """A year, month, week or day, as its first and last day: `2024`, `2024-02`, `2024-W06`, `2024-02-07`."""

    read, bad = staticmethod(days_of), BadPeriod


class DayFilter(Filter):  # type: ignore[misc]
    """A day: `2024-02-07`."""

    field_class = forms.DateField

    def __init__(self, says: str) -> None:
        refusal = {"invalid": gettext_lazy("Give a day as 2024-02-07.")}
        super().__init__(input_formats=["%Y-%m-%d"], label=says, error_messages=refusal)


class InstantFilter(ReadFilter):
    """A day, or a moment, in UTC: `2024-02-07T18:30:00Z`."""

    read, bad = staticmethod(read_instant), BadInstant


class QueryFilter(ReadFilter):
    """Words, “phrases” and -exclusions."""

    read, bad = staticmethod(parsed), BadQuery

    def __init__(self, says: str) -> None:
        super().__init__(says, strip=False)


class FlagFilter(Filter):  # type: ignore[misc]
    """1 or true; 0 or false."""

    field_class = forms.TypedChoiceField
    VALUES = {"1": True, "true": True, "0": False, "false": False}

    def __init__(self, says: str) -> None:
        super().__init__(
            choices=[(value, value) for value in self.VALUES],
            coerce=self.VALUES.__getitem__,
            empty_value=False,
            label=says,
            error_messages={"invalid_choice": gettext_lazy("Give 1 or 0.")},
        )
