"""A mapping file of our own. What a test does not name is plain and valid."""

from __future__ import annotations

from typing import Any

import yaml

from incidents.importers.formats.mapped import format_of
from incidents.importers.formats.mapping import Mapping, read_mapping
from incidents.importers.parsing.dataset import Dataset
from incidents.importers.parsing.entry import Entry

PLAIN: dict[str, Any] = {
    "dataset": {"key": "zenda-list", "name": "Zenda List of Incidents"},
    "id": "No",
    "place": {"country": {"constant": "Ruritania"}, "settlement": "City"},
}


def mapping(**fields: Any) -> Mapping:
    return read_mapping(yaml.safe_dump(PLAIN | fields, allow_unicode=True).encode())


def mapped(row: dict[str, str], **fields: Any) -> Entry:
    """The entry of a row of the dataset, whose id and city are plain where the row has none."""
    form = format_of(mapping(**fields))
    return form.parse({"No": "7", "City": "Strelsau"} | row, Dataset(form.publication, "2024"))
