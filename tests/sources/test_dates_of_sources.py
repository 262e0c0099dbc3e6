"""The days that a source's date can mean are kept beside it, however the row is written."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sources.models import Source

pytestmark = pytest.mark.django_db


def article(published: str, key: str = "text") -> Source:
    return Source(key=key, kind="article", title="A text", published=published)


@pytest.mark.parametrize(
    ("published", "earliest", "latest"),
    [
        ("2024-02-07", date(2024, 2, 7), date(2024, 2, 7)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("[2024-02-07,2024-02-08]", date(2024, 2, 7), date(2024, 2, 8)),
        ("2026/..", date(2026, 1, 1), None),
        ("", None, None),
    ],
)
def test_a_saved_date_is_kept_with_its_earliest_and_latest_day(
    published: str, earliest: date | None, latest: date | None
) -> None:
    article(published).save()
    source = Source.objects.get()

    assert (source.published_earliest, source.published_latest) == (earliest, latest)


def test_a_changed_date_changes_its_days() -> None:
    source = article("2024")
    source.save()
    source.published = "2018-07-13"
    source.save()

    assert Source.objects.get().published_latest == date(2018, 7, 13)


def test_rows_written_together_have_their_days_too() -> None:
    Source.objects.bulk_create([article("2024", "one"), article("2025", "two")])

    assert [source.published_earliest for source in Source.objects.all()] == [
        date(2024, 1, 1),
        date(2025, 1, 1),
    ]


def test_a_date_that_cannot_be_read_is_refused_on_saving() -> None:
    with pytest.raises(ValidationError, match="is not a date the archive can read"):
        article("yesterday").save()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("key", "A Key", "small letters"),
        ("url", "example.org", "whole web address"),
        ("language", "English", "language code"),
        ("title", "Two\nlines", "one line"),
        ("note", "A bell \x07", "control character"),
        ("published", "07.02.2024", "not a date the archive can read"),
    ],
)
def test_a_wrong_value_is_refused_in_plain_words(field: str, value: str, words: str) -> None:
    source = article("2024")
    setattr(source, field, value)

    with pytest.raises(ValidationError) as caught:
        source.full_clean()
    assert words in " ".join(caught.value.message_dict[field])
