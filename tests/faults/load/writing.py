"""Who writes meanwhile: an editor who publishes one incident after another, and one import after another."""

from __future__ import annotations

import csv
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

from incidents.importers.registry import FORMATS
from tests.environment import ROOT
from tests.faults.editing import Editor, Refused
from tests.faults.load.known import Known
from tests.faults.serving import Server
from tests.incidents.importers.rows import PLAIN
from tests.incidents.importers.running.generated import ucdp

#: Seconds between two editions of the editor, and between two imports; so many rows has a file.
PACE, REST, ROWS = 1, 5, 120
TERMS = ("--publish", "--licence", "CC0", "--redistributable")


def file_of(path: Path, rows: int, first: int, seed: int) -> Path:
    """A file of UCDP's format whose ids begin at `first`; with another seed, another release of the same."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FORMATS["ucdp"].variants[0])
        writer.writeheader()
        for row in ucdp(rows, seed):
            known = row["id"].isdigit()
            writer.writerow(PLAIN["ucdp"] | row | ({"id": str(first + int(row["id"]))} if known else {}))
    return path


def importing(path: Path, release: int) -> list[str]:
    return [
        sys.executable,
        "manage.py",
        "import_events",
        "ucdp",
        str(path),
        "--release",
        str(release),
        *TERMS,
    ]


class Writers:
    """Both, each in a thread that asks a process.

    `waited`: the seconds that each edition of the editor took; `wrong`: what failed.
    """

    def __init__(self, server: Server, around: Mapping[str, str], known: Known) -> None:
        self.folder, self.around, self.known = server.folder, dict(around), known
        self.imports = 0
        self.waited: list[float] = []
        self.wrong: list[str] = []
        self.ended = threading.Event()
        self.import_running: subprocess.Popen[str] | None = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        editor = Editor(self.around)
        threads = [threading.Thread(target=self._edit, args=[editor]), threading.Thread(target=self._import)]
        for thread in threads:
            thread.start()
        try:
            yield
        except BaseException:
            self._break_off()
            raise
        finally:
            self.ended.set()
            for thread in threads:
                thread.join()
            editor.end()

    def _break_off(self) -> None:
        """Else the import is waited for."""
        self.ended.set()
        if self.import_running:
            self.import_running.kill()

    def _edit(self, editor: Editor) -> None:
        random, keys = Random(1), self.known.keys
        popularity = [1 / rank for rank in range(1, len(keys) + 1)]
        while not self.ended.wait(PACE):
            self._publish(editor, random.choices(keys, popularity)[0])

    def _publish(self, editor: Editor, key: str) -> None:
        """Whoever publishes waits while a batch of an import is stored."""
        begun = time.monotonic()
        try:
            number = editor.publish(key, f"Event {key} as edited at {time.time():.3f}")
        except Refused as refused:
            self.wrong.append(f"the editor could not publish {key}: {refused}")
        else:
            self.known.tell(key, number)
            self.waited.append(time.monotonic() - begun)

    def _import(self) -> None:
        """A dataset, and then its newer releases: what changed is published again."""
        while not self.ended.is_set():
            path = file_of(self.folder / "rows.csv", ROWS, first=100_000, seed=self.imports + 2)
            command = importing(path, self.imports + 2)
            self.import_running = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.around,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            said, _ = self.import_running.communicate(timeout=600)
            if self.import_running.returncode:
                if not self.ended.is_set():
                    self.wrong.append(f"an import ended with {self.import_running.returncode}: {said[-500:]}")
                break
            self.imports += 1
            self.ended.wait(REST)
