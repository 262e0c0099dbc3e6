from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The library: publications, sources, captures."""

    name = "sources"
    default_auto_field = "django.db.models.BigAutoField"
