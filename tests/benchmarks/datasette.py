"""What Datasette is asked: canned queries that find in the same rows what the archive's addresses give.

https://docs.datasette.io/en/stable/sql_queries.html#canned-queries
"""

from __future__ import annotations

import json
from textwrap import dedent

CITATIONS = """
    SELECT json_group_array(json_object('locator', t.locator, 'quote', t.quote, 'key', s.key,
        'title', s.title, 'authors', s.authors, 'published', s.published, 'url', s.url,
        'publication', b.name))
    FROM twin_citation t JOIN twin_source s ON s.key = t.source_id
    JOIN twin_publication b ON b.key = s.publication_id WHERE t.claim_id = c.id
"""
CLAIMS = f"""
    SELECT json_group_array(json_object('number', c.number, 'property', c.property, 'stated', c.stated,
        'kind', c.claimant_kind, 'role', c.claimant_role, 'qualifier', c.qualifier, 'low', c.low,
        'best', c.best, 'high', c.high, 'attribution', c.attribution, 'actor', a.name, 'text', c.text,
        'citations', json(({CITATIONS}))))
    FROM twin_claim c LEFT JOIN twin_actor a ON a.key = c.actor_id WHERE c.incident_id = i.key
"""
ATTACKS = """
    SELECT json_group_array(json_object('number', k.number, 'label', k.label, 'date', k.date,
        'type', k.type, 'target', k.target, 'weapon', k.weapon))
    FROM twin_attack k WHERE k.incident_id = i.key
"""
INCIDENTS = f"""
    SELECT i.key, i.title, i.date, i.killed, p.name AS place, ({ATTACKS}) AS attacks, ({CLAIMS}) AS claims
    FROM twin_incident i JOIN twin_place p ON p.key = i.place_id
"""

QUERIES = {
    "event": """
        SELECT i.title, i.date, c.number, c.property, c.stated, c.qualifier, c.low, c.best, c.high, c.text,
            a.name AS actor, t.locator, t.quote, s.title AS source, s.url, b.name AS publication
        FROM twin_incident i JOIN twin_claim c ON c.incident_id = i.key
        LEFT JOIN twin_actor a ON a.key = c.actor_id JOIN twin_citation t ON t.claim_id = c.id
        JOIN twin_source s ON s.key = t.source_id JOIN twin_publication b ON b.key = s.publication_id
        WHERE i.key = :key ORDER BY c.number, t.id
    """,
    "detail": f"{INCIDENTS} WHERE i.key = :key",
    "list": f"""
        {INCIDENTS} WHERE i.country_id = :country AND i.date BETWEEN :date_from AND :date_to
        ORDER BY i.date DESC, i.key DESC LIMIT 50
    """,
    "search": """
        SELECT f.key, i.date, highlight(twin_incident_fts, 1, '<b>', '</b>') AS title,
            snippet(twin_incident_fts, -1, '<b>', '</b>', '…', 30) AS passage
        FROM twin_incident_fts f JOIN twin_incident i ON i.key = f.key
        WHERE twin_incident_fts MATCH :words ORDER BY rank LIMIT :most
    """,
}


def metadata(database: str) -> str:
    """The file that tells Datasette of the queries."""
    queries = {name: {"sql": dedent(sql).strip()} for name, sql in QUERIES.items()}
    return json.dumps({"databases": {database: {"queries": queries}}})
