"""What the audit finds."""

from __future__ import annotations

from dataclasses import dataclass

from archive.vocabulary import Term


class Severity(Term):
    BLOCKS = "blocks", "keeps the record from being published"
    WARNS = "warns", "is shown to readers"


class FindingCode(Term):
    NO_CLAIM = "no_claim", "an incident without a claim"
    UNCITED = "uncited", "a claim without a citation"
    UNBACKED = "unbacked", "a settled value that no claim backs"
    RANK_UNEXPLAINED = "rank_unexplained", "a rank without a reason"
    SUPERSESSION_UNEXPLAINED = "supersession_unexplained", "a superseded claim without a reason"
    TOTAL_DIFFERS = "total_differs", "parts that do not add up to the stated total"
    PARTS_DIFFER = "parts_differ", "equal totals with different parts"
    CONTRADICTS_ITSELF = "contradicts_itself", "a source that contradicts itself"
    CHANGED_COUNT = "changed_count", "a source that changed its count"
    ONE_ORIGIN = "one_origin", "claims that rest on one origin"
    DISORDERED = "disordered", "an estimate whose numbers are not in order"
    DISAGREEMENT = "disagreement", "claims in use that exclude one another"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, in a full plain sentence; `claims` by number, `sources` by key."""

    code: FindingCode
    severity: Severity
    message: str
    claims: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    attack: int | None = None


def blocks(code: FindingCode, message: str, *claims: int, attack: int | None = None) -> Finding:
    return Finding(code, Severity.BLOCKS, message, claims, attack=attack)


def warns(
    code: FindingCode,
    message: str,
    *,
    claims: tuple[int, ...],
    sources: tuple[str, ...] = (),
    attack: int | None = None,
) -> Finding:
    return Finding(code, Severity.WARNS, message, claims, sources, attack)
