"""A source whose title is not known."""

from __future__ import annotations

import json

import pytest

from archive.bibliography import FORMATS, Reference, read, write
from archive.bibliography.format import Format
from tests.builders import source

UNTITLED = Reference(source("s1", title="", description="News analysis of 7 February 2024"))


def test_what_it_is_stands_in_for_its_title_where_people_see_it() -> None:
    (entry,) = json.loads(write([UNTITLED], FORMATS["csl"]))

    assert entry["title"] == "News analysis of 7 February 2024"


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_it_reads_back_without_a_title(form: Format) -> None:
    (found,) = read(write([UNTITLED], form), form)

    assert found.source == UNTITLED.source
