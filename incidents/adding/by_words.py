"""What plain words say of a source: all of it is a guess."""

from __future__ import annotations

from datetime import UTC, datetime

from archive.vocabulary import SourceKind
from incidents.adding.composing import filled, issued, lacking, new_key, rests_of
from incidents.adding.issuers import Issuer, issuer_for, kinds_at
from incidents.adding.matching import issuer_of, named
from incidents.adding.plain import Words, read_words
from incidents.adding.suggestion import Suggestion
from sources.likeness import folded
from sources.models import Publication

WHENCE = "your words"


def by_words(text: str, address: str = "") -> Suggestion:
    """What the words say, and the address beside them; a long text is taken for the source's own."""
    words = read_words(text)
    address = address or words.address
    issuer, where = _issuer(words, "" if words.text else address)
    values = _values(words, address, issuer)
    rests, strangers = rests_of(words.text, issuer)
    return Suggestion(
        values | {"key": new_key(values, issuer)} | issued(issuer),
        issuer=lacking(issuer),
        whence={name: WHENCE for name in values if name != "kind"} | where,
        text=words.text,
        media_type="text/plain",
        at=datetime.now(UTC).isoformat(),
        rests=rests,
        strangers=strangers,
    ).fitting()


def _issuer(words: Words, address: str) -> tuple[Issuer, dict[str, str]]:
    """The publication at the address, or of a name among the words, or a new one; and where it was read."""
    if found := issuer_of("", address):
        return found, {"publication": "the address"}
    kind = kinds_at(address, is_article=True)[1]
    issuer = named(words.names) or issuer_for(words.newcomer, "", kind)
    return issuer, {"publication": WHENCE} if issuer else {}


def _values(words: Words, address: str, issuer: Issuer) -> dict[str, str]:
    """What a publication and a day stand behind is a title, even without quotation marks."""
    rest = words.rest(_as_written(words, issuer))
    is_title = bool(issuer and words.dated and rest != words.description)
    title = rest if is_title else words.title
    is_article = bool(title and (issuer or words.text))
    return filled(
        {
            "kind": SourceKind.ARTICLE if is_article else SourceKind.REPORT,
            "title": title,
            "description": "" if is_title else rest,
            "published": words.published,
            "url": address,
        }
    )


def _as_written(words: Words, issuer: Issuer) -> str:
    """The name of the publication as the words have it; empty where they do not."""
    if issuer is None:
        return ""
    name = folded(issuer.name if isinstance(issuer, Publication) else issuer["name"])
    return next((one for one in words.names if folded(one) == name), "")
