"""Every address of the desk, with the least of those who may read it and who may send a form to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.urls import URLPattern, URLResolver, reverse

from incidents.states import Step
from tests.incidents.roles.people import NOBODY

#: Models whose rows have a key, and so can be merged.
KEYED = (
    *(("incidents", model) for model in ("incident", "actor", "place", "conflict")),
    *(("sources", model) for model in ("source", "publication")),
)
#: Models whose rows are parts of others.
PARTS = (("incidents", "attack"), ("incidents", "claim"), ("sources", "capture"))
#: Those of nobody in particular.
OPEN = {"login", "logout"}
#: Models whose page takes a form for a visit: it shows the row in any case.
SHOWN = ("job", "import", "datasetrow")
#: Models that nobody changes at the desk: people are added by a command, the rest comes of what is done.
READ_ONLY = (
    *(("auth", model, "curator") for model in ("user", "group")),
    *(("incidents", model, "contributor") for model in SHOWN),
    *(("incidents", "signin", "curator"), ("admin", "logentry", "curator")),
    ("usersessions", "usersession", "curator"),
)

#: The key of the request that a reader sent.
REQUEST = UUID(int=1)

STEPS: Mapping[Step, str] = {
    Step.SEND_TO_REVIEW: "contributor",
    Step.APPROVE: "reviewer",
    Step.SEND_BACK: "reviewer",
    Step.PUBLISH: "editor",
    Step.RETRACT: "editor",
    Step.REDACT: "curator",
}


@dataclass(frozen=True)
class Row:
    """`reads` and `sends` name the least of those who may; `typed` is what is sent.

    `is_form`: what is sent is the form as the page shows it.
    """

    name: str
    reads: str
    sends: str
    args: tuple[Any, ...] = ()
    query: str = ""
    typed: dict[str, Any] = field(default_factory=dict)
    is_form: bool = False

    def __str__(self) -> str:
        return " ".join([self.name, *map(str, self.args), *filter(None, [self.query])])

    @property
    def address(self) -> str:
        return reverse(f"admin:{self.name}", args=self.args) + self.query


def rows() -> Iterator[Row]:
    yield from _own()
    yield from _memory()
    yield from _publishing()
    yield from _worksheets()
    for app, model in KEYED:
        yield from _entered(app, model)
        yield from _merged(f"{app}_{model}")
    for app, model in PARTS:
        yield from _entered(app, model)
    for app, model, reader in READ_ONLY:
        yield from _read(f"{app}_{model}", reader)
    yield Row("auth_user_password_change", NOBODY, NOBODY, (1,))
    yield Row("auth_user_forget_second_factor", "curator", "curator", (1,))
    yield Row("sources_capture_response", "contributor", NOBODY, (1,))
    yield Row("sources_capture_wayback", NOBODY, "contributor", (1,))
    yield Row("sources_source_capture", NOBODY, "contributor", (1,))
    yield Row("incidents_job_start", NOBODY, "editor", (1,))
    yield Row("sources_source_add_by", "contributor", "contributor", typed={"pasted": "A leaflet."})
    yield from _imported()
    yield from _asked()


def _own() -> Iterator[Row]:
    """What the desk has for everybody who is logged in, and what it answers others with."""
    yield Row("index", "without", "without")
    yield Row("jsi18n", "without", NOBODY)
    yield Row("view_on_site", NOBODY, NOBODY, (1, 1))
    yield Row("app_list", "contributor", "contributor", ("incidents",))
    yield Row("app_list", "contributor", "contributor", ("sources",))
    yield Row("app_list", "editor", "editor", ("archive",))
    for app in ("admin", "auth", "usersessions"):
        yield Row("app_list", "curator", "curator", (app,))
    for field_name in ("incident", "claimant", "place", "superseded_by"):
        asked = f"?app_label=incidents&model_name=claim&field_name={field_name}&term=a"
        yield Row("autocomplete", "contributor", NOBODY, query=asked)


def _memory() -> Iterator[Row]:
    yield Row("deleted", "contributor", "contributor")
    for subject, key in (("incidents", "event-1"), ("sources", "text"), ("actors", "group")):
        yield Row("history", "contributor", "contributor", (subject, key))
        yield Row("compare", "contributor", "contributor", (subject, key), "?old=1&new=2")
    # The states of an incident, of a source, and of an actor that was deleted.
    yield Row("state", "contributor", "contributor", (1,))
    yield Row("state", "contributor", "contributor", (3,))
    yield Row("restore", "contributor", "contributor", (1,), typed={"newest": "2"})
    yield Row("restore", "contributor", "contributor", (3,), typed={"newest": "3"})
    yield Row("restore", "curator", "curator", (4,), typed={"newest": "5"})


def _publishing() -> Iterator[Row]:
    yield Row("incidents_incident_preview", "contributor", NOBODY, (1,))
    yield Row("incidents_incident_headlines", "contributor", NOBODY, (1,))
    yield Row("incidents_incident_headline", NOBODY, "contributor", (1,), typed={"word": "again"})
    for step, least in STEPS.items():
        typed = {"reason": "For a reason.", "note": ""}
        yield Row("incidents_incident_step", least, least, (1, step), typed=typed)


def _worksheets() -> Iterator[Row]:
    name = "incidents_incident_worksheet"
    left_out = {"kind": "number", "words": "12", "around": "12 shops", "reason": "other"}
    yield Row(f"{name}s", "contributor", NOBODY, (1,), "?source=1")
    yield Row(name, "contributor", "contributor", (1, 1))
    yield Row(f"{name}_text", NOBODY, "contributor", (1, 1), typed={"text": "12 shops burnt."})
    yield Row(f"{name}_left_out", NOBODY, "contributor", (1, 1), typed=left_out)
    yield Row(f"{name}_quoted", NOBODY, "contributor", (1, 1), typed=left_out | {"claim": "1"})


def _entered(app: str, model: str) -> Iterator[Row]:
    name = f"{app}_{model}"
    yield Row(f"{name}_changelist", "contributor", "contributor")
    yield Row(f"{name}_add", "contributor", "contributor")
    if model == "capture":
        yield Row(f"{name}_change", "contributor", NOBODY, (1,))
    else:
        yield Row(f"{name}_change", "contributor", "contributor", (1,), is_form=True)
    yield Row(f"{name}_history", "contributor", "contributor", (1,))
    yield Row(f"{name}_delete", "curator", "curator", (1,), typed={"post": "yes"})


def _merged(name: str) -> Iterator[Row]:
    yield Row(f"{name}_merge", "curator", "curator", (1,), typed={"into": "2"})
    yield Row(f"{name}_part", "curator", "curator", (1, 1))


def _read(name: str, reader: str) -> Iterator[Row]:
    yield Row(f"{name}_changelist", reader, reader)
    yield Row(f"{name}_add", NOBODY, NOBODY)
    yield Row(f"{name}_change", reader, reader if name.removeprefix("incidents_") in SHOWN else NOBODY, (1,))
    yield Row(f"{name}_history", reader, reader, (1,))
    yield Row(f"{name}_delete", NOBODY, NOBODY, (1,), typed={"post": "yes"})


def _imported() -> Iterator[Row]:
    yield Row("incidents_import_upload", "editor", "editor")
    yield Row("incidents_import_look", "editor", NOBODY, (1,))
    yield Row("incidents_import_begin", NOBODY, "editor", (1,))
    yield Row("incidents_import_discard", NOBODY, "editor", (1,))
    yield Row("incidents_import_resume", NOBODY, "editor", (1,))
    yield Row("incidents_import_progress", "contributor", NOBODY, (1,))
    yield Row("incidents_import_rejects", "contributor", NOBODY, (1,))
    yield Row("incidents_datasetrow_decide", NOBODY, "editor", (1,), typed={"word": "own"})


def _asked() -> Iterator[Row]:
    """What readers ask for; nobody asks for it at the desk."""
    name, one = "archive_correctionrequest", (REQUEST,)
    yield Row(f"{name}_changelist", "editor", "editor")
    yield Row(f"{name}_add", NOBODY, NOBODY)
    yield Row(f"{name}_change", "editor", "editor", one, typed={"state": "in_hand", "note": ""})
    yield Row(f"{name}_history", "editor", "editor", one)
    yield Row(f"{name}_delete", "curator", "curator", one, typed={"post": "yes"})


def named() -> set[str]:
    """The names of all addresses that the desk has."""
    return {pattern.name for _, pattern in _patterns(admin.site.urls[0]) if pattern.name}


def unnamed() -> set[str]:
    """The addresses that have no name."""
    return {path for path, pattern in _patterns(admin.site.urls[0]) if not pattern.name}


def _patterns(addresses: Any, within: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Each with its path, as it is written."""
    for address in addresses:
        path = f"{within}{address.pattern}"
        if isinstance(address, URLResolver):
            yield from _patterns(address.url_patterns, path)
        else:
            yield path, address
