from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The library: publications, sources, captures."""

    name = "sources"
    verbose_name = "Library"
    default_auto_field = "django.db.models.BigAutoField"
