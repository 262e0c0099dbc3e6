"""What the reading room stores: editions, and the catalogue that is derived from them."""

from archive.models.attacks import AttackEntry
from archive.models.changes import Change
from archive.models.claims import ClaimEntry, ClaimSource
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
    IncidentPlace,
    IncidentSource,
)
from archive.models.names import NameEntry
from archive.models.search import SearchEntry
from archive.models.spelling import Spelling

__all__ = [
    "ActorEntry",
    "AttackEntry",
    "AttackPlace",
    "Change",
    "ClaimEntry",
    "ClaimSource",
    "ConflictEntry",
    "Edition",
    "EditionError",
    "FigureEntry",
    "Forward",
    "Holding",
    "ImmutableEdition",
    "IncidentActor",
    "IncidentConflict",
    "IncidentEntry",
    "IncidentGist",
    "IncidentPlace",
    "IncidentSource",
    "NameEntry",
    "PlaceEntry",
    "PublicationEntry",
    "SearchEntry",
    "SharedEntry",
    "SourceEntry",
    "Spelling",
    "UnreadableEdition",
    "with_target",
]
