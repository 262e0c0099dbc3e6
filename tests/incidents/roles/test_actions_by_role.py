"""What each role can do to rows that are chosen in a list: a new action must say it in the table."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import RequestFactory

from incidents.roles import ROLES
from tests.incidents.desk import person

pytestmark = pytest.mark.django_db

#: The least of those who may take each action.
INCIDENTS = {
    "send_to_review": "contributor",
    "approve": "reviewer",
    "send_back": "reviewer",
    "publish_chosen": "editor",
    "publish_correction": "editor",
    "retract_chosen": "editor",
}
DELETING = {"delete_selected": "curator"}
#: Lists of what is dealt with one by one.
NOTHING = ("capture", "correctionrequest", "datasetrow", "group", "import", "job", "user")
ACTIONS = {
    "incident": INCIDENTS,
    **dict.fromkeys(["attack", "claim", "actor", "place", "conflict", "publication"], DELETING),
    "source": {"capture_now": "contributor", **DELETING},
    **{model: {} for model in NOTHING},
}


def offered(role: str) -> dict[str, set[str]]:
    """The actions that every list offers somebody of the role."""
    request = RequestFactory().get("/desk/")
    request.user = User.objects.get(pk=person(role).pk)
    return {
        str(model._meta.model_name): set(page.get_actions(request))
        for model, page in admin.site._registry.items()
    }


@pytest.mark.parametrize("role", ROLES)
def test_a_list_offers_the_actions_of_ones_role(role: str) -> None:
    able = ROLES[: ROLES.index(role) + 1]
    expected = {
        model: {action for action, least in actions.items() if least in able}
        for model, actions in ACTIONS.items()
    }

    assert offered(role) == expected
