"""What a process with ARCHIVE_ROLE=desk serves, and where it leads to."""

from __future__ import annotations

import pytest

from tests.environment import SECRET_KEY
from tests.stack.process import run, visit

DESK = {"ARCHIVE_ROLE": "desk", "SECRET_KEY": SECRET_KEY, "SITE_URL": "https://archive.example.org"}

pytestmark = pytest.mark.django_db


def locations(*addresses: str) -> list[str]:
    return [one.location for one in visit(*addresses, **DESK)]


def test_its_first_page_leads_to_the_desk_which_asks_who_is_there() -> None:
    assert locations("/", "/desk", "/desk/") == ["/desk/", "/desk/", "/desk/login/?next=/desk/"]


def test_public_addresses_lead_to_the_public_site() -> None:
    public = ["/incidents/k7m2qa/?rule=span", "/api/v1/claims/", "/about/method/"]
    assert locations(*public) == [f"https://archive.example.org{address}" for address in public]


def test_an_address_that_looks_like_another_site_leads_to_the_public_one() -> None:
    assert locations("//elsewhere.example/page")[0].startswith("https://archive.example.org/")


def test_where_both_share_one_name_a_public_address_that_arrives_here_is_not_sent_in_circles() -> None:
    name = {"ALLOWED_HOSTS": "archive.example.org"}
    (arrived,) = visit("--host", "archive.example.org", "/incidents/k7m2qa/", **DESK, **name)
    assert arrived.status == 404


def test_the_desk_links_to_the_public_site() -> None:
    code = "import django; django.setup(); from django.contrib import admin; print(admin.site.site_url)"
    assert run("-c", code, **DESK).stdout == "https://archive.example.org/\n"
