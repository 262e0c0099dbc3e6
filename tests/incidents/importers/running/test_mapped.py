"""Rows of a format that a mapping file describes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from incidents.importers.running.deciding import entry_of
from incidents.models import DatasetRow, Incident

pytestmark = pytest.mark.django_db

MAPPING = """
dataset: {key: zenda-list, name: Zenda List, licence: CC BY 4.0, redistributable: true}
id: [No]
title: "{place}, {date}"
date: Day
place: {country: {constant: Ruritania}, settlement: Town}
killed: {best: Deaths}
"""


def test_a_country_dataset_needs_a_mapping_file_and_no_code(tmp_path: Path) -> None:
    (tmp_path / "zenda.yaml").write_text(MAPPING)
    (tmp_path / "list.csv").write_text("No,Day,Town,Deaths\n7,2014-03-05,Strelsau,3\n")

    call_command("import_events", str(tmp_path / "zenda.yaml"), tmp_path / "list.csv")

    assert Incident.objects.get().title == "Strelsau, 5 March 2014"
    assert entry_of(DatasetRow.objects.get()).record.title == "Strelsau, 5 March 2014"


def test_a_format_that_is_neither_known_nor_a_mapping_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(
        CommandError, match="choose acled, gtd, ucdp, wikipedia, records, or name a mapping file"
    ):
        call_command("import_events", "zenda", tmp_path / "list.csv")


def test_a_mapping_file_with_a_mistake_names_the_field(tmp_path: Path) -> None:
    (tmp_path / "zenda.yaml").write_text(MAPPING.replace("best:", "bets:"))

    with pytest.raises(CommandError, match="killed"):
        call_command("import_events", str(tmp_path / "zenda.yaml"), tmp_path / "list.csv")
