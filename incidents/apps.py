from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """The desk: incidents, attacks, claims, citations."""

    name = "incidents"
    default_auto_field = "django.db.models.BigAutoField"
