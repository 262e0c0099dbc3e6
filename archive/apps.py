from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArchiveConfig(AppConfig):
    """The reading room: editions, the catalogue, pages, API."""

    name = "archive"
    verbose_name = "From readers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from archive.models.search_index import prepare_search

        post_migrate.connect(prepare_search, sender=self)
