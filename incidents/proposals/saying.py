"""Who says it: “police said”, “according to a hospital official”, “a spokesman told AFP”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.vocabulary import ClaimantKind
from incidents.proposals.tables.speakers import AGENCIES, KINDS, NOBODY, PUTTING, SAYING
from incidents.proposals.tables.things import WEEKDAYS

VERBS = "|".join(sorted((*SAYING, *PUTTING), key=len, reverse=True))
AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
SAID = re.compile(rf"(?<![\w-])(?:{VERBS})(?![\w-])(?! (?:to|killed|dead|wounded|injured|shot|kidnapped)\b)")
#: Not a verb of saying: “claimed responsibility”, “claimed 13 lives”, “is reported”, “number of reported”.
OTHERWISE = re.compile(
    r"claim(?:s|ed)(?!\s+(?:that|it|they|to have)\b)"
    r"|re(?:corded|ported|ports)\s+(?:no\b|from)"
)
HELPED = re.compile(r"\b(?:was|were|been|being|is|are|be|by|had|to|of|who|which)\s*$")
ACCORDING = re.compile(r"\b(?:according to|as per)\s+", re.IGNORECASE)
VIA = re.compile(
    rf"\b(?:told|tells|quoted by|[Aa]ccording to|reported by|cited by)\s+({AGENCY})\b"
    rf"|\b({AGENCY})(?:\s+news agency)?\s+(?:reported|said|reports|says)\b"
)
BOUNDARY = re.compile(
    r"[“”\"':;()–—]|,|\b(?i:and|but|while|that|as|when|because|where|after|although|though|whereas)\b"
)
ASIDE = re.compile(r"^(?:who|which|whose|speaking|quoting|citing|on|in)\b")
#: When, where and how it was said: it ends what is said of who.
MANNER = (
    rf"(?:(?:\s+late|\s+early)?\s+on\s+(?:{'|'.join(WEEKDAYS)})|\s+in\s+a\s+(?:statement|message|tweet|post|report)"
    r"|\s+by\s+(?:phone|telephone)|\s+(?:a\s+)?(?:reporters|journalists)|\s+a\s+news\s+conference"
    rf"|\s+(?:the\s+)?(?:{AGENCY})(?:\s+news\s+agency)?|\s+via\s+\w+|\s+on\s+condition\s+of\s+anonymity|\s+separately)*"
)
REST = re.compile(rf"{MANNER}\s*(?P<sign>[.,;:”\"]|$)", re.IGNORECASE)
HEAD = re.compile(r"^((?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,3}): ")
TAIL = re.compile(r"(?::| -|- | –)\s*([^\W\d][\w’' -]{2,40})\.?$")
#: What is told, and so names nobody who tells it.
TOLD = re.compile(r"\d|\b(?:kill|wound|injur|dead\b|die|hurt|blast|bomb|attack)", re.IGNORECASE)
INVERTED = re.compile(r"[,”\"]\s*$")
#: What is set beside a name: “, a spokesman for the hospital”.
BESIDE = re.compile(r",\s+(?:an?\s|the\s)?[a-z][^,.;“”]*(?=[,.;“”]|$)")
ADVERB = re.compile(r"\s+(?:later|also|earlier|then|there|has|have|yesterday|today)\s*$")
#: The verbs that may stand before the one who speaks.
TURNED = frozenset(("said", "says", "added", "adds", "confirmed", "claimed", "insisted", "stated"))
LONGEST = 14
#: An article, or the running mark that an agency puts before a headline.
BEFORE_NAME = re.compile(
    r"^(?:UPDATE \d+-|FOCUS ?- ?|\d\w\w LD[^:]{0,20}: )?(?:(?:a|an|the)\s+)?", re.IGNORECASE
)
ENDS = re.compile(
    rf"(?:,\s+(?:adding|who|which|but|and|while|referring|citing)|;|[“”\"]|\.$|{MANNER}\s*(?:[,.]|$)"
    r"|\s+(?:after|when|while|as|on|in a|at a)\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Speaker:
    """Who says what stands from one place of a sentence to another.

    `start` and `end` are the places of the words that name them.
    """

    start: int
    end: int
    words: str
    kind: ClaimantKind
    from_: int
    to: int


def credited(sentence: str) -> str:
    """The agency that a sentence credits, in its words, or nothing."""
    found = VIA.search(sentence)
    return (found[1] or found[2]) if found else ""


def speakers(sentence: str) -> Sequence[Speaker]:
    """Who speaks in a sentence, and over which part of it; places are of the sentence."""
    found = sorted(
        {(one.start, one.end): one for one in _found(sentence)}.values(), key=lambda one: one.start
    )
    return [one for one in found if one.words and not re.fullmatch(AGENCY, one.words)]


def speaker_at(found: Sequence[Speaker], at: int) -> Speaker | None:
    """Who says what stands at a place: the nearest of those over whose part it is."""
    over = [one for one in found if one.from_ <= at < one.to]
    return min(over, key=lambda one: abs(one.start - at), default=None)


def _found(sentence: str) -> Iterator[Speaker]:
    for said in SAID.finditer(sentence):
        if not OTHERWISE.match(sentence, said.start()) and not HELPED.search(sentence, 0, said.start()):
            yield from _around(sentence, said)
    for according in ACCORDING.finditer(sentence):
        start, end = _behind(sentence, according.end(), is_first=not sentence[: according.start()].strip())
        if sentence[start:end].split(" ")[0].lower() not in NOBODY:
            yield _speaker(sentence, start, end, 0, len(sentence))
    yield from _in_headline(sentence)


def _around(sentence: str, said: re.Match[str]) -> Iterator[Speaker]:
    """Who is named before the verb; or, where it follows on what was said, behind it."""
    is_turned = said[0] in TURNED and INVERTED.search(sentence[: said.start()])
    if is_turned and not REST.match(sentence, said.end()):
        start, end = _behind(sentence, said.end())
        if not _is_apposed(sentence, said.start()) or sentence[start:end][:1].isupper():
            yield _speaker(sentence, start, end, 0, len(sentence))
            return
    start = _begin(sentence, said.start())
    end = len(ADVERB.sub("", sentence[: said.start()].rstrip(" ,")).rstrip(" ,"))
    rest = REST.match(sentence, said.end())
    if start >= end:
        return
    if rest and start > 2:
        to = len(sentence) if re.match(r"[,\s]*adding", sentence[rest.end() :]) else said.start()
        yield _speaker(sentence, start, end, 0, to)
    else:
        yield _speaker(sentence, start, end, start, len(sentence))


def _is_apposed(sentence: str, at: int) -> bool:
    """Whether a verb behind a comma has its speaker before it: “Musa Ibrahim, a resident, said”."""
    found = re.search(r",([^,“”\"]+),\s*$", sentence[:at])
    return bool(found and not TOLD.search(found[1]))


def _begin(sentence: str, before: int) -> int:
    """Where the words for a speaker begin that stand before a verb; the verb’s place if there are none."""
    left = ADVERB.sub("", sentence[:before].rstrip())
    apposed = left.endswith(",")
    left = left.rstrip(",").rstrip()
    bounds = [found for found in BOUNDARY.finditer(left) if not _is_within(left, found)]
    if apposed and bounds and bounds[-1][0] == ",":
        bounds = bounds[:-1]
    start = bounds[-1].end() if bounds else 0
    start += len(left) - start - len(left[start:].lstrip())
    words = left[start:].split()
    names_nobody = not words or words[0].lower() in NOBODY or len(words) > LONGEST
    return before if names_nobody else start


def _is_within(left: str, found: re.Match[str]) -> bool:
    """Whether an apostrophe stands within a word, or “and” between two small words for one speaker."""
    if found[0] == "'":
        return True
    return found[0] == "and" and bool(re.search(r"(?:Rescue|Interior|Information)\s$", left[: found.start()]))


def _behind(sentence: str, at: int, *, is_first: bool = False) -> tuple[int, int]:
    """Where the words for a speaker begin and end that stand behind a verb, with what is beside a name."""
    start = at + len(sentence[at:]) - len(sentence[at:].lstrip())
    found = ENDS.search(sentence, start)
    end = found.start() if found else len(sentence)
    aside = BESIDE.match(sentence, end)
    if (
        aside
        and not is_first
        and sentence[start:end][:1].isupper()
        and not ASIDE.match(aside[0].lstrip(", "))
    ):
        end = aside.end()
    return start, len(sentence[:end].rstrip(" .,"))


def _in_headline(sentence: str) -> Iterator[Speaker]:
    """“Car bomb kills 11: police”, “Official: bomb kills 3”."""
    for form in (TAIL, HEAD):
        found = form.search(sentence)
        if found and _kind(found[1]) is not ClaimantKind.UNSTATED and not TOLD.search(found[1]):
            yield _speaker(sentence, found.start(1), found.end(1), 0, len(sentence))
            return


def _speaker(sentence: str, start: int, end: int, from_: int, to: int) -> Speaker:
    words = re.sub(r",\s+who\b.*$", "", sentence[start:end])
    name = BEFORE_NAME.sub("", words)
    start += len(words) - len(name)
    return Speaker(start, start + len(name), name, _kind(name), from_, to)


def _kind(words: str) -> ClaimantKind:
    """The kind of the first word that tells one; a party's spokesman is of the party."""
    said = list(re.findall(r"[\w’'-]+", words.lower()))
    for kind, known in KINDS.items():
        if any(word in known or word.removesuffix("'s").removesuffix("’s") in known for word in said):
            return kind
    return ClaimantKind.UNSTATED
