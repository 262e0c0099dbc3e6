"""What the audit finds."""

from __future__ import annotations

from dataclasses import dataclass

from archive.vocabulary import Doubt, Term


class Severity(Term):
    BLOCKS = "blocks", "keeps the record from being published"
    WARNS = "warns", "is shown to readers"


class Fault(Term):
    """What keeps a record from being published."""

    NO_CLAIM = "no_claim", "an incident without a claim"
    UNCITED = "uncited", "a claim without a citation"
    UNBACKED = "unbacked", "a settled value that no claim backs"
    RANK_UNEXPLAINED = "rank_unexplained", "a rank without a reason"
    SUPERSESSION_UNEXPLAINED = "supersession_unexplained", "a superseded claim without a reason"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, in a full plain sentence; `claims` by number, `sources` by key."""

    code: Fault | Doubt
    severity: Severity
    message: str
    claims: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    attack: int | None = None


def blocks(code: Fault, message: str, *claims: int, attack: int | None = None) -> Finding:
    return Finding(code, Severity.BLOCKS, message, claims, attack=attack)


def warns(
    code: Doubt,
    message: str,
    *,
    claims: tuple[int, ...],
    sources: tuple[str, ...] = (),
    attack: int | None = None,
) -> Finding:
    return Finding(code, Severity.WARNS, message, claims, sources, attack)
