from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SourcesConfig(AppConfig):
    """The library: publications, sources, captures."""

    name = "sources"
    verbose_name = "Library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from archive import integrity
        from sources.captures import proving
        from sources.search import prepare_search, unprepared

        post_migrate.connect(prepare_search, sender=self)
        integrity.add(integrity.Check("words of the desk", unprepared))
        integrity.add(integrity.Check("copies of sources", proving.problems))
