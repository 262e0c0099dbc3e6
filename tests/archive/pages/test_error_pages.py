"""When something fails, the page that says so needs nothing that may be broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from tests.archive.pages.markup import Page


@pytest.mark.parametrize(
    ("name", "said"),
    [("500.html", "Something broke on our side"), ("503.html", "Please try again in a while")],
)
def test_the_page_of_a_failure_needs_neither_context_nor_tags(name: str, said: str) -> None:
    source = (Path(settings.BASE_DIR) / "templates" / name).read_text(encoding="utf-8")

    assert render_to_string(name) == source.rstrip("\n") + "\n"
    assert said in Page(source).text
