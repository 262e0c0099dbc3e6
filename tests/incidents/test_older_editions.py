"""The format of records grows; editions do not. What they say alike is the same."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from archive.models import Edition
from incidents.history import keep
from incidents.load import load
from incidents.models import Incident, State
from incidents.publishing import NothingToPublish, publish
from tests.builders import count, exactly, record
from tests.incidents.desk import person

pytestmark = pytest.mark.django_db


def published_when_the_format_was_younger() -> Incident:
    """An incident whose edition has a text without a field that records have now."""
    incident = load(record(count(1, exactly(3))))
    edition = publish(incident, by=None)
    content = json.loads(edition.text)
    del content["merged"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_edition SET text = %s, sha256 = %s", [json.dumps(content), "0" * 64])
    return incident


def test_saving_without_a_change_leaves_it_published() -> None:
    incident = published_when_the_format_was_younger()
    keep(incident, by=person("contributor"), what="Changed.")

    assert Incident.objects.get().state == State.PUBLISHED


def test_it_is_not_published_again_unchanged() -> None:
    incident = published_when_the_format_was_younger()
    with pytest.raises(NothingToPublish):
        publish(incident, by=None)

    assert Edition.objects.count() == 1
