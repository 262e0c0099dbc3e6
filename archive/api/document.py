"""What the OpenAPI document holds beside what follows from the views: examples of the answers, and links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings

#: Of each address, as the document writes it, one that was asked and its answer: `python -m tests.examples`.
EXAMPLES = Path(__file__).with_name("examples.json")
#: The address of the archive that the examples were asked of.
EXAMPLE_SITE = "http://127.0.0.1:8000"


def _header(says: str, kind: str) -> dict[str, Any]:
    return {"description": says, "schema": {"type": kind}}


_FIRST = "$response.body#/results/0"
_INCIDENT = {"incident": "$response.body#/id"}
_OF_INCIDENT = {"incident": f"{_FIRST}/incident/id", "number": f"{_FIRST}/number"}
_OF_CLAIM = {**_OF_INCIDENT, "claim": f"{_FIRST}/claim/number"}
_EDITION = {"incident": f"{_FIRST}/incident", "number": f"{_FIRST}/number"}
#: Which operations an answer leads on to, and where in it their parameters are:
#: https://spec.openapis.org/oas/v3.1.1.html#link-object
LINKS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "ListIncidents": {
        "Incident": {"key": f"{_FIRST}/id"},
        "ListIncidentClaims": {"incident": f"{_FIRST}/id"},
    },
    "Incident": {
        "ListIncidentAttacks": _INCIDENT,
        "ListIncidentClaims": _INCIDENT,
        "ListIncidentEditions": _INCIDENT,
        "IncidentAttack": {**_INCIDENT, "number": "$response.body#/attacks/0/number"},
        "IncidentClaim": {**_INCIDENT, "number": "$response.body#/claims/0/number"},
    },
    "ListAttacks": {"IncidentAttack": _OF_INCIDENT},
    "ListClaims": {"IncidentClaim": _OF_INCIDENT},
    "ListIncidentAttacks": {"IncidentAttack": _OF_INCIDENT},
    "ListIncidentClaims": {"IncidentClaim": _OF_INCIDENT},
    "ListIncidentEditions": {"IncidentEdition": _EDITION},
    "ListCitations": {"ClaimCitation": _OF_CLAIM},
    "ListClaimCitations": {"ClaimCitation": _OF_CLAIM},
    "ListEditions": {"IncidentEdition": _EDITION},
    "ListChanges": {"IncidentEdition": _EDITION},
    **{
        f"List{one}s": {one: {"key": f"{_FIRST}/key"}}
        for one in ("Source", "Publication", "Actor", "Place", "Conflict")
    },
}

#: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
RATES = {
    "RateLimit-Policy": _header("How often one may ask (q) within so many seconds (w).", "string"),
    "RateLimit": _header("How often still (r), until so many seconds are over (t).", "string"),
}
OF_ANSWERS = {"ETag": _header("What identifies exactly these bytes.", "string"), **RATES}
OF_REFUSALS = {"Retry-After": _header("After how many seconds to ask again.", "integer"), **RATES}


def completed(result: dict[str, Any], **of_the_generator: Any) -> dict[str, Any]:
    """The document with all of it; a hook of drf-spectacular."""
    for path, item in result["paths"].items():
        operation = item["get"]
        answer = operation["responses"]["200"]
        answer["headers"] = OF_ANSWERS
        operation["responses"]["429"]["headers"] = OF_REFUSALS
        told = {"summary": "The same at every archive.", "externalValue": f"{settings.SITE_URL}{path}"}
        if example := examples().get(path):
            told = {"summary": example["asked"], "value": example["answer"]}
            _give_examples(operation, path, example["asked"])
        exemplary(answer)["examples"] = {"demonstration": told}
        if leading_on := LINKS.get(operation["operationId"]):
            answer["links"] = {
                name: {"operationId": name, "parameters": dict(given)} for name, given in leading_on.items()
            }
    return result


def exemplary(answer: Mapping[str, Any]) -> Any:
    """Of an answer that is described, the medium of which there is an example: JSON or, of a file, CSV."""
    content = answer["content"]
    return content.get("application/json") or content["text/csv"]


@cache
def examples() -> dict[str, Any]:
    """Of each address, one that was asked (`asked`) and its answer, at the archive's own site."""
    text = EXAMPLES.read_text(encoding="utf-8").replace(EXAMPLE_SITE, settings.SITE_URL)
    return dict(orjson.loads(text))


def _give_examples(operation: dict[str, Any], path: str, asked: str) -> None:
    """To each parameter of the path, its value in the address that was asked."""
    found = re.match(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", path), asked)
    values = found.groupdict() if found else {}
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in values:
            value = values[parameter["name"]]
            parameter["example"] = int(value) if parameter["schema"]["type"] == "integer" else value
