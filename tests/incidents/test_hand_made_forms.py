"""Whatever somebody sends to a page of the desk, it is answered properly."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.incidents.desk import at_the_desk, shown
from tests.incidents.roles.addresses import STEPS
from tests.incidents.roles.furnished import a_desk, a_merge

pytestmark = pytest.mark.django_db

STRANGE = ["abc", "9" * 25, "a" * 3000, "1\0"]

#: Where forms are sent, with the fields that each has.
FORMS = {
    "/desk/incidents/incident/1/merge/": ["into", "key"],
    "/desk/incidents/actor/1/merge/": ["into", "key"],
    "/desk/sources/source/1/merge/": ["into", "key"],
    "/desk/states/1/restore/": ["newest"],
    "/desk/states/4/restore/": ["newest"],
    **{f"/desk/incidents/incident/1/step/{step}/": ["reason", "note", "kind", "edition"] for step in STEPS},
    "/desk/incidents/incident/": ["action", "note", "_selected_action", "select_across", "index"],
    "/desk/incidents/incident/add/": ["key", "title", "date", "place", "is_another"],
    "/desk/incidents/place/add/": ["key", "name", "kind", "latitude", "longitude", "parent", "is_another"],
    "/desk/incidents/actor/add/": ["key", "name", "kind", "part_of", "is_another"],
    "/desk/incidents/conflict/add/": ["key", "name", "is_another"],
    "/desk/sources/source/add/": [
        "key",
        "title",
        "url",
        "kind",
        "published",
        "publication",
        "is_another",
        "_suggested",
    ],
    "/desk/sources/source/add-by/": ["pasted", "_use", "_anyway", "_take", "_popup"],
    "/desk/sources/publication/add/": ["key", "name", "kind", "url", "is_another"],
    "/desk/sources/capture/add/": ["source", "captured_at_0", "captured_at_1", "text", "file", "media_type"],
    "/desk/incidents/job/1/start/": ["anything"],
    "/desk/password_change/": ["old_password", "new_password1", "new_password2"],
    "/desk/login/": ["username", "password", "kept_form", "next"],
}
#: What says of each kind of row that a form has none.
ROWS = ("attacks", "aliases", "names", "authors", "relations")
GIVEN = {f"{name}-{which}_FORMS": 0 for name in ROWS for which in ("TOTAL", "INITIAL")}


@pytest.fixture
def desk() -> Client:
    a_desk()
    return at_the_desk("curator")


def breaks(client: Client, address: str, sent: dict[str, Any]) -> bool:
    return client.post(address, sent, follow=True).status_code not in (200, 400, 403, 404)


def breaking(client: Client, address: str, fields: list[str], given: dict[str, Any]) -> list[str]:
    """The strange values that break the page, where all of the fields hold them."""
    return [value for value in STRANGE if breaks(client, address, given | dict.fromkeys(fields, value))]


@pytest.mark.parametrize(("address", "fields"), FORMS.items(), ids=list(FORMS))
def test_a_form_answers_any_value(desk: Client, address: str, fields: list[str]) -> None:
    assert breaking(desk, address, fields, GIVEN) == []


@pytest.mark.parametrize(
    "page", ["incidents/incident", "incidents/claim", "incidents/attack", "sources/source"]
)
def test_a_change_form_answers_any_value(desk: Client, page: str) -> None:
    address = f"/desk/{page}/1/change/"
    form = shown(desk, address)
    names = [name for name in form if "_FORMS" not in name]

    assert breaking(desk, address, names, form) == []


@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_the_rows_of_a_form_answer_any_value(desk: Client, value: str) -> None:
    address = "/desk/incidents/incident/1/change/"
    row = {f"attacks-0-{name}": value for name in ("id", "incident", "label", "place", "date", "type")}

    assert not breaks(desk, address, {**shown(desk, address), **row})
    assert not breaks(desk, address, {**shown(desk, address), **row, "attacks-TOTAL_FORMS": value[:1]})


@pytest.mark.parametrize("address", ["/desk/incidents/actor/1/merges/{}/undo/", "/desk/states/{}/restore/"])
@pytest.mark.parametrize("number", ["0", "9" * 19, "9" * 40, "abc", "%00", "-1"])
def test_a_number_that_cannot_be_there_is_not_found(desk: Client, address: str, number: str) -> None:
    a_merge("incidents_actor_part")

    assert not breaks(desk, address.format(number), {})
