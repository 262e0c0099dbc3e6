"""What plain words say of a source: all of it is a guess."""

from __future__ import annotations

from datetime import UTC, datetime

from archive.vocabulary import SourceKind
from incidents.adding.composing import filled, issued, new_key, rests_of
from incidents.adding.matching import named
from incidents.adding.plain import read_words
from incidents.adding.suggestion import Suggestion

WHENCE = "your words"


def by_words(text: str) -> Suggestion:
    """What the words say; a long text is taken for the source's own."""
    words = read_words(text)
    issuer = named(words.names)
    values = filled(
        {
            "kind": SourceKind.ARTICLE if words.title and issuer else SourceKind.REPORT,
            "title": words.title,
            "description": words.description,
            "published": words.published,
            "url": words.address,
        }
    )
    rests, strangers = rests_of(words.text, issuer)
    read = [*values, *(["publication"] if issuer else [])]
    return Suggestion(
        values | {"key": new_key(values, issuer)} | issued(issuer),
        whence={name: WHENCE for name in read if name != "kind"},
        text=words.text,
        media_type="text/plain",
        at=datetime.now(UTC).isoformat(),
        rests=rests,
        strangers=strangers,
    ).fitting()
