"""Events that ACLED has withdrawn, as its list of deleted events says."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from incidents.importers.running.withdrawing import WITHDRAWN
from incidents.models import DatasetRow, Incident
from tests.incidents.importers.running.files import take, write

pytestmark = pytest.mark.django_db


def listed(path: Path, *ids: str) -> Path:
    path.write_text("event_id_cnty,deleted_timestamp\n" + "".join(f"{id},1700000000\n" for id in ids))
    return path


def told(path: Path) -> str:
    out = StringIO()
    call_command("import_events", "acled-deleted", path, stdout=out)
    return out.getvalue()


def test_a_withdrawn_event_is_flagged_and_stays(tmp_path: Path) -> None:
    take(
        write(tmp_path / "acled.csv", "acled", [{"event_id_cnty": "RUR1"}, {"event_id_cnty": "RUR2"}]),
        "acled",
    )
    file = listed(tmp_path / "deleted.csv", "RUR1", "RUR9")

    assert "1 event is here" in told(file)
    told(file)

    flags = dict(DatasetRow.objects.values_list("external_id", "flags"))
    assert flags["RUR1"].count(WITHDRAWN) == 1
    assert WITHDRAWN not in flags["RUR2"]
    assert Incident.objects.count() == 2


def test_a_file_that_is_no_such_list_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("name\nsomething\n")

    with pytest.raises(CommandError, match="event_id_cnty"):
        told(tmp_path / "other.csv")
