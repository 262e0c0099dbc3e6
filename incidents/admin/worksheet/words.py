"""What the worksheet's script is told of each proposal and each open mark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incidents.worksheet.sheet import Sheet
from incidents.worksheet.suggesting import VIA, Suggestion

#: How the form calls the columns of its one citation.
CITATION = "citations-0-"


def offers_for_script(sheet: Sheet) -> list[Mapping[str, Any]]:
    """Proposals that no claim carries yet, and open marks without one, each by the name of its link."""
    offers = [(each.name, each.suggestion) for each in sheet.offers if not each.entered]
    marks = [(each.name, each.suggestion) for each in sheet.open if each.offer is None]
    return [_told(name, suggestion) for name, suggestion in [*offers, *marks]]


def _told(name: str, suggestion: Suggestion) -> Mapping[str, Any]:
    cited = {f"{CITATION}{column}": value for column, value in suggestion.citation.items()}
    return {
        "name": name,
        "start": suggestion.span.start,
        "end": suggestion.span.end,
        "fields": {**suggestion.claim, **cited},
        "names": {**suggestion.names, f"{CITATION}{VIA}": suggestion.names.get(VIA)},
        "why": suggestion.why,
    }
