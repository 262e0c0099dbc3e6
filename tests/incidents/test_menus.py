"""The head of the desk's pages leads to every list that one may see, by group."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.test import Client

from incidents.site import LISTS
from tests.incidents import rows
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db


def menus(client: Client, address: str) -> list[str]:
    """The groups that the page's head has, one that holds the page with a star."""
    page = client.get(address).content.decode()
    found = re.findall(r"<summary( aria-current=\"true\")?>([^<]+)</summary>", page)
    return [f"{name}*" if here else name for here, name in found]


def test_every_list_of_the_desk_is_in_one_group() -> None:
    assert sorted(LISTS) == sorted(model.__name__ for model in admin.site._registry)


def test_whoever_sees_no_list_of_a_group_does_not_see_the_group() -> None:
    assert menus(at_the_desk("contributor"), "/desk/") == ["Incidents", "Library", "Work"]
    assert menus(at_the_desk("curator"), "/desk/") == ["Incidents", "Library", "Work", "People"]


def test_the_group_and_the_list_in_which_one_is_are_marked() -> None:
    rows.furnish()
    client = at_the_desk("contributor")

    assert menus(client, "/desk/sources/source/1/change/") == ["Incidents", "Library*", "Work"]
    listed = client.get("/desk/incidents/claim/").content.decode()
    assert 'href="/desk/incidents/claim/" aria-current="page"' in listed
