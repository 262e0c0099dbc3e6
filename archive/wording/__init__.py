"""The record's values in plain words, the same on pages, in findings and in files."""

from archive.wording.counts import (
    count_text,
    figure_text,
    number_text,
    open_text,
    quantity_text,
    range_text,
    span_text,
    stated_text,
)
from archive.wording.languages import language_name
from archive.wording.lists import listed, listed_out, numbered, one_claim
from archive.wording.moments import date_text, short_date, time_text
from archive.wording.names import name_in_language
from archive.wording.reasons import figure_reason
from archive.wording.rules import rule_sentence
from archive.wording.sources import source_labels, source_title

__all__ = [
    "count_text",
    "date_text",
    "figure_reason",
    "figure_text",
    "language_name",
    "listed",
    "listed_out",
    "name_in_language",
    "number_text",
    "numbered",
    "one_claim",
    "open_text",
    "quantity_text",
    "range_text",
    "rule_sentence",
    "short_date",
    "source_labels",
    "source_title",
    "span_text",
    "stated_text",
    "time_text",
]
