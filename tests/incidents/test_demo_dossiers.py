"""What holds for every dossier that ships with the archive."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from archive.record import Record, StatementClaim
from archive.record.links import Link, held
from archive.vocabulary import About, Section
from incidents.importers.formats.ucdp import UCDP
from tests.sheets import (
    FOLDER,
    SECOND_ROWS,
    SECOND_SOURCES,
    SEED_ROWS,
    SEED_SOURCES,
    SHORT_SHEETS,
    Row,
    claims_for,
    demo_records,
    dossier_text,
    second_record,
    seed_record,
)

RECORDS = pytest.mark.parametrize("record", demo_records(), ids=lambda record: record.id)
SPOTS = {"mastung": (29.8, 66.85), **{sheet.place: sheet.spot for sheet in SHORT_SHEETS}}
SHEETS = pytest.mark.parametrize(
    ("record", "rows", "keys"),
    [(seed_record(), SEED_ROWS, SEED_SOURCES), (second_record(), SECOND_ROWS, SECOND_SOURCES)],
    ids=["seed", "second"],
)


@RECORDS
def test_every_claim_is_cited_with_a_locator(record: Record) -> None:
    assert all(claim.citations for claim in record.claims)
    assert all(citation.locator for claim in record.claims for citation in claim.citations)


@RECORDS
def test_no_words_of_a_source_are_reproduced(record: Record) -> None:
    assert not any(citation.quote for claim in record.claims for citation in claim.citations)


@RECORDS
def test_every_statement_is_made_of_whole_sentences(record: Record) -> None:
    texts = [claim.value.text for claim in record.claims if isinstance(claim, StatementClaim)]
    assert texts
    assert all(text.endswith(".") and text[0].isupper() for text in texts)


@RECORDS
def test_the_claims_are_numbered_in_the_order_of_the_page(record: Record) -> None:
    assert [claim.number for claim in record.claims] == list(range(1, len(record.claims) + 1))


@RECORDS
def test_the_page_opens_with_the_summary(record: Record) -> None:
    opening = record.claims[0]
    assert isinstance(opening, StatementClaim)
    assert opening.value.section is Section.LEAD


@RECORDS
def test_no_coordinates_are_invented(record: Record) -> None:
    """They are UCDP's, as the fact sheets give them."""
    given = {place.key: (place.latitude, place.longitude) for place in record.places if place.precision}
    assert given.items() <= SPOTS.items()


def test_what_several_dossiers_share_is_said_alike_in_all() -> None:
    """Otherwise each loading would change what the one before it said, and renew published incidents."""
    said: dict[Link, set[str]] = defaultdict(set)
    for record in demo_records():
        for link, entity in held(record).items():
            said[link].add(entity.model_dump_json())
    assert [link for link, ways in said.items() if len(ways) > 1] == []


def test_no_name_stands_for_two_places_or_two_actors() -> None:
    keys: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in demo_records():
        for place in record.places:
            for name in (place.name, *(alias.text for alias in place.names)):
                keys["place", name].add(place.key)
        for actor in record.actors:
            for name in (actor.name, *(alias.text for alias in actor.aliases)):
                keys["actor", name].add(actor.key)
    assert [name for name, found in keys.items() if len(found) > 1] == []


def test_ucdp_is_the_publication_that_an_import_of_its_file_finds() -> None:
    shown = [one for record in demo_records() for one in record.publications if one.key == "ucdp-ged"]
    assert shown
    assert all(one == UCDP.publication for one in shown)


def test_every_dossier_has_an_id_of_its_own() -> None:
    ids = [record.id for record in demo_records()]
    assert len(set(ids)) == len(ids) == 12


@RECORDS
def test_no_author_and_no_archived_copy_is_invented(record: Record) -> None:
    assert not any(source.authors or source.archive_url for source in record.sources)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_no_address_is_invented(name: str) -> None:
    """Known are those of five pages of the second event, one of which speaks of Bannu, and UCDP's."""
    pages = {"mastung-2018": 5, "bannu-2018": 1}.get(name, 0)
    of_ucdp = 0 if name == "balochistan-2024" else 1
    assert len(re.findall(r"https?://", dossier_text(name))) == pages + of_ucdp


@SHEETS
def test_nothing_is_claimed_that_the_sheet_does_not_say(
    record: Record, rows: tuple[Row, ...], keys: dict[str, str]
) -> None:
    walked = {claim.number for row in rows for claim in claims_for(record, row, keys)}
    retold = [claim for claim in record.claims if claim.number not in walked]
    assert all(isinstance(claim, StatementClaim) and claim.about is not About.CONTEXT for claim in retold)
