from django.apps import AppConfig
from django.contrib.admin import apps as stock
from django.db.models.signals import post_migrate


class IncidentsConfig(AppConfig):
    """The desk: incidents, attacks, claims, citations."""

    name = "incidents"
    verbose_name = "Records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from archive import watching
        from incidents.door import log
        from incidents.roles import make_roles
        from incidents.watched import desk
        from incidents.watched_backups import backups
        from sources.search import prepare_search

        log.listen()
        watching.also(desk)
        watching.also(backups)
        post_migrate.connect(make_roles, sender=self)
        post_migrate.connect(prepare_search, sender=self)


class DeskConfig(stock.AdminConfig):
    """Django's admin, as the desk."""

    default = False
    default_site = "incidents.site.DeskSite"
