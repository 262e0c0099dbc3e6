"""Whom a report rests on, by its own words: “according to AFP”, “told Reuters”, “(AP) –”. Pure.

Each rule is a pattern of English reports around a name. A name is certain where it is a known agency's or the
words call it a newspaper, an agency or the like; another counts only where the library has its publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.vocabulary import Reliance
from sources.captures.agencies import AGENCIES, names_of

#: Characters of a text that are read.
READ = 200_000
#: So many leads are given of one text.
MOST = 40
#: Characters that are shown on either side of the words.
AROUND = 60

#: A name as print has it: up to five words that begin with capitals, small words between them.
_WORD = r"[A-ZÀ-Þ](?:[\w’'\-/&]|\.(?=\w)){0,40}+"
_NAME = rf"(?<!\w)(?:the |The )?(?:dpa|{_WORD}(?: (?:of |for )?{_WORD}){{0,4}})"
_AGENCY = rf"(?<!\w)(?P<name>{'|'.join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))})(?!\w)"
#: What may stand behind a name: “the Associated Press (AP)”.
_SHORT = r"(?: \([A-Z]{2,6}\))?"
_KIND = (
    r"(?:news ?paper|daily|weekly|magazine|wire service|broadcaster|outlet|website"
    r"|(?:state |official |private |national )?news (?:agency|outlet|website|site|channel|service)"
    r"|(?:tv|television|radio) (?:channel|station|network))"
)
_KIND_AFTER = r"(?:news ?paper|news agency|daily|television|tv|TV|radio|news channel)"
_A = r"(?:the (?:[a-z]\w{1,20}['’]s )?|a |an |its |their |local |private |[A-Z][a-z]{2,20} (?=news )){0,2}"
_REPORT = r"(?:reports?|stor(?:y|ies)|articles?|figures|data)"
_DASH = r"[-–—]"
_MORE = r"\b[Ww]ith (?:\w{2,12} ){0,2}(?:inputs?|reporting|information)|\b[Aa]dditional (?:inputs?|reporting)"
_TOLD = (
    r"\b(?:told|informed|said to|spoke to|[Ss]peaking (?:to|with)|[Tt]alking to"
    r"|[Ii]n an? (?:\w{2,12} ){0,2}(?:interview|statement|e-?mail|message|call|letter|text)"
    r" (?:sent |given |made )?(?:with|to))"
)
_ACCORDING = r"\b(?:[Aa]ccording to|[Aa]s per)"
_GIVEN = r"(?:carried|published|released|issued|circulated|distributed)"
_GAVE = r"contributed to this (?:report|story|article)"
_SAID = (
    r"(?:reported|reports|has reported|had reported|said|says|quoted|published|wrote|has learned|has seen)"
)
#: Who of an agency was there.
_ITS = r"(?:correspondents?|reporters?|journalists?|photographers?|witness(?:es)?|team)"
_SAW = r"(?:said|says|saw|heard|counted|reported|reports|described)"
#: What a name is that “television” or “radio” behind it makes no name of.
_NOBODY = (
    r"(?!(?:The |the )?(?:State|Local|Private|Public|National|Official|Provincial|Regional|Government)\b)"
)


@dataclass(frozen=True)
class Rule:
    """How a report rests on the `name` in a pattern; `certain` where its words say what that is."""

    how: Reliance
    pattern: re.Pattern[str]
    certain: bool = False


@dataclass(frozen=True)
class Lead:
    """Whom a text seems to rest on. `words` are those it was read from, at `start` of the text."""

    how: Reliance
    name: str
    names: Sequence[str]
    certain: bool
    words: str
    start: int


def _rule(how: Reliance, text: str, certain: bool = False) -> Rule:
    return Rule(how, re.compile(text.replace("NAME", f"(?P<name>{_NAME})"), re.MULTILINE), certain)


RULES: Sequence[Rule] = (
    # ISLAMABAD (AFP) –; QUETTA, Pakistan, July 13 (Reuters) -
    _rule(Reliance.SYNDICATES, rf"\(NAME\)\s{{0,3}}{_DASH}"),
    _rule(Reliance.SYNDICATES, r"^[A-Z][A-Z ,]{2,60}[^\n(]{0,40}\(NAME\)"),
    # The end of a report or of a paragraph: — AFP
    _rule(Reliance.SYNDICATES, rf"(?:[.”\"’]\s?|^){_DASH}{{1,2}} ?NAME\.?\s{{0,3}}$"),
    # The end of a report: (ANI)
    _rule(Reliance.SYNDICATES, rf"[.”\"’] ?\({_AGENCY}\)\s{{0,3}}$"),
    _rule(Reliance.CREDITS, rf"(?:{_MORE}) (?:from|by) NAME"),
    _rule(Reliance.CREDITS, r"\b[Ww]ith NAME inputs?\b"),
    _rule(Reliance.CREDITS, rf"NAME (?:also )?{_GAVE}"),
    _rule(Reliance.CREDITS, rf"NAME and {_NAME} (?:also )?{_GAVE}"),
    _rule(Reliance.CREDITS, r"\b(?:[Ss]ource|[Aa]gency): NAME"),
    _rule(Reliance.SUMMARISES, rf"\b(?:[Tt]he|[Aa]|[Ll]ocal|[Pp]rivate) {_KIND},? NAME,? {_SAID}", True),
    _rule(Reliance.SUMMARISES, rf"{_NOBODY}NAME {_KIND_AFTER},? {_SAID}", True),
    _rule(Reliance.QUOTES, rf"{_TOLD} {_A}{_KIND} NAME", True),
    _rule(Reliance.QUOTES, rf"{_TOLD} NAME"),
    _rule(Reliance.QUOTES, rf"{_TOLD} {_NAME} and NAME"),
    _rule(Reliance.QUOTES, rf"\b(?:quoted by|cited by|quoting|citing) {_A}(?:{_KIND} )?NAME"),
    _rule(Reliance.QUOTES, rf"\b{_GIVEN} (?:by|via|through|on) {_A}(?:{_KIND} )?NAME"),
    _rule(Reliance.SUMMARISES, rf"{_ACCORDING} {_A}{_KIND} NAME", True),
    _rule(Reliance.SUMMARISES, rf"{_ACCORDING} (?:{_A}{_REPORT} (?:by|from|in|of) )?NAME"),
    _rule(Reliance.SUMMARISES, rf"\b{_REPORT} (?:published |carried )?(?:by|in|from) NAME {_SAID}"),
    _rule(Reliance.SUMMARISES, rf"\breported (?:by|in) {_A}(?:{_KIND} )?NAME"),
    _rule(Reliance.SUMMARISES, r",[”\"]? (?:reported|reports) NAME[.,]"),
    _rule(Reliance.SUMMARISES, rf"NAME{_SHORT} (?:has |had )?(?:reported|reports)\b"),
    _rule(Reliance.SUMMARISES, rf"{_AGENCY}{_SHORT} {_SAID}\b"),
    _rule(Reliance.SUMMARISES, rf"{_AGENCY}(?:['’]s)? {_ITS} (?:[\w'’-]{{1,20}} ){{0,5}}{_SAW}\b"),
    # Khaama Press, citing a local official, reports two dead.
    _rule(Reliance.SUMMARISES, rf"NAME{_SHORT}, (?:citing|quoting) [^.,;\n]{{3,60}}, {_SAID}\b"),
)


def leads(text: str) -> tuple[Lead, ...]:
    """Whom the text seems to rest on, in its order: each name once, by the first rule that reads it."""
    found: list[tuple[Lead, range]] = []
    for lead, span in _read(text[:READ]):
        if not any(_is_same(lead, span, *other) for other in found):
            found.append((lead, span))
        if len(found) == MOST:
            break
    return tuple(sorted((lead for lead, _ in found), key=lambda lead: lead.start))


def _read(text: str) -> Iterator[tuple[Lead, range]]:
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            yield _lead(rule, match), range(*match.span("name"))


def _is_same(lead: Lead, span: range, other: Lead, others: range) -> bool:
    """Whether both are of one name, or of the same words of the text."""
    return lead.names == other.names or max(span[0], others[0]) <= min(span[-1], others[-1])


def _lead(rule: Rule, match: re.Match[str]) -> Lead:
    name = _name(match["name"])
    certain = rule.certain or name in AGENCIES
    return Lead(rule.how, name, names_of(name), certain, _around(match), match.start())


def _name(words: str) -> str:
    """The name without the article and what ends it."""
    words = re.sub(r"^[Tt]he ", "", words).rstrip(".,’'-/&")
    words = re.split(r"[’']s ", words)[-1].removesuffix("’s").removesuffix("'s")
    return next((name for name in _shorter(words) if name in AGENCIES), words)


def _shorter(words: str) -> Iterator[str]:
    """The name, and what it begins with: “Reuters Friday” is Reuters."""
    parts = words.split(" ")
    return (" ".join(parts[:end]) for end in range(len(parts), 0, -1))


def _around(match: re.Match[str]) -> str:
    """The words with some whole words that stand around them in their lines."""
    text, begin, end = match.string, match.start(), match.end()
    before = text[max(begin - AROUND, 0) : begin].rpartition("\n")
    after = text[end : end + AROUND].partition("\n")
    is_cut = begin > AROUND and not before[1]
    is_cut_after = end + AROUND < len(text) and not after[1]
    first = f"…{before[2].partition(' ')[2]}" if is_cut else before[2]
    last = f"{after[0].rpartition(' ')[0]}…" if is_cut_after else after[0]
    return " ".join(f"{first}{match[0]}{last}".split())
