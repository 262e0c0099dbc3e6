"""A publication that a citation credits is not deleted from under it."""

from __future__ import annotations

import pytest

from incidents.load import load
from sources.models import Publication
from tests.builders import cited, count, exactly, record
from tests.incidents.desk import at_the_desk

pytestmark = pytest.mark.django_db


def test_a_publication_that_is_credited_cannot_be_deleted_in_the_admin() -> None:
    credit = cited("s1")[0].model_copy(update={"reported_via": ("agency",)})
    load(record(count(1, exactly(3), citations=(credit,))))
    agency = Publication.objects.get(key="agency")
    page = at_the_desk("curator").post(f"/desk/sources/publication/{agency.pk}/delete/", {"post": "yes"})

    assert f"{agency.name}, which citations credit" in page.content.decode()
    assert Publication.objects.filter(key="agency").exists()


def test_a_publication_that_nothing_names_can_be_deleted() -> None:
    agency = Publication.objects.create(key="agency", name="Agency", kind="news_agency")
    at_the_desk("curator").post(f"/desk/sources/publication/{agency.pk}/delete/", {"post": "yes"})

    assert not Publication.objects.exists()
