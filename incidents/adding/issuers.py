"""Who issued a source, and of which kind both are taken to be."""

from __future__ import annotations

from collections.abc import Mapping

from archive.keys import key_of
from archive.vocabulary import PublicationKind, SourceKind
from incidents.adding.matching import free_key, issuer_of
from incidents.models import Subject
from sources.addresses import host_of, root_of
from sources.models import Publication

#: A publication of the library, or the columns of one that it lacks; None where nothing names any.
Issuer = Publication | Mapping[str, str] | None

Kinds = tuple[SourceKind, PublicationKind]
POSTS = ("x.com", "twitter.com", "facebook.com", "t.me", "telegram.me", "instagram.com", "youtube.com")
#: Hosts of which the kinds are known, and so of all below them.
KINDS: Mapping[str, Kinds] = {
    "wikipedia.org": (SourceKind.ENCYCLOPEDIA, PublicationKind.ENCYCLOPEDIA),
    **dict.fromkeys(POSTS, (SourceKind.POST, PublicationKind.PLATFORM)),
}


def kinds_at(address: str, is_article: bool) -> Kinds:
    """The kinds of the source at the address, and of its publication."""
    host = host_of(address)
    for known, kinds in KINDS.items():
        if host == known or host.endswith(f".{known}"):
            return kinds
    if is_article:
        return SourceKind.ARTICLE, PublicationKind.NEWSPAPER
    return SourceKind.WEB_PAGE, PublicationKind.WEBSITE


def issuer_for(name: str, address: str, kind: PublicationKind) -> Issuer:
    """The publication of this name or at this address; failing that, what a new one would be."""
    if found := issuer_of(name, address):
        return found
    if not name:
        return None
    key = free_key(Subject.PUBLICATIONS, key_of(name))
    return {"name": name, "key": key, "kind": kind, "url": root_of(address)}


def key_of_issuer(issuer: Issuer) -> str:
    match issuer:
        case None:
            return ""
        case Publication():
            return issuer.key
    return issuer["key"]
