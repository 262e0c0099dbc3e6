"""Citations: where a claim is printed, each by itself, as the answer about its claim holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.answers.parts import Addressed, Brief, Links
from archive.record import Citation, Line, Number
from archive.vocabulary import About, Property


class ClaimBrief(Addressed):
    """A claim, in short."""

    number: Number
    property: Property
    about: About
    stated: Line


class CitationAnswer(Citation, Addressed):
    """A citation by itself: where it is printed (`links`) that somebody says something (`claim`).

    `number`: its place among the citations of its claim, from 1; another edition may number them anew.
    """

    number: Number
    incident: Brief
    claim: ClaimBrief
    links: Links


def citation_of(claim: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The citation of that number, as `CitationAnswer` has it, from the answer about its claim."""
    citation: dict[str, Any] = claim["citations"][number - 1]
    return citation | {
        "api_url": f"{claim['api_url']}citations/{number}/",
        "page_url": claim["page_url"],
        "number": number,
        "incident": claim["incident"],
        "claim": {name: claim[name] for name in ClaimBrief.model_fields},
        "links": _links(claim["links"], citation),
    }


def _links(of_claim: Mapping[str, Any], citation: Mapping[str, Any]) -> dict[str, Any]:
    """The source, and the publications that it credits, out of all that the claim names."""
    named = {"sources": [citation["source"]], "publications": citation["reported_via"]}
    return {
        kind: [entity for entity in of_claim[kind] if entity["key"] in named.get(kind, ())]
        for kind in Links.model_fields
    }
