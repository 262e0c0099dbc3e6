"""Words that speak of another time than a text's own, each a pattern."""

from __future__ import annotations

from incidents.proposals.tables.numbers import ONES

#: How many, where that is said.
NUMBERS = {**ONES, "a": 1, "an": 1}
_FEW = r"(?:a few|several|some|many)"
COUNT = rf"(?:{_FEW}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,2}})"
LONG = r"(?:weeks?|months?|years?|decades?)"
#: Before the text's own event, whatever its day.
EARLIER = (
    rf"{COUNT} {LONG} earlier",
    rf"{COUNT} {LONG} (?:before|previously)(?=\s*(?:[,.;:]|$))",
    r"the (?:previous|preceding) (?:week|month|year)",
    rf"(?:in|over|during|within) (?:the )?(?:past|last|recent|previous) (?:\w+ ){{0,2}}{LONG}",
)
#: How a report turns to what happened elsewhere or before: “Hours earlier, four people were killed in …”.
TURNING = (
    rf"(?:(?:a few |several |just |{COUNT} )?(?:hours?|days?|{LONG}) (?:earlier|before)(?= in\b| on\b|,))",
    r"(?:(?:a few |several |just )?(?:hours|days|weeks|months) (?:earlier|before))",
    r"earlier (?:on|that|this|in the|the same)\b[^,.]{0,20}",
    r"in (?:another|an? (?:separate|similar|earlier|previous|unrelated|different))"
    r" (?:attack|incident|blast|bombing|explosion|shooting)",
)
#: Behind these words another event is told of, up to the end of the sentence.
AFTER_ANOTHER = (
    rf"{COUNT} (?:hours?|days?|{LONG}) after (?!(?:the|this|that|it|he|she|they|its|his|being)\b)",
)
#: What a clause with a day tells of, where it is no event of its own: “the mosque, built in 1975”.
LIFE = (
    r"(?:born|built|founded|formed|established|elected|opened|created|banned|outlawed|appointed|joined|signed"
    r"|launched|designated|named|proscribed)"
)
#: What comes of an event long after it.
AFTERMATH = (
    r"\b(?:courts?|sentenc\w+|convict\w+|charg\w+|indict\w+|trials?|arrest\w*|compensat\w+|inquir\w+"
    r"|commission|anniversary|memorial|died of|succumb\w*|tolls?)\b"
)
#: Before a number that is a year.
BEFORE_YEAR = r"\b(?:in|since|of|until|till|early|late|mid|during|between|and|from|to|year)[ -]$"
#: Before a month that stands alone.
BEFORE_MONTH = r"\b(?:in|since|of|last|late|early|during|until|mid)[ -]$"
#: Before “since”: what is compared with all that was after a day.
MOST = r"\b(?:worst|deadliest|bloodiest|biggest|largest|highest|heaviest|first|most)\b"
