"""Giving a claim that cites a text without a quote the words of the text that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from archive.record import RecordError
from incidents.history import hold, keep, keep_before
from incidents.models import Citation, Incident
from incidents.worksheet.leaving import Sign
from incidents.worksheet.sheet import newest_texts, sheets_of
from incidents.worksheet.suggesting import LOCATOR, QUOTE
from sources.models import Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class NotQuoted(ValueError):
    """Why nothing was quoted, in a whole sentence."""


def quote_words(incident: Incident, source: Source, sign: Sign, claim: int, *, by: User | None) -> None:
    """Let the claim’s citation quote the sentence around a number that it states; a locator of its own stays.

    Raises NotQuoted where the text or the claim says otherwise by now.
    """
    with transaction.atomic():
        hold(incident)
        words = _words(incident, source, sign, claim)
        keep_before(incident)
        citation = _unquoted(incident, source, claim)
        citation.quote, citation.locator = words[QUOTE], citation.locator or words[LOCATOR]
        citation.save(update_fields=["quote", "locator"])
        try:
            keep(incident, by=by, what=f"Claim {claim}: the words of its source quoted.")
        except RecordError as error:
            raise NotQuoted(" ".join(error.problems)) from error


def _words(incident: Incident, source: Source, sign: Sign, claim: int) -> dict[str, str]:
    """The quote and the locator that the sheet offers for the mark."""
    sheet = sheets_of(incident, newest_texts([source.pk])).get(source.pk)
    for one in sheet.open if sheet else ():
        if one.sign == sign and claim in one.unquoted:
            return dict(one.suggestion.citation)
    raise NotQuoted("Nothing was quoted: the text or the claim has changed meanwhile. Look at them again.")


def _unquoted(incident: Incident, source: Source, claim: int) -> Citation:
    same = Citation.objects.filter(claim__incident=incident, claim__number=claim, source=source, quote="")
    return same.order_by("pk")[0]
