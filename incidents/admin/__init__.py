"""The desk in Django's admin, one module for each group of models."""

from incidents.admin.actors import ActorAdmin
from incidents.admin.attacks import AttackAdmin
from incidents.admin.captures import CaptureAdmin
from incidents.admin.claims import ClaimAdmin
from incidents.admin.corrections import CorrectionRequestAdmin
from incidents.admin.dataset_rows import DatasetRowAdmin
from incidents.admin.door import ActAdmin, SessionAdmin, SignInAdmin
from incidents.admin.imports import ImportAdmin
from incidents.admin.incidents import ConflictAdmin, IncidentAdmin
from incidents.admin.jobs import JobAdmin
from incidents.admin.people import PersonAdmin
from incidents.admin.places import PlaceAdmin
from incidents.admin.sources import PublicationAdmin, SourceAdmin

__all__ = [
    "ActAdmin",
    "ActorAdmin",
    "AttackAdmin",
    "CaptureAdmin",
    "ClaimAdmin",
    "ConflictAdmin",
    "CorrectionRequestAdmin",
    "DatasetRowAdmin",
    "ImportAdmin",
    "IncidentAdmin",
    "JobAdmin",
    "PersonAdmin",
    "PlaceAdmin",
    "PublicationAdmin",
    "SessionAdmin",
    "SignInAdmin",
    "SourceAdmin",
]
