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
        "administration administrator army authorities commissioner corps government governor hospital "
        "intelligence ispr judge levies mayor military minister ministry navy official officials officer "
        "police president prosecutor rangers rescue security sheriff"
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


def claimant(role: str, parties: Collection[str] = ()) -> Claimant:
    """The claimant that a dataset names in words; `parties` are the names of those who fought."""
    role = " ".join(role.split())[:2000]
    return Claimant(role=role, kind=_kind(role, parties)) if role else Claimant()


def _kind(role: str, parties: Collection[str]) -> ClaimantKind:
    if any(re.search(rf"\b{re.escape(name)}\b", role) for name in parties if name):
        return ClaimantKind.PARTY
    kinds = {KNOWN[word] for word in re.findall(r"\w+", role.lower()) if word in KNOWN}
    if ClaimantKind.MEDIA in kinds:
        return ClaimantKind.MEDIA if kinds == {ClaimantKind.MEDIA} else ClaimantKind.UNSTATED
    return kinds.pop() if len(kinds) == 1 else ClaimantKind.UNSTATED
