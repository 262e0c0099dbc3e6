"""What is stored of a second factor."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.test import override_settings

from incidents.door.secrets import locked, unlocked
from tests.incidents.door.visitors import FACTOR, code_of, give_app, inside, member

SECRET = "JBSWY3DPEHPK3PXP"


def test_a_secret_is_read_again_with_the_key_and_not_without() -> None:
    stored = locked(SECRET)

    assert SECRET not in stored
    assert unlocked(stored) == SECRET
    with override_settings(SECRET_KEY="another"):
        assert unlocked(stored) != SECRET


def test_a_key_that_was_replaced_still_reads() -> None:
    with override_settings(SECRET_KEY="older"):
        stored = locked(SECRET)
    with override_settings(SECRET_KEY="newer", SECRET_KEY_FALLBACKS=["older"]):
        assert unlocked(stored) == SECRET


@pytest.mark.django_db
def test_the_database_holds_no_secret_that_makes_codes() -> None:
    secret = give_app(member("editor"))
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in stored


@pytest.mark.django_db
def test_under_another_key_no_code_is_right_and_nothing_breaks() -> None:
    user = member("editor")
    code = code_of(give_app(user))
    with override_settings(SECRET_KEY="another"):
        answer = inside(user).post(f"{FACTOR}authenticate/", {"code": code})

    assert "not right" in answer.content.decode()
