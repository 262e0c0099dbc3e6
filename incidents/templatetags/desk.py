"""What the frame of the desk's pages needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template

from incidents.site import GROUPS

register = template.Library()


@dataclass(frozen=True, slots=True)
class Group:
    """Lists that stand together in the head of a page; `is_here`: the page belongs to one of them."""

    name: str
    models: Sequence[Mapping[str, Any]]
    is_here: bool


@register.simple_tag(takes_context=True)
def lists_in_groups(context: Mapping[str, Any]) -> list[Group]:
    """The lists that the person of the page may see, by group; groups without any are left out."""
    models = [model for app in context.get("available_apps", ()) for model in app["models"]]
    return list(_groups([model for model in models if model["admin_url"]], context["request"].path))


def _groups(models: Sequence[Mapping[str, Any]], here: str) -> Iterator[Group]:
    for name, members in GROUPS.items():
        found = [model for model in models if model["object_name"] in members]
        if found:
            found.sort(key=lambda model: members.index(model["object_name"]))
            yield Group(name, found, any(model["admin_url"] in here for model in found))
