"""Sources of a website on this machine, and a worker that may ask just it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from incidents.jobs import capturing
from sources.models import Capture, Source
from tests.sources.captures.documents import page
from tests.sources.captures.websites import Answer, Website, answer, website

SENTENCE = "At least 128 people were killed on Friday, officials said, in the deadliest attack of the year."


@contextmanager
def worker_may_ask(monkeypatch: pytest.MonkeyPatch, *answers: Answer) -> Iterator[Website]:
    with website(*answers) as site:
        monkeypatch.setattr(capturing, "RULES", site.rules())
        yield site


def article(*sentences: str) -> Answer:
    return answer(page(*(sentences or (SENTENCE,))), kind="text/html; charset=utf-8")


def source_at(address: str, key: str = "text") -> Source:
    return Source.objects.create(key=key, kind="article", title="Blast kills 85", url=address)


def only_copy() -> Capture:
    return Capture.objects.get()
