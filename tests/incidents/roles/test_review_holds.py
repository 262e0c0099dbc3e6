"""No address and no action of the desk lets a contributor change what is in review or approved."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.record import canonical
from incidents.build import build
from incidents.models import Claim, Incident, State
from tests.incidents.desk import EMPTY_ATTACKS, shown, typed_claim
from tests.incidents.roles.addresses import Row, rows
from tests.incidents.roles.furnished import a_desk, a_merge
from tests.incidents.roles.people import browser

pytestmark = pytest.mark.django_db

#: Those whose forms are about the incident, its attacks or its claims.
ROWS = [
    row
    for row in rows()
    if row.name.startswith(("incidents_incident", "incidents_attack", "incidents_claim", "restore"))
]
OTHER = {"title": "Otherwise", "label": "Otherwise", "text": "Otherwise", "rank_reason": "Because."}


@pytest.fixture(autouse=True)
def _desk() -> None:
    a_desk()


def standing() -> tuple[bytes, str]:
    incident = Incident.objects.get(pk=1)
    return canonical(build(incident)), incident.state


def altered(row: Row) -> dict[str, Any]:
    """What the row's form would send with other words in it; taken while the incident is a draft."""
    form = shown(browser("curator"), row.address) if row.is_form else dict(row.typed)
    return form | {name: value for name, value in OTHER.items() if name in form}


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED])
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_contributor_changes_nothing(row: Row, state: State) -> None:
    a_merge(row.name)
    typed = altered(row)
    Incident.objects.update(state=state)
    before = standing()
    browser("contributor").post(row.address, typed)

    assert standing() == before


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED])
def test_a_contributor_adds_nothing_and_moves_nothing_there(state: State) -> None:
    Incident.objects.filter(pk=1).update(state=state)
    before = standing()
    contributor = browser("contributor")
    contributor.post("/desk/incidents/claim/add/", typed_claim("motive"))
    contributor.post("/desk/incidents/attack/add/", {"incident": 1, "label": "Second"})
    move(
        contributor, Claim.objects.create(incident_id=2, number=1, position=1, property="motive", text="Pay")
    )

    assert standing() == before
    assert Claim.objects.filter(incident_id=2).count() == 1


def move(client: Client, claim: Claim) -> None:
    """Try to give a claim of a draft to the incident."""
    address = f"/desk/incidents/claim/{claim.pk}/change/"
    client.post(address, shown(client, address) | {"incident": 1})


@pytest.mark.parametrize("action", ["approve", "send_back", "publish_chosen", "retract_chosen"])
def test_no_action_of_other_roles_is_taken_from_a_contributor(action: str) -> None:
    Incident.objects.update(state=State.IN_REVIEW)
    before = standing()
    typed = {"action": action, "_selected_action": [1], "note": "For a reason."}
    browser("contributor").post("/desk/incidents/incident/", typed)

    assert standing() == before


def test_the_same_forms_change_a_draft() -> None:
    before = standing()
    contributor = browser("contributor")
    address = "/desk/incidents/incident/1/change/"
    contributor.post(address, shown(contributor, address) | EMPTY_ATTACKS | {"title": "Otherwise"})

    assert standing() != before
