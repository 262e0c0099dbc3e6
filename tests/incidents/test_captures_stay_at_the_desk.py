"""What a stored copy says never leaves the desk, by whatever way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from archive.models import Edition
from incidents.dossiers import write
from incidents.jobs.capturing import look_up_quotes
from incidents.load import load
from incidents.publishing import publish
from sources.models import Capture, CaptureRequest, Source
from tests.incidents.public_addresses import in_every_language, said
from tests.incidents.test_checked_quotes import QUOTE, event

pytestmark = pytest.mark.django_db

#: Stands in all that is stored of a copy, and nowhere else.
TRACE = "quondam"


def test_no_public_address_says_what_a_copy_holds() -> None:
    incident = load(event())
    source = Source.objects.get(key="s1")
    copy = Capture.objects.create(
        source=source,
        captured_at=datetime(2024, 3, 1, tzinfo=UTC),
        text=f"{TRACE} {QUOTE} {TRACE}",
        asked=f"https://paper.example/{TRACE}",
        address=f"https://paper.example/{TRACE}",
        archive_url=f"https://paper.example/{TRACE}",
    )
    CaptureRequest.objects.create(source=source, state="failed", error=TRACE)
    look_up_quotes(source, by=None)
    publish(incident, by=None)

    assert TRACE not in Edition.objects.get().text
    assert TRACE not in write(Edition.objects.get().record)
    client = Client(raise_request_exception=False)
    assert [address for address in in_every_language() if TRACE in said(client, address)] == []
    assert TRACE in copy.text
