"""What a process with ARCHIVE_ROLE=public serves, and what it does without."""

from __future__ import annotations

import pytest

from archive.models import CorrectionRequest
from tests.archive.published import retract
from tests.stack.process import database_url, run, visit

PUBLIC = {"ARCHIVE_ROLE": "public"}


def printed(code: str) -> str:
    done = run("-c", f"import django; django.setup(); {code}", **PUBLIC)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


@pytest.mark.usefixtures("committed")
def test_every_page_and_every_answer_is_served_without_a_secret_key() -> None:
    seen = visit("--follow", "/", "/api/v1/", **PUBLIC)

    assert {one.address: one.status for one in seen if one.status != 200} == {}
    assert {cookie for one in seen for cookie in one.cookies} <= {"csrftoken"}
    assert len(seen) > 100


@pytest.mark.usefixtures("committed")
def test_who_reads_gets_no_cookie() -> None:
    pages = [
        "/",
        "/incidents/",
        "/incidents/k7m2qa/february-2024-balochistan-bombings/",
        "/about/corrections/",
    ]
    seen = visit(*pages, "/places/balochistan/", "/api/v1/incidents/", **PUBLIC)

    assert [one.status for one in seen] == [200] * 6
    assert [one.address for one in seen if one.cookies] == []


@pytest.mark.django_db(transaction=True)
def test_a_request_for_a_correction_is_handed_in_without_a_session() -> None:
    own = {"DATABASE_URL": database_url()} | PUBLIC
    done = run("-m", "tests.stack.asker", **own)

    assert not done.returncode, done.stderr
    assert done.stdout.split() == ["302", "/about/corrections/sent/"]
    assert CorrectionRequest.objects.get().text == "It was the day before."


@pytest.mark.usefixtures("committed")
def test_what_is_missing_closed_or_badly_asked_is_answered_too() -> None:
    retract("k7m2qa")
    seen = visit("/incidents/k7m2qa/", "/incidents/nowhere/", "/incidents/?killed_min=many", **PUBLIC)

    assert [one.status for one in seen] == [410, 404, 400]


@pytest.mark.django_db
def test_there_is_no_desk() -> None:
    seen = visit("/desk/", "/desk/login/", "/desk/incidents/incident/", **PUBLIC)
    assert [one.status for one in seen] == [404, 404, 404]


def test_no_app_of_the_desk_is_installed() -> None:
    code = "from django.apps import apps; print(*sorted({m._meta.app_label for m in apps.get_models()}))"
    assert printed(code) == "archive"


def test_no_code_of_the_desk_is_loaded() -> None:
    desk = ("incidents", "sources", "allauth", "django.contrib.sessions.middleware")
    code = f"import sys, archive.urls; print(*[name for name in sys.modules if name.startswith({desk})])"
    assert printed(code) == ""


def test_the_deployment_check_is_silent() -> None:
    production = {
        "SITE_URL": "https://archive.example.org",
        "ALLOWED_HOSTS": "archive.example.org",
        "SECURE_SSL_REDIRECT": "1",
        "SECURE_HSTS_SECONDS": "31536000",
    }
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PUBLIC, **production)
    assert not done.returncode, done.stderr
