"""What `python -m tests.faults.load` finds wrong, and what it lets pass."""

from __future__ import annotations

import json

import pytest

from tests.faults.load.judging import Wrong, a_list, a_table, lines, page_of, record_of
from tests.faults.memory import course

PAGE = '<h1><bdi lang="en">Bombs &amp; fire</bdi></h1><p class="event__notes">Edition 3 (update)</p></html>'


def record(number: int, key: str = "ucdp-1") -> str:
    return json.dumps({"id": key, "title": "Bombs & fire", "edition": {"number": number}})


def test_a_page_shows_its_title_and_its_edition() -> None:
    assert page_of("ucdp-1", PAGE, {"ucdp-1": 3}) == ("ucdp-1", 3, "Bombs & fire")


def test_a_page_of_an_edition_older_than_one_that_was_published_is_wrong() -> None:
    with pytest.raises(Wrong, match="edition 3 after edition 4 was published"):
        page_of("ucdp-1", PAGE, {"ucdp-1": 4})


@pytest.mark.parametrize("part", ["h1", "event__notes", "</html>"])
def test_a_page_that_lacks_a_part_is_wrong(part: str) -> None:
    with pytest.raises(Wrong, match="without its title, its edition or its end"):
        page_of("ucdp-1", PAGE.replace(part, ""), {})


def test_the_record_of_another_incident_is_wrong() -> None:
    with pytest.raises(Wrong, match="the record of ucdp-2"):
        record_of("ucdp-1", record(1, key="ucdp-2"), {})


def test_a_list_that_tells_an_older_edition_is_wrong() -> None:
    row = {"id": "ucdp-1", "title": "A title", "edition": 1}
    with pytest.raises(Wrong, match="edition 1 after edition 2"):
        list(a_list(json.dumps({"results": [row]}), {"ucdp-1": 2}))


def test_a_table_that_ends_before_its_last_incident_is_wrong() -> None:
    with pytest.raises(Wrong, match="a table of 2 lines"):
        a_table("id,title\nucdp-1,A title\n", {"ucdp-1": 1, "ucdp-2": 1})


def test_a_table_that_breaks_off_in_a_line_is_wrong() -> None:
    with pytest.raises(Wrong, match="not whole"):
        a_table("id,title\nucdp-1", {"ucdp-1": 1})


def test_a_file_of_records_that_lacks_one_is_wrong() -> None:
    with pytest.raises(Wrong, match="1 lines in place of 2"):
        lines(record(1), {"ucdp-1": 1, "ucdp-2": 1})


def test_memory_that_grows_at_the_start_alone_does_not_count() -> None:
    held = [100.0, 150, 200, *[210.0] * 6]
    assert not course([(float(at), megabytes) for at, megabytes in enumerate(held)]).grows


def test_memory_that_grows_on_to_the_end_counts() -> None:
    assert course([(100.0 * at, 100 + 5.0 * at) for at in range(9)]).grows


def test_in_the_first_minutes_what_is_kept_of_answers_fills_and_no_more_than_that() -> None:
    assert not course([(float(at), 100 + 5.0 * at) for at in range(9)]).grows
    assert course([(float(at), 100 + 15.0 * at) for at in range(9)]).grows
