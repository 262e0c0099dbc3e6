"""Whom each address of the door is for: a new one must say it in the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from django.urls import URLResolver, reverse

from incidents.door.rule import BEFORE_LOGIN
from incidents.door.urls import urlpatterns
from tests.incidents.roles.furnished import a_desk
from tests.incidents.roles.people import browsers

pytestmark = pytest.mark.django_db

#: Those of whoever is logged in.
OWN = {
    "account_change_password",
    "account_reauthenticate",
    "account_set_password",
    "door_kept",
    "door_sign_ins",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "usersessions_list",
}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "account_reset_password_from_key": {"uidb36": "1", "key": "a-b"},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
}


def names(patterns: Any = urlpatterns) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from names(each.url_patterns)
        else:
            yield each.name


def led_to_login(client: Any, name: str) -> bool:
    response = client.get(reverse(name, kwargs=ARGUMENTS.get(name)))
    assert response.status_code in (200, 302, 403, 404)
    return bool(response.status_code == 302 and response.url.startswith("/desk/login/"))


def test_every_address_of_the_door_is_in_the_table() -> None:
    assert set(names()) == BEFORE_LOGIN | OWN


@pytest.mark.parametrize("is_required", [True, False])
@pytest.mark.parametrize("name", sorted(OWN))
def test_what_belongs_to_ones_account_is_for_who_is_logged_in(name: str, is_required: bool) -> None:
    a_desk()
    with override_settings(SECOND_FACTOR_REQUIRED=is_required):
        strangers = {who for who, client in browsers() if led_to_login(client, name)}

    assert strangers == {"anonymous", "inactive", "outside"}


@pytest.mark.parametrize("name", sorted(BEFORE_LOGIN - {"account_logout", "mfa_authenticate"}))
def test_what_is_before_the_login_is_for_everybody(name: str) -> None:
    assert not [who for who, client in browsers() if led_to_login(client, name)]
