"""An editor who publishes meanwhile, and what they were told."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle

from tests.faults.editions import stored
from tests.faults.serving import ROOT

#: Events of the demonstration whose pages nobody asks for by their old titles meanwhile.
EVENTS = ("k7m2qa", "w6k5nj")


class Refused(Exception):
    """Nothing was published; the message says what the database said."""


class Editor:
    """A process that publishes what it is asked to, over the database of these surroundings.

    `through`: a program that begins it, such as one that gives it another clock.
    """

    def __init__(self, around: Mapping[str, str], through: Sequence[str] = ()) -> None:
        own = {**around, "DJANGO_SETTINGS_MODULE": "archive.settings"}
        command = [*through, sys.executable, "-m", "tests.faults.editor"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=own, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def publish(self, key: str, title: str) -> int:
        """The number of the edition. Raises Refused."""
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(f"{json.dumps([key, title])}\n")
            self.process.stdin.flush()
            told = json.loads(self.process.stdout.readline())
        except (OSError, ValueError) as error:
            raise Refused(f"the editor's process ended: {error}") from error
        if isinstance(told, str):
            raise Refused(told)
        return int(told)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


class Course:
    """What came of the editor's work: editions with their titles, and what was said where there was none."""

    def __init__(self, around: Mapping[str, str]) -> None:
        self.around = around
        self.published: dict[tuple[str, int], str] = {}
        self.refused: Counter[str] = Counter()

    def told(self) -> str:
        refused = ", ".join(f"{number} × “{said}”" for said, number in self.refused.items())
        return f"{len(self.published)} editions published, {self.refused.total()} refused ({refused or '–'})"

    def lost(self) -> list[tuple[str, int]]:
        """Editions that the editor was told are published, and which are not there as they were."""
        there = stored(self.around)
        return [edition for edition, title in self.published.items() if there.get(edition) != title]


@contextmanager
def editing(around: Mapping[str, str], seconds: float = 0.2) -> Iterator[Course]:
    """Within, somebody publishes two events in turn, with so many seconds between two editions."""
    editor, course, ended = Editor(around), Course(around), threading.Event()
    thread = threading.Thread(target=_edit, args=[editor, course, ended, seconds])
    thread.start()
    try:
        yield course
    finally:
        ended.set()
        thread.join(60)
        editor.end()


def _edit(editor: Editor, course: Course, ended: threading.Event, seconds: float) -> None:
    for key in cycle(EVENTS):
        if ended.wait(seconds):
            return
        title = f"As edited at {time.time():.3f}"
        try:
            course.published[key, editor.publish(key, title)] = title
        except Refused as refused:
            course.refused[str(refused)] += 1
