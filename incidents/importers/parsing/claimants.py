"""What kind of claimant a role in words names: “police”, “TTP spokesperson”, “eyewitnesses”. Pure.

Only what is plain is told; where words of two kinds stand together, or none that is known, it is unstated.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from archive.record import Claimant
from archive.vocabulary import ClaimantKind

WORDS = {
    ClaimantKind.OFFICIAL: (
        "administration administrator army authorities cid commissioner corps ctd government governor "
        "hospital intelligence ispr judge levies mayor military minister ministry navy official officials "
        "officer police president prosecutor rangers rescue security sheriff"
    ),
    ClaimantKind.WITNESS: (
        "eyewitness eyewitnesses inhabitants local locals resident residents survivor survivors tribesmen "
        "villager villagers witness witnesses"
    ),
    ClaimantKind.MEDIA: (
        "agency bbc channel daily dawn media network news newspaper press pti radio reuters television times "
        "tribune tv website"
    ),
    ClaimantKind.ORGANISATION: "hrw icg ngo observatory satp un united",
}
KNOWN = {word: kind for kind, words in WORDS.items() for word in words.split()}
#: Between those who are named together: “police, witnesses”, “SATP; army”.
AND = re.compile(r"[,;/&]|\band\b")
#: “local police” are police; “local sources” alone are people of the place.
WEAK = ("local",)


def claimant(role: str, parties: Collection[str] = ()) -> Claimant:
    """The claimant that a dataset names in words; `parties` are the names of those who fought."""
    role = " ".join(role.split())[:2000]
    return Claimant(role=role, kind=_kind(role, parties)) if role else Claimant()


def _kind(role: str, parties: Collection[str]) -> ClaimantKind:
    """The kind of all who are named together; unstated where they are of several."""
    kinds = {_kind_of_one(words, parties) for words in AND.split(role)} - {None}
    return kinds.pop() or ClaimantKind.UNSTATED if len(kinds) == 1 else ClaimantKind.UNSTATED


def _kind_of_one(words: str, parties: Collection[str]) -> ClaimantKind | None:
    if any(re.search(rf"\b{re.escape(name)}\b", words) for name in parties if name):
        return ClaimantKind.PARTY
    known = [word for word in re.findall(r"\w+", words.lower()) if word in KNOWN]
    kinds = {KNOWN[word] for word in known if word not in WEAK} or {KNOWN[word] for word in known}
    return (kinds.pop() if len(kinds) == 1 else ClaimantKind.UNSTATED) if kinds else None
