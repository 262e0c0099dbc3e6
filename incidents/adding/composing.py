"""What was read of a source, brought together to what is suggested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive.keys import key_of
from incidents.adding.issuers import Issuer, key_of_issuer
from incidents.adding.matching import free_key, known_among
from incidents.adding.suggestion import Rest
from incidents.models import Subject
from sources.addresses import last_name_in
from sources.captures.reliance import leads
from sources.models import Publication

#: Words of a title that come into a key.
WORDS = 6


def filled(values: Mapping[str, Any]) -> dict[str, str]:
    """The values that are there."""
    return {name: str(value) for name, value in values.items() if value}


def issued(issuer: Issuer) -> dict[str, str]:
    """The value of the publication, where the library has it."""
    return {"publication": str(issuer.pk)} if isinstance(issuer, Publication) else {}


def new_key(values: Mapping[str, str], issuer: Issuer) -> str:
    """A key of who issued it, when, and what it is called; empty where nothing of that is known.

    Where neither the day nor a title is known, the address says which of the issuer's it is.
    """
    words = values.get("title") or values.get("description") or ""
    if not words and not values.get("published"):
        words = last_name_in(values.get("url", ""))
    title = " ".join(words.split()[:WORDS])
    parts = [part for part in (key_of_issuer(issuer), values.get("published", ""), title) if part]
    return free_key(Subject.SOURCES, key_of(*parts)) if parts else ""


def lacking(issuer: Issuer) -> Mapping[str, str]:
    """The columns of the publication, where the library lacks it."""
    return issuer if isinstance(issuer, Mapping) else {}


def rests_of(text: str, issuer: Issuer) -> tuple[Sequence[Rest], Sequence[str]]:
    """Whom the text seems to rest on: publications of the library, and the sure names of others."""
    found = leads(text)
    known = known_among(found)
    own = issuer.pk if isinstance(issuer, Publication) else None
    rests: dict[int, Rest] = {}
    for lead, row in known.items():
        if row.pk != own:
            rests.setdefault(row.pk, Rest(lead.how, row.pk, row.name, lead.words))
    strangers = dict.fromkeys(lead.names[0] for lead in found if lead.certain and lead not in known)
    return tuple(rests.values()), tuple(strangers)
