"""What each role of the desk may do."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from tests.incidents.desk import person

pytestmark = pytest.mark.django_db


def may(role: str, permission: str) -> bool:
    return User.objects.get(pk=person(role).pk).has_perm(permission)


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor", "curator"])
@pytest.mark.parametrize(
    "permission", ["incidents.add_claim", "incidents.change_incident", "sources.add_source"]
)
def test_everybody_at_the_desk_enters_records(role: str, permission: str) -> None:
    assert may(role, permission)


@pytest.mark.parametrize(
    ("permission", "roles"),
    [
        ("incidents.approve_incident", {"reviewer", "editor", "curator"}),
        ("incidents.publish_incident", {"editor", "curator"}),
        ("incidents.retract_incident", {"editor", "curator"}),
        ("incidents.delete_claim", {"curator"}),
        ("sources.delete_source", {"curator"}),
        ("archive.change_correctionrequest", {"editor", "curator"}),
        ("archive.delete_correctionrequest", {"curator"}),
        ("archive.add_correctionrequest", set()),
        ("auth.view_user", {"curator"}),
        ("auth.change_user", set()),
    ],
)
def test_more_is_left_to_some_roles(permission: str, roles: set[str]) -> None:
    everybody = ["contributor", "reviewer", "editor", "curator"]

    assert {role for role in everybody if may(role, permission)} == roles


def test_whoever_changes_a_claim_may_take_out_a_wrong_citation() -> None:
    assert may("contributor", "incidents.delete_citation")


def test_a_role_that_was_deleted_comes_back_with_the_next_migration() -> None:
    Group.objects.get(name="editor").delete()
    call_command("migrate", verbosity=0)

    assert may("editor", "incidents.publish_incident")


def test_what_a_group_was_given_besides_is_left_alone() -> None:
    group = Group.objects.get(name="contributor")
    extra = Group.objects.get(name="curator").permissions.get(codename="view_user")
    group.permissions.add(extra)
    call_command("migrate", verbosity=0)

    assert extra in group.permissions.all()
