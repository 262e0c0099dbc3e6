"""The filters of every list, shared by the API and the pages.

Several values of one parameter mean any of them; several parameters narrow the list.
"""

from archive.filters.entities import (
    ActorFilters,
    ConflictFilters,
    PlaceFilters,
    PublicationFilters,
    SourceFilters,
)
from archive.filters.incidents import EditionFilters, FactFilters, IncidentFilters, OwnEditionFilters
from archive.filters.parts import AttackFilters, ClaimFilters, OwnAttackFilters, OwnClaimFilters
from archive.filters.strict import BadFilter, Filters, filtered, refuse_malformed, refuse_unknown

__all__ = [
    "ActorFilters",
    "AttackFilters",
    "BadFilter",
    "ClaimFilters",
    "ConflictFilters",
    "EditionFilters",
    "FactFilters",
    "Filters",
    "IncidentFilters",
    "OwnAttackFilters",
    "OwnClaimFilters",
    "OwnEditionFilters",
    "PlaceFilters",
    "PublicationFilters",
    "SourceFilters",
    "filtered",
    "refuse_malformed",
    "refuse_unknown",
]
