"""The answers of the API: what a record's parts look like to a reader, each with its addresses.

Pure. An answer is a part of the record, field by field, with what only the archive can add: where it is
found, what it links to, what was computed. The OpenAPI document is made from these models.
"""

from archive.answers.asked import AskedAttack, AskedBrief
from archive.answers.citations import CitationAnswer, ClaimBrief
from archive.answers.compose import Composer
from archive.answers.editions import Changed, EditionAnswer, EditionHeader
from archive.answers.entities import (
    ActorAnswer,
    ConflictAnswer,
    PlaceAnswer,
    PublicationAnswer,
    SourceAnswer,
)
from archive.answers.incidents import (
    AttackAnswer,
    Brief,
    ClaimAnswer,
    Headline,
    IncidentAnswer,
    IncidentBrief,
    Responsible,
)
from archive.answers.lists import Gone, Moved, Page, Problem, Refusal, Resources
from archive.answers.parts import Addressed, Entity, Links
from archive.answers.statistics import (
    CountedAnswer,
    GroupAnswer,
    PeriodAnswer,
    StatisticsAnswer,
    SumAnswer,
    TotalAnswer,
)

__all__ = [
    "ActorAnswer",
    "Addressed",
    "AskedAttack",
    "AskedBrief",
    "AttackAnswer",
    "Brief",
    "Changed",
    "CitationAnswer",
    "ClaimAnswer",
    "ClaimBrief",
    "Composer",
    "ConflictAnswer",
    "CountedAnswer",
    "EditionAnswer",
    "EditionHeader",
    "Entity",
    "Gone",
    "GroupAnswer",
    "Headline",
    "IncidentAnswer",
    "IncidentBrief",
    "Links",
    "Moved",
    "Page",
    "PeriodAnswer",
    "PlaceAnswer",
    "Problem",
    "PublicationAnswer",
    "Refusal",
    "Resources",
    "Responsible",
    "SourceAnswer",
    "StatisticsAnswer",
    "SumAnswer",
    "TotalAnswer",
]
