"""The questions whose answers are the examples of the OpenAPI document, and the archive that answers them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.test import Client

from archive import catalogue, editions
from archive.figures import for_readers
from tests.sheets import demo_records

#: When the demonstration events are published, so that their answers are always the same.
MOMENT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)

#: Of each address, as the document writes it, the one that is asked; both below the API's own.
ASKED: Mapping[str, str] = {
    "/": "/",
    "/incidents/": "/incidents/?place=peshawar&date_from=2018-01-01&page_size=1",
    "/incidents/{key}/": "/incidents/p7b2fh/",
    "/incidents/{incident}/attacks/": "/incidents/p7b2fh/attacks/",
    "/incidents/{incident}/attacks/{number}/": "/incidents/p7b2fh/attacks/1/",
    "/incidents/{incident}/claims/": "/incidents/p7b2fh/claims/?property=killed&page_size=1",
    "/incidents/{incident}/claims/{number}/": "/incidents/p7b2fh/claims/4/",
    "/incidents/{incident}/editions/": "/incidents/p7b2fh/editions/",
    "/incidents/{incident}/editions/{number}/": "/incidents/p7b2fh/editions/1/",
    "/attacks/": "/attacks/?type=suicide_bombing&page_size=1",
    "/claims/": "/claims/?property=responsibility&page_size=1",
    "/incidents/{incident}/claims/{claim}/citations/": "/incidents/p7b2fh/claims/4/citations/",
    "/incidents/{incident}/claims/{claim}/citations/{number}/": "/incidents/p7b2fh/claims/4/citations/1/",
    "/citations/": "/citations/?incident=p7b2fh&page_size=1",
    "/incidents/{incident}/citations.{ending}": "/incidents/p7b2fh/citations.csv",
    "/incidents/{incident}/figures.{ending}": "/incidents/p7b2fh/figures.csv",
    "/figures.{ending}": "/figures.csv?place=peshawar&date_from=2018-01-01",
    "/datapackage.json": "/datapackage.json",
    "/sources/": "/sources/?kind=article&page_size=1",
    "/sources/{key}/": "/sources/ucdp-ged-274816/",
    "/publications/": "/publications/?kind=news_agency&page_size=1",
    "/publications/{key}/": "/publications/ucdp-ged/",
    "/actors/": "/actors/?kind=armed_group&page_size=1",
    "/actors/{key}/": "/actors/tehrik-i-taliban-pakistan/",
    "/places/": "/places/?kind=province&page_size=1",
    "/places/{key}/": "/places/peshawar/",
    "/conflicts/": "/conflicts/?page_size=1",
    "/conflicts/{key}/": "/conflicts/election-violence-in-pakistan/",
    "/editions/": "/editions/?incident=p7b2fh",
    "/changes/": "/changes/?page_size=1",
    "/statistics/": "/statistics/?group_by=year&group_by=place:province&page_size=2",
}


def publish_the_demonstration() -> None:
    for record in demo_records():
        catalogue.index(editions.append(for_readers(record), at=MOMENT))


def answers(client: Client) -> dict[str, Any]:
    """Of each address of the document, the one that is asked (`asked`) and what is answered."""
    return {f"/api/v1{path}": _answer(client, f"/api/v1{asked}") for path, asked in ASKED.items()}


def _answer(client: Client, asked: str) -> dict[str, Any]:
    answer = client.get(asked)
    assert answer.status_code == 200, asked
    is_json = answer["Content-Type"] == "application/json"
    return {"asked": asked, "answer": answer.json() if is_json else answer.getvalue().decode()}
