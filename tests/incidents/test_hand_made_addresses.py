"""Whatever somebody writes into an address of the desk, it is answered properly."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.incidents.desk import at_the_desk
from tests.incidents.rows import furnish

pytestmark = pytest.mark.django_db

PAGES = [
    *(f"incidents/{model}" for model in ("incident", "attack", "claim", "actor", "place", "conflict")),
    *(f"sources/{model}" for model in ("source", "publication", "capture")),
]
STRANGE = ["abc", "", "-1", "0", "9" * 25, "1\0", "٣", "1.5", "a" * 3000, "%00", "' OR 1=1 --", "😀"]
LINKS = ["incident", "attack", "claimant", "actor", "place", "parent", "part_of", "publication", "source"]


@pytest.fixture
def desk() -> Client:
    furnish()
    return at_the_desk("curator")


def breaks(client: Client, address: str, asked: dict[str, str]) -> bool:
    response = client.get(f"{address}?{urlencode(asked)}", follow=True)
    return response.status_code not in (200, 400, 403, 404)


def breaking(client: Client, address: str, *parameters: str, **more: str) -> list[str]:
    """Those of the strange values that the address does not answer properly for these parameters."""
    return [v for v in STRANGE if breaks(client, address, more | dict.fromkeys(parameters, v))]


@pytest.mark.parametrize("page", PAGES)
def test_a_new_form_begins_with_what_makes_sense_of_any_address(desk: Client, page: str) -> None:
    asked = [*LINKS, "about", "property", "position", "title", "captured_at"]

    assert breaking(desk, f"/desk/{page}/add/", *asked) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("parameter", ["q", "p", "o", "all", "e"])
def test_a_list_answers_any_address(desk: Client, page: str, parameter: str) -> None:
    assert breaking(desk, f"/desk/{page}/", parameter) == []


@pytest.mark.parametrize(
    ("page", "parameter"),
    [
        ("incidents/incident", "state__exact"),
        ("incidents/incident", "when"),
        ("incidents/incident", "place__id__exact"),
        ("incidents/claim", "incident__id__exact"),
        ("incidents/claim", "citations__source__id__exact"),
        ("incidents/claim", "claimant__id__exact"),
        ("incidents/claim", "property__exact"),
        ("incidents/claim", "withheld__exact"),
        ("incidents/claim", "id__in"),
        ("sources/source", "publication__id__exact"),
        ("sources/capture", "captured_at__year"),
    ],
)
def test_a_filter_answers_any_value(desk: Client, page: str, parameter: str) -> None:
    assert breaking(desk, f"/desk/{page}/", parameter) == []


@pytest.mark.parametrize(
    "parameter", ["claim", "page", "property", "about", "uncited", "_changelist_filters"]
)
def test_an_incidents_page_answers_any_address(desk: Client, parameter: str) -> None:
    assert breaking(desk, "/desk/incidents/incident/1/change/", parameter) == []


@pytest.mark.parametrize(
    "parameter",
    ["term", "page", "app_label", "field_name", "scope_incident", "scope_attack", "scope_about"],
)
@pytest.mark.parametrize(
    ("model", "field"),
    [("claim", "superseded_by"), ("claim", "place"), ("citation", "source"), ("snapshot", "by")],
)
def test_what_a_field_offers_answers_any_address(
    desk: Client, model: str, field: str, parameter: str
) -> None:
    asked = {"app_label": "incidents", "model_name": model, "field_name": field, "scope_incident": "1"}

    assert breaking(desk, "/desk/autocomplete/", parameter, **asked) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("step", ["change", "delete", "history"])
def test_a_row_that_cannot_be_there_is_not_found(desk: Client, page: str, step: str) -> None:
    keys = ["abc", "99999999999999999999999", "-1", "1_00", "0", "%C3%28"]

    assert [key for key in keys if breaks(desk, f"/desk/{page}/{key}/{step}/", {})] == []


@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_a_form_answers_any_value(desk: Client, value: str) -> None:
    typed = dict.fromkeys(["incident", "attack", "claimant", "property", "low", "superseded_by"], value)
    typed |= {"citations-TOTAL_FORMS": "1", "citations-INITIAL_FORMS": "0", "citations-0-source": value}

    assert desk.post("/desk/incidents/claim/add/", typed).status_code == 200


@pytest.mark.parametrize("more", ["", "&about=incident", "&about=attack&attack=1"])
def test_a_new_claim_begins_with_as_much_as_the_address_says(desk: Client, more: str) -> None:
    response = desk.get(f"/desk/incidents/claim/add/?incident=1&property=killed{more}")

    assert response.status_code == 200
    assert response.context["adminform"].form["property"].value() == "killed"
