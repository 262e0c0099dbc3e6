"""A researcher cites what was read: a line to copy, a file for a reference manager, the edition itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.async_api import expect

from archive.bibliography import FORMATS, read
from tests.archive.published import publish
from tests.browser.axe import judge
from tests.browser.screen import Screen
from tests.sheets import second_record

EVENT = "/incidents/m4s8td/2018-mastung-bombing/"


@pytest.fixture
def event(transactional_db: None) -> None:
    """The second demonstration event, in two editions."""
    publish(second_record(), second_record())


async def downloaded(reader: Screen, link: str) -> Path:
    async with reader.page.expect_download() as coming:
        await reader.page.get_by_role("link", name=link, exact=True).first.click()
    return Path(await (await coming.value).path())


@pytest.mark.usefixtures("event")
def test_the_line_and_the_file_name_the_edition_that_was_read(reader: Screen) -> None:
    reader.open("/incidents/m4s8td/editions/1/")
    reader.follow("cite this", exact=True)
    line = reader.page.locator("#citation")
    reader.do(expect(line).to_contain_text("“2018 Mastung bombing”, edition 1, "))
    reader.do(expect(line).to_be_in_viewport())

    (found,) = read(reader.do(downloaded(reader, "BibTeX")).read_text("utf-8"), FORMATS["bibtex"])
    assert (found.source.title, found.source.version) == ("2018 Mastung bombing", "1")
    reader.do(line.get_by_role("link").click())
    assert reader.address == "/incidents/m4s8td/editions/1/"


@pytest.mark.usefixtures("event")
def test_the_line_is_copied_as_it_reads(reader: Screen) -> None:
    reader.do(reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"]))
    reader.open(EVENT)
    reader.press("Copy")
    reader.sees("Copied.")

    copied = reader.do(reader.page.evaluate("navigator.clipboard.readText()"))
    assert copied == reader.do(reader.page.locator("#citation").text_content())
    assert ", edition 2, " in copied


@pytest.mark.usefixtures("event")
def test_the_data_in_the_page_are_there_to_read_and_the_policy_does_not_object(reader: Screen) -> None:
    reader.open(EVENT)
    block = reader.page.locator("script[type='application/ld+json']")

    assert json.loads(reader.do(block.text_content()) or "")["name"] == "2018 Mastung bombing"
    assert reader.watch.faults == []


@pytest.mark.usefixtures("event")
def test_the_box_is_easy_to_use(reader: Screen) -> None:
    reader.open(f"{EVENT}?known_at=2018-07-13#cite-this")
    judge(reader, "cite-this")
