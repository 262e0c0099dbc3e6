"""Citations: each source of each claim."""

from __future__ import annotations

from archive.columns.documents import ListedCitation
from archive.columns.paths import Document
from archive.columns.table import Column, Kind, Table
from archive.columns.tables.shared import linked


def _publication(citation: Document) -> str | None:
    source = citation["source"]
    return linked(source, "publications", source["publication"])


CITATIONS = Table(
    "citations",
    "One source of one claim.",
    ListedCitation,
    (
        Column("incident", "claim.incident.id"),
        Column("incident_title", "claim.incident.title"),
        Column("claim", "claim.number"),
        Column("position", "position"),
        Column("property", "claim.property"),
        Column("about", "claim.about"),
        Column("attack", "claim.attack"),
        Column("stated", "claim.stated"),
        Column("stance", "citation.stance"),
        Column("locator", "citation.locator"),
        Column("quote", "citation.quote"),
        Column("reported_via", "citation.reported_via"),
        Column("source", "citation.source"),
        Column("source_kind", "source.kind"),
        Column("source_title", "source.title"),
        Column("source_description", "source.description"),
        Column("publication", "source.publication"),
        Column("publication_name", "source.publication", _publication, Kind.TEXT),
        Column("source_authors", "source.authors"),
        Column("source_language", "source.language"),
        Column("source_published", "source.published"),
        Column("source_url", "source.url"),
        Column("source_archive_url", "source.archive_url"),
        Column("incident_api_url", "claim.incident.api_url"),
        Column("claim_api_url", "claim.api_url"),
        Column("claim_page_url", "claim.page_url"),
        Column("source_api_url", "source.api_url"),
        Column("quote_state", "citation.checked.state"),
        Column("quote_checked_on", "citation.checked.on"),
    ),
)
