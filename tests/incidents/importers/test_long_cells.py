"""Cells far longer than anything that a column of the desk holds."""

from __future__ import annotations

import pytest

from incidents.importers.registry import FORMATS
from tests.incidents.importers.rows import cells, dataset, refusal


@pytest.mark.parametrize("form", ["ucdp", "gtd", "acled"])
@pytest.mark.parametrize("more", [{}, {"where_prec": "2", "vicinity": "1", "geo_precision": "2"}])
def test_a_long_cell_is_kept_or_refused_in_words(form: str, more: dict[str, str]) -> None:
    for column in FORMATS[form].variants[0]:
        row = cells(form, **{**more, column: "x " * 20_000})
        assert refusal(FORMATS[form], row, dataset(form)) != "no reason"


@pytest.mark.parametrize("form", ["ucdp", "gtd", "acled"])
def test_a_long_name_is_cut(form: str) -> None:
    name = "Long" * 100
    row = cells(
        form,
        where_coordinates=name,
        city=name,
        location=name,
        where_prec="2",
        vicinity="1",
        geo_precision="2",
    )
    assert refusal(FORMATS[form], row, dataset(form)) == ""
