"""Sentences that turn to another event than the one that their text is about."""

from __future__ import annotations

import re

#: How a report turns to what happened elsewhere or before: “Hours earlier, four people were killed in …”.
TURNING = re.compile(
    r"\s*(?:(?:a few |several |just )?(?:hours|days|weeks|months) (?:earlier|before)"
    r"|earlier (?:on|that|this|in the|the same)\b[^,.]{0,20}"
    r"|in (?:another|an? (?:separate|similar|earlier|previous|unrelated|different))"
    r" (?:attack|incident|blast|bombing|explosion|shooting)"
    r"|(?:last|the previous) (?:week|month|year))(?=\W)",
    re.IGNORECASE,
)


def turns_elsewhere(sentence: str) -> str:
    """The words by which a sentence turns to another event; empty where it does not."""
    found = TURNING.match(sentence)
    return found[0].strip() if found else ""
