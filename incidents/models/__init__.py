"""The desk: what editors enter."""

from incidents.models.actors import Actor, ActorAlias
from incidents.models.claims import Citation, Claim
from incidents.models.incidents import Attack, Conflict, Incident, State
    "Job",
    "JobState",
    "LeftAlone",
