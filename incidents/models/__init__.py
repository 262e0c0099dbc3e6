"""The desk: what editors enter."""

from incidents.models.actors import Actor, ActorAlias
from incidents.models.claims import Citation, Claim
from incidents.models.concerns import Concern
from incidents.models.datasets import (
    Dataset,
    DatasetRow,
    Import,
    ImportState,
    Offer,
    RefusedRow,
    Standing,
)
from incidents.models.headlines import HeadlineDecision, Verdict
from incidents.models.incidents import Attack, Conflict, Incident
from incidents.models.jobs import Job, JobState, LeftAlone, RunningWorker
from incidents.models.left_out import LeftOut, MarkKind, WhyLeftOut
from incidents.models.merges import Forerunner, FormerKey, Merge
from incidents.models.places import Place, PlaceName
from incidents.models.put_by import PutBy
from incidents.models.review_steps import ReviewStep
from incidents.models.sign_ins import DoorCount, SignIn, SignInKind
from incidents.models.snapshots import Snapshot, Subject
from incidents.models.uploads import Upload, UploadState
from incidents.states import State

__all__ = [
    "Actor",
    "ActorAlias",
    "Attack",
    "Citation",
    "Claim",
    "Concern",
    "Conflict",
    "Dataset",
    "DatasetRow",
    "DoorCount",
    "Forerunner",
    "FormerKey",
    "HeadlineDecision",
    "Import",
    "ImportState",
    "Incident",
    "Job",
    "JobState",
    "LeftAlone",
    "LeftOut",
    "MarkKind",
    "Merge",
    "Offer",
    "Place",
    "PlaceName",
    "PutBy",
    "RefusedRow",
    "ReviewStep",
    "RunningWorker",
    "SignIn",
    "SignInKind",
    "Snapshot",
    "Standing",
    "State",
    "Subject",
    "Upload",
    "UploadState",
    "Verdict",
    "WhyLeftOut",
]
