"""The desk in Django's admin, one module for each group of models."""

from django.contrib import admin

from incidents.admin.actors import ActorAdmin
from incidents.admin.attacks import AttackAdmin
from incidents.admin.claims import ClaimAdmin
from incidents.admin.incidents import ConflictAdmin, IncidentAdmin
from incidents.admin.places import PlaceAdmin

admin.site.site_header = admin.site.site_title = "The desk"
admin.site.index_title = "What editors enter"

__all__ = ["ActorAdmin", "AttackAdmin", "ClaimAdmin", "ConflictAdmin", "IncidentAdmin", "PlaceAdmin"]
