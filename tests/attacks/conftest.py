"""A role of the public process for a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, connections
from pytest_django import DjangoDbBlocker

from tests.attacks.raw import serving
from tests.attacks.role import PASSWORD, grant, run


@pytest.fixture
def name(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A role's name that no other test's database uses; the role is gone after the test."""
    monkeypatch.setenv("READER_PASSWORD", PASSWORD)
    role = f"reader of {connection.settings_dict['NAME']}"
    yield role
    known = f"SELECT FROM pg_roles WHERE rolname = '{role}'"
    with connection.cursor() as cursor:
        cursor.execute(known)
        if cursor.fetchall():
            run(f'DROP OWNED BY "{role}"', f'DROP ROLE "{role}"')


@pytest.fixture
def reader(name: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The role, and a connection “reader” that is the role's."""
    grant(name)
    own = connection.settings_dict | {"USER": name, "PASSWORD": PASSWORD}
    connections.settings["reader"] = own
    with django_db_blocker.unblock():
        yield name
        connections["reader"].close()
    del connections["reader"], connections.settings["reader"]


@pytest.fixture(scope="session")
def port(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """Where one process of gunicorn serves to the public what each test has published."""
    with django_db_blocker.unblock(), serving(tmp_path_factory.mktemp("server")) as found:
        yield found
