"""The filters of every list, shared by the API and the pages.

Several values of one parameter mean any of them; several parameters narrow the list.
"""

from archive.filters.counting import DatedFilters, StatisticsFilters
from archive.filters.editions import ChangeFilters, EditionFilters, OwnEditionFilters
from archive.filters.entities import (
    ActorFilters,
    ConflictFilters,
    PlaceFilters,
    PublicationFilters,
    SourceFilters,
)
from archive.filters.facets import Counted, counted
from archive.filters.gathering import Gathered, Sums, everything, groups
from archive.filters.incidents import FactFilters, IncidentFilters, OwnFigureFilters
from archive.filters.narrowing import Narrowing
from archive.filters.parts import (
    AttackFilters,
    CitationFilters,
    ClaimFilters,
    OwnAttackFilters,
    OwnCitationFilters,
    OwnClaimFilters,
)
from archive.filters.spots import Cluster, Spread, clusters, counted_places, spread
from archive.filters.strict import BadFilter, Filters, filtered, refuse_malformed, refuse_unknown
from archive.filters.totals import Tally, Totals, tallies, totals

__all__ = [
    "ActorFilters",
    "AttackFilters",
    "BadFilter",
    "ChangeFilters",
    "CitationFilters",
    "ClaimFilters",
    "Cluster",
    "ConflictFilters",
    "Counted",
    "DatedFilters",
    "EditionFilters",
    "FactFilters",
    "Filters",
    "Gathered",
    "IncidentFilters",
    "Narrowing",
    "OwnAttackFilters",
    "OwnCitationFilters",
    "OwnClaimFilters",
    "OwnEditionFilters",
    "OwnFigureFilters",
    "PlaceFilters",
    "PublicationFilters",
    "SourceFilters",
    "Spread",
    "StatisticsFilters",
    "Sums",
    "Tally",
    "Totals",
    "clusters",
    "counted",
    "counted_places",
    "everything",
    "filtered",
    "groups",
    "refuse_malformed",
    "refuse_unknown",
    "spread",
    "tallies",
    "totals",
]
