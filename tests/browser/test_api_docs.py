"""The API's documents are read, and a question is asked from them, under the same policy as every page."""

from __future__ import annotations

import pytest

from tests.browser.screen import Screen

pytestmark = [pytest.mark.looks, pytest.mark.django_db(transaction=True)]


def test_a_reader_opens_an_operation_and_asks_it(reader: Screen) -> None:
    reader.open("/api/v1/docs/")
    page = reader.page
    for button in (".opblock-summary-control", ".try-out__btn", ".execute"):
        # Without a look at where it is: the browser takes seconds to lay this page out.
        reader.do(page.locator(button).first.dispatch_event("click"))

    reader.do(page.locator(".live-responses-table .response-col_status").get_by_text("200").wait_for())
