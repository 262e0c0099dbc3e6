"""When something fails, the page that says so needs nothing that may be broken."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from tests.archive.pages.markup import Page


def test_the_page_of_a_failure_needs_neither_context_nor_tags() -> None:
    source = (Path(settings.BASE_DIR) / "templates" / "500.html").read_text(encoding="utf-8")

    assert render_to_string("500.html") == source.rstrip("\n") + "\n"
    assert "Something broke on our side" in Page(source).text
