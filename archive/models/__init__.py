"""What the reading room stores: editions, the catalogue that is derived from them, and what is handed in."""

from archive.models.among import Among
from archive.models.attacks import AttackEntry
from archive.models.changes import Change
from archive.models.citations import CitationEntry
from archive.models.claims import ClaimEntry
from archive.models.editions import Edition, EditionError, ImmutableEdition, UnreadableEdition
from archive.models.entities import (
    ActorEntry,
    ConflictEntry,
    PlaceEntry,
    PublicationEntry,
    SharedEntry,
    SourceEntry,
)
from archive.models.figures import FigureEntry
from archive.models.forwards import Forward, with_target
from archive.models.gists import IncidentGist
from archive.models.incidents import IncidentEntry
from archive.models.links import (
    AttackPlace,
    Holding,
    IncidentActor,
    IncidentConflict,
    IncidentFinding,
    IncidentPlace,
    IncidentSource,
)
from archive.models.names import NameEntry
from archive.models.news import lately_changed, newly_published
from archive.models.requests import CorrectionRequest
from archive.models.search import SearchEntry
from archive.models.spelling import Spelling
from archive.models.spots import IncidentSpot

#: What readers hand in: the public process adds to these and reads none of them.
RECEIVED = (CorrectionRequest,)

__all__ = [
    "RECEIVED",
    "ActorEntry",
    "Among",
    "AttackEntry",
    "AttackPlace",
    "Change",
    "CitationEntry",
    "ClaimEntry",
    "ConflictEntry",
    "CorrectionRequest",
    "Edition",
    "EditionError",
    "FigureEntry",
    "Forward",
    "Holding",
    "ImmutableEdition",
    "IncidentActor",
    "IncidentConflict",
    "IncidentEntry",
    "IncidentFinding",
    "IncidentGist",
    "IncidentPlace",
    "IncidentSource",
    "IncidentSpot",
    "NameEntry",
    "PlaceEntry",
    "PublicationEntry",
    "SearchEntry",
    "SharedEntry",
    "SourceEntry",
    "Spelling",
    "UnreadableEdition",
    "lately_changed",
    "newly_published",
    "with_target",
]
