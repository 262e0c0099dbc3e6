"""The desk: what editors enter."""

from incidents.models.actors import Actor, ActorAlias
from incidents.models.claims import Citation, Claim
from incidents.models.concerns import Concern
from incidents.models.incidents import Attack, Conflict, Incident, State
from incidents.models.places import Place, PlaceName
from incidents.models.snapshots import Snapshot, Subject

__all__ = [
    "Actor",
    "ActorAlias",
    "Attack",
    "Citation",
    "Claim",
    "Concern",
    "Conflict",
    "Incident",
    "Place",
    "PlaceName",
    "Snapshot",
    "State",
    "Subject",
]
