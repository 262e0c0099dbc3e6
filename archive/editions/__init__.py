"""Editions: how they are numbered, chained and sealed, closed, redacted, and proved whole."""

from archive.editions.chain import (
    AlreadyRetracted,
    NoEdition,
    WithheldClaims,
    WrongKind,
    append,
    append_all,
    last_of,
    redact,
    retract,
    seal_all,
    store_all,
)
from archive.editions.heads import head
from archive.editions.proof import (
    ChainBroken,
    EditionMissing,
    HeaderChanged,
    Problem,
    TextChanged,
    TextUnreadable,
    ToldOtherwise,
    Untold,
    verify,
)
from archive.editions.seals import digest, seal_of
from archive.models import EditionError

__all__ = [
    "AlreadyRetracted",
    "ChainBroken",
    "EditionError",
    "EditionMissing",
    "HeaderChanged",
    "NoEdition",
    "Problem",
    "TextChanged",
    "TextUnreadable",
    "ToldOtherwise",
    "Untold",
    "WithheldClaims",
    "WrongKind",
    "append",
    "append_all",
    "digest",
    "head",
    "last_of",
    "redact",
    "retract",
    "seal_all",
    "seal_of",
    "store_all",
    "verify",
]
