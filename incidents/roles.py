"""The desk's roles: four Django groups, each holding what the one before may do and more.

They are made after every migration, when the permissions of all models exist, and again after a database
is emptied; what else somebody gave a group is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

APPS = ("sources", "incidents")
#: Each may do what the one before it may, and more.
ROLES = ("contributor", "reviewer", "editor", "curator")
#: Rows that belong to another: whoever may change the whole may take one out.
PARTS = ("sourceauthor", "relation", "actoralias", "placename", "citation")
#: Models of the door: nobody adds or changes rows there, and they tell of people.
DOOR = ("signin", "doorcount")

Grant = tuple[str, str]


def make_roles(sender: AppConfig, using: str = "default", **options: Any) -> None:
    """Make the groups that are missing, and give each the permissions that its role needs."""
    for label in (*APPS, "archive", "auth", "admin", "usersessions"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    held: set[Grant] = set()
    for role, added in _grants().items():
        held |= added
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.add(*_permissions(held, using))


def _grants() -> dict[str, set[Grant]]:
    """What each role may do beyond the one before it, as pairs of app and permission."""
    return {
        "contributor": set(_contributing()),
        "reviewer": {("incidents", "approve_incident")},
        "editor": {
            ("incidents", "publish_incident"),
            ("incidents", "retract_incident"),
            ("incidents", "import_rows"),
            ("archive", "view_correctionrequest"),
            ("archive", "change_correctionrequest"),
        },
        "curator": {
            *_deleting(),
            ("archive", "delete_correctionrequest"),
            ("incidents", "redact_incident"),
            ("incidents", "declare_licence"),
            ("auth", "view_user"),
            ("auth", "view_group"),
            ("incidents", "view_signin"),
            ("incidents", "forget_second_factor"),
            ("admin", "view_logentry"),
            ("usersessions", "view_usersession"),
            ("usersessions", "delete_usersession"),
        },
    }


def _contributing() -> Iterator[Grant]:
    for app, model in _models():
        yield from ((app, f"{action}_{model}") for action in ("view", "add", "change"))
        if model in PARTS:
            yield app, f"delete_{model}"


def _deleting() -> Iterator[Grant]:
    return ((app, f"delete_{model}") for app, model in _models())


def _models() -> Iterator[Grant]:
    """App and name of every model of the desk."""
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            if model._meta.model_name not in DOOR:
                yield app, str(model._meta.model_name)


def _permissions(grants: set[Grant], using: str) -> list[Permission]:
    wanted = Q()
    for app, name in grants:
        wanted |= Q(content_type__app_label=app, codename=name)
    return list(Permission.objects.using(using).filter(wanted))
