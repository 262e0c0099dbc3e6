"""Every public address, as a path and as the absolute address that stored answers carry.

A path is a pure function of identifiers; `archive.urls` routes the same shapes.
"""

from __future__ import annotations

import re
import unicodedata

API = "/api/v1"


#: The words that follow an incident's id with a meaning of their own.
TAKEN = frozenset({"history", "editions"})


def slug_of(title: str) -> str:
    """The decorative part of an incident's address.

    Empty when the title has no Latin letters or digits, or is one of the words in `TAKEN`.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].rstrip("-")
    return "" if slug in TAKEN else slug


def absolute(path: str, site: str) -> str:
    """The whole address of a path; `site` is `settings.SITE_URL`, without a slash at the end."""
    return site.rstrip("/") + path


def incident_path(incident: str, slug: str = "") -> str:
    return f"/incidents/{incident}/{slug}/" if slug else f"/incidents/{incident}/"


def history_path(incident: str) -> str:
    return f"/incidents/{incident}/history/"


def edition_path(incident: str, number: int) -> str:
    return f"/incidents/{incident}/editions/{number}/"


def claim_path(incident: str, number: int, slug: str = "") -> str:
    return f"{incident_path(incident, slug)}#claim-{number}"


def attack_path(incident: str, number: int, slug: str = "") -> str:
    return f"{incident_path(incident, slug)}#attack-{number}"


def twin_path(page: str, ending: str) -> str:
    """The same as the page, in the format with that ending: “/incidents/k7m2qa.ris”."""
    return f"{page.rstrip('/')}.{ending}"


def references_path(page: str, ending: str) -> str:
    """What the page of an incident or edition cites, as a bibliography: “/incidents/k7m2qa/sources.ris”."""
    return twin_path(f"{page}sources", ending)


def source_path(key: str) -> str:
    return f"/sources/{key}/"


def publication_path(key: str) -> str:
    return f"/publications/{key}/"


def actor_path(key: str) -> str:
    return f"/actors/{key}/"


def place_path(key: str) -> str:
    return f"/places/{key}/"


def conflict_path(key: str) -> str:
    return f"/conflicts/{key}/"


def entity_path(kind: str, key: str) -> str:
    """The page of an entity; `kind` is the record's list that holds it: sources, actors, places …"""
    return f"/{kind}/{key}/"


def entity_list_path(kind: str) -> str:
    """The page that lists all entities of that kind."""
    return f"/{kind}/"


def api_incident_path(incident: str) -> str:
    return f"{API}/incidents/{incident}/"


def api_editions_path(incident: str) -> str:
    return f"{API}/incidents/{incident}/editions/"


def api_edition_path(incident: str, number: int) -> str:
    return f"{API}/incidents/{incident}/editions/{number}/"


def api_claim_path(incident: str, number: int) -> str:
    return f"{API}/incidents/{incident}/claims/{number}/"


def api_citations_path(incident: str, claim: int) -> str:
    return f"{api_claim_path(incident, claim)}citations/"


def api_attack_path(incident: str, number: int) -> str:
    return f"{API}/incidents/{incident}/attacks/{number}/"


def api_entity_path(kind: str, key: str) -> str:
    """The answer about an entity; `kind` is the record's list that holds it: sources, actors, places …"""
    return f"{API}/{kind}/{key}/"


def api_list_path(resource: str, **filters: str) -> str:
    """A list, filtered by keys: `api_list_path("incidents", source="s1")`."""
    query = "&".join(f"{name}={value}" for name, value in filters.items())
    return f"{API}/{resource}/" + (f"?{query}" if query else "")


def release_path(version: str) -> str:
    return f"/data/releases/{version}/"


def release_file_path(version: str, file: str) -> str:
    """A file of a release by its name: “tables/claims.csv”."""
    return release_path(version) + file
