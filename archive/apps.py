from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """The reading room: editions, the catalogue, pages, API."""

    name = "archive"
    default_auto_field = "django.db.models.BigAutoField"
