"""Whatever stands in the texts of a record comes out as text, on every page, in files and at the desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from pydantic import TypeAdapter, ValidationError

from archive.record.text import Line, Url
from incidents.load import load
from incidents.models import Actor, Conflict, Incident, Place
from incidents.publishing import publish
from sources.models import Publication, Source
from tests.incidents.hostile import MARK, dangers, hostile_record
from tests.incidents.public_addresses import addresses
from tests.incidents.roles.people import browser

#: Files that spreadsheets open.
SHEETS = [
    f"/api/v1/{table}.csv?excel=1"
    for table in ("incidents", "attacks", "claims", "citations", "sources", "actors", "places")
]
KINDS: dict[str, Any] = {
    "incidents": Incident,
    "sources": Source,
    "publications": Publication,
    "actors": Actor,
    "places": Place,
    "conflicts": Conflict,
}


@pytest.mark.django_db
def test_no_output_makes_anything_of_the_words_of_a_record() -> None:
    incident = load(hostile_record())
    publish(incident, by=None)

    public = [*SHEETS, "/ur/", "/incidents/?q=xss", *_public()]
    seen = _seen(Client(), public) | _seen(browser("curator"), _at_the_desk(incident))

    assert [address for address, (_, marked) in seen.items() if marked] != []
    assert [f"{address}: {danger}" for address, (found, _) in seen.items() for danger in found] == []
    assert sum(marked for _, marked in seen.values()) > 60


def _public() -> list[str]:
    """One address of each pattern: that of the incident, or of the first of its actors, places and so on."""
    keys = {name: model.objects.values_list("key", flat=True)[0] for name, model in KINDS.items()}
    found: dict[Any, str] = {}
    for address, pattern in addresses():
        kind, _, rest = address.removeprefix("/api/v1").strip("/").partition("/")
        if kind not in keys or not rest or rest.partition("/")[0].partition(".")[0] == keys[kind]:
            found.setdefault(pattern, address)
    return list(found.values())


def _at_the_desk(incident: Incident) -> list[str]:
    """The list of everything, its first row's form and history, and the pages of the incident."""
    found = [reverse("admin:index")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        first = model._default_manager.values_list("pk", flat=True).first()
        if first is not None and model._meta.app_label in ("incidents", "sources"):
            found += [reverse(f"{name}_changelist"), reverse(f"{name}_change", args=[first])]
    found.append(reverse("admin:incidents_incident_preview", args=[incident.pk]))
    return [*found, reverse("admin:history", args=["incidents", incident.key])]


def _seen(client: Client, addresses: list[str]) -> dict[str, tuple[list[str], bool]]:
    """Of each address what is dangerous there, and whether the payload is there at all."""
    return {address: _looked_at(client.get(address)) for address in addresses}


def _looked_at(answer: Any) -> tuple[list[str], bool]:
    body = answer.getvalue()
    return dangers(answer.headers, body), MARK.encode() in body


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//host/", 'http://a"b', "http://a\r\nb"]
)
def test_no_address_in_a_record_leads_to_a_script(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Url).validate_python(address)


@pytest.mark.parametrize("broken", ["a\rb", "a\nb", "a\x00b", "a\x1bb", "a\u0085b"])
def test_no_line_of_a_record_holds_a_break_or_a_control_character(broken: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python(broken)
