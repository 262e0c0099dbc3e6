"""Which names that the archive knows stand in a text, found without loading all names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q

from archive.vocabulary import ActorKind
from incidents.models import Actor, ActorAlias, Place, PlaceName
from incidents.proposals import Name
from incidents.proposals.capitals import short_names
from incidents.worksheet.accounting import Known, spelt
from incidents.worksheet.suggesting import Row
from sources.captures.agencies import AGENCIES, names_of
from sources.likeness import likeness
from sources.models import Publication

#: The longest names have so many words; of a text, the first so many different phrases are looked up.
LONGEST, MOST_PHRASES = 6, 4000
SHORTEST = 3
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: What may stand between two words of one name.
JOINT = re.compile(r"(?=[ \t\u00a0\-‑–'’])[ \t\u00a0]*+[\-‑–'’]?[ \t\u00a0]*+")
ALONE = "no other group or body of the library has these capitals."
TABLES: tuple[tuple[str, Any, str, str], ...] = (
    ("actor", Actor, "pk", "name"),
    ("actor", ActorAlias, "actor", "text"),
    ("place", Place, "pk", "name"),
    ("place", PlaceName, "place", "text"),
)


@dataclass(frozen=True)
class Named:
    """The spellings of actors and places, and the rows that they mean; publications by their spellings."""

    names: tuple[Name, ...]
    rows: Mapping[Known, Row]
    publications: Mapping[str, Row]


def names_in(texts: Iterable[str], actors: Collection[int] = (), places: Collection[int] = ()) -> Named:
    """The archive's names that the texts hold, and all names of these actors and places. Six queries."""
    texts = tuple(texts)
    phrases = _looked_up(texts)
    own = {"actor": actors, "place": places}
    names: dict[Name, None] = {}
    rows: dict[Known, Row] = {}
    for kind, model, link, column in TABLES:
        wanted = Q(likeness__in=list(phrases)) | Q(**{f"{link}__in": list(own[kind])})
        owner = "" if link == "pk" else f"{link}__"
        columns = (f"{owner}pk", f"{owner}key", f"{owner}name", column, "likeness")
        for pk, key, name, words, alike in model.objects.filter(wanted).order_by("pk").values_list(*columns):
            rows[kind, key] = Row(pk, name)
            names |= dict.fromkeys(Name(kind, key, each) for each in {words, *phrases.get(alike, ())})
    for name, row in _by_capitals(texts, {each.words for each in names}):
        names[name], rows[name.kind, name.key] = None, row
    return Named(tuple(names), rows, _publications(phrases))


def _by_capitals(texts: Iterable[str], known: Collection[str]) -> Iterator[tuple[Name, Row]]:
    """The short names of actors whose names nobody else has the capitals of; persons are called by none."""
    wanted = {short for text in texts for short in islice(short_names(text), MOST_PHRASES)} - {*known}
    fitting: dict[str, list[tuple[str, Row]]] = {}
    found = Actor.objects.filter(capitals__in=list(wanted)).exclude(kind=ActorKind.PERSON).order_by("pk")
    for short, pk, key, name in found.values_list("capitals", "pk", "key", "name"):
        fitting.setdefault(short, []).append((key, Row(pk, name)))
    for short, actors in fitting.items():
        if len(actors) == 1:
            ((key, row),) = actors
            yield Name("actor", key, short, f"“{short}” is read as “{row.name}”: {ALONE}"), row


def _publications(phrases: Mapping[str, set[str]]) -> Mapping[str, Row]:
    """By what the texts call them: an agency also where the library knows it by another of its names."""
    agencies = _agencies(phrases)
    found = Publication.objects.filter(likeness__in=[*phrases, *agencies]).order_by("-pk")
    rows = [(Row(pk, name), alike) for pk, name, alike in found.values_list("pk", "name", "likeness")]
    return {
        spelt(words): row
        for called in (agencies, phrases)
        for row, alike in rows
        for words in called.get(alike, ())
    }


def _agencies(phrases: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    """The digests of all names of the agencies that the texts name, each with what the texts call it."""
    found: dict[str, set[str]] = {}
    for words in set().union(*phrases.values()) & AGENCIES.keys():
        for name in names_of(words):
            found.setdefault(likeness(name), set()).add(words)
    return found


def _looked_up(texts: Iterable[str]) -> Mapping[str, set[str]]:
    """The digests of phrases that may be names, each with its spellings in the texts."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for phrase in islice(dict.fromkeys(phrases(text)), MOST_PHRASES):
            found.setdefault(likeness(phrase), set()).add(phrase)
    found.pop("", None)
    return found


def phrases(text: str) -> Iterator[str]:
    """Runs of words that begin as names do: with a capital, or in letters that have none."""
    words = list(WORD.finditer(text))
    for place, first in enumerate(words):
        if not _begins_a_name(first[0]):
            continue
        end = first.end()
        for word in words[place : place + LONGEST]:
            if word is not first and not JOINT.fullmatch(text, end, word.start()):
                break
            end = word.end()
            found = text[first.start() : end]
            if len(found) >= SHORTEST or found in AGENCIES or (len(found) == 2 and found.isupper()):
                yield found


def _begins_a_name(word: str) -> bool:
    return not word[0].islower() and not word[0].isdigit()
