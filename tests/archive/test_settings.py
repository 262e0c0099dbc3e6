"""The settings: read from the environment alone, documented, and safe by default."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive.by_file import ByFile
from tests.environment import ROOT, SECRET_KEY, variables

PRODUCTION = {
    "SECRET_KEY": SECRET_KEY,
    "SITE_URL": "https://archive.example.org",
    "ALLOWED_HOSTS": "archive.example.org",
    "SECURE_SSL_REDIRECT": "1",
    "SECURE_HSTS_SECONDS": "31536000",
    "DATABASE_URL": "postgres://archive:secret@database/archive?sslmode=require",
}


def _run(*command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if name not in variables()}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=own | settings, capture_output=True, text=True, timeout=60
    )


def _setting(name: str, **settings: str) -> str:
    done = _run("-c", f"from archive import settings; print(settings.{name})", **settings)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


def test_the_readme_lists_every_variable_that_the_settings_or_the_server_read() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    server = (ROOT / "archive" / "server.py").read_text(encoding="utf-8")
    read = variables() | set(re.findall(r'environ\.get\("([A-Z_]+)"', server))
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", readme, re.MULTILINE)) == read


def test_the_example_environment_lists_every_variable_that_the_settings_or_the_compose_file_read() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    named = re.findall(r"\$\{([A-Z_]+)|^  ([A-Z_]+):$", compose, re.MULTILINE)
    read = variables() | {first or second for first, second in named}
    assert set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE)) == read


def test_a_start_without_a_secret_key_is_refused() -> None:
    done = _run("manage.py", "check")
    assert done.returncode
    assert done.stderr.startswith("SECRET_KEY is not set.")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("url", ["archive", "mysql://a@b/c", "postgres://a@b:port/c"])
def test_a_database_address_that_cannot_be_read_is_refused_in_one_line(url: str) -> None:
    done = _run("manage.py", "check", SECRET_KEY=SECRET_KEY, DATABASE_URL=url)
    assert done.stderr.startswith("DATABASE_URL cannot be read.")
    assert len(done.stderr.splitlines()) == 1


def test_a_site_address_without_its_scheme_is_refused() -> None:
    done = _run("manage.py", "check", SECRET_KEY=SECRET_KEY, SITE_URL="archive.example.org")
    assert done.stderr.startswith("SITE_URL is not an address.")


@pytest.mark.parametrize("half", ["WAYBACK_KEY", "WAYBACK_SECRET"])
def test_half_a_key_of_the_wayback_machine_is_refused(half: str) -> None:
    done = _run("manage.py", "check", SECRET_KEY=SECRET_KEY, **{half: "x"})
    assert done.stderr.startswith("WAYBACK_KEY and WAYBACK_SECRET belong together")
    assert len(done.stderr.splitlines()) == 1


def test_an_address_of_the_wayback_machine_without_its_scheme_is_refused() -> None:
    done = _run("manage.py", "check", SECRET_KEY=SECRET_KEY, WAYBACK_URL="web.archive.org")
    assert done.stderr.startswith("WAYBACK_URL is not an address.")


@pytest.mark.parametrize("name", ["Two\nlines", "x" * 101], ids=["two lines", "too long"])
def test_a_name_of_the_archive_that_does_not_fit_into_a_line_is_refused(name: str) -> None:
    done = _run("manage.py", "check", SECRET_KEY=SECRET_KEY, SITE_NAME=name)
    assert done.stderr.startswith("SITE_NAME must be one line")


def test_a_role_that_no_process_has_is_refused() -> None:
    done = _run("manage.py", "check", SECRET_KEY=SECRET_KEY, ARCHIVE_ROLE="reader")
    assert done.stderr == "ARCHIVE_ROLE is “reader”. Write public, desk or all.\n"


def test_debug_mode_starts_without_a_secret_key() -> None:
    assert _setting("SECRET_KEY", DEBUG="1")


def test_debug_mode_is_off_unless_it_is_asked_for() -> None:
    assert _setting("DEBUG", SECRET_KEY=SECRET_KEY) == "False"


def test_the_deployment_check_is_silent_with_the_variables_of_a_production_server() -> None:
    done = _run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert not done.returncode, done.stderr


def test_postgresql_connections_are_kept_and_checked_before_use() -> None:
    assert _setting("DATABASES['default']['CONN_MAX_AGE']", **PRODUCTION) == "600"
    assert _setting("DATABASES['default']['CONN_HEALTH_CHECKS']", **PRODUCTION) == "True"


def test_options_in_the_database_address_reach_the_driver() -> None:
    assert _setting("DATABASES['default']['OPTIONS']['sslmode']", **PRODUCTION) == "require"


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{SECRET_KEY}\n")
    (tmp_path / "url").write_text(f"{PRODUCTION['DATABASE_URL']}\n")
    files = {"SECRET_KEY_FILE": f"{tmp_path}/key", "DATABASE_URL_FILE": f"{tmp_path}/url"}

    assert _setting("SECRET_KEY, settings.DATABASES['default']['NAME']", **files) == f"{SECRET_KEY} archive"


def test_a_file_that_is_not_there_is_named_in_one_line(tmp_path: Path) -> None:
    done = _run("manage.py", "check", SECRET_KEY_FILE=f"{tmp_path}/none")
    assert done.stderr.startswith("SECRET_KEY_FILE names a file that cannot be read: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_secret_that_is_given_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="both set"):
        ByFile({"SECRET_KEY": "a", "SECRET_KEY_FILE": str(tmp_path)})["SECRET_KEY"]


@pytest.mark.parametrize(
    ("address", "secure"), [("https://a.example", "True"), ("http://a.example", "False")]
)
def test_cookies_are_for_encrypted_connections_alone_where_the_site_is_encrypted(
    address: str, secure: str
) -> None:
    assert _setting("SESSION_COOKIE_SECURE", SECRET_KEY=SECRET_KEY, SITE_URL=address) == secure
    assert _setting("CSRF_COOKIE_SECURE", SECRET_KEY=SECRET_KEY, SITE_URL=address) == secure
