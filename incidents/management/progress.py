"""How far long work has come: a bar with rate and time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Protocol, Self, TextIO

from tqdm import tqdm

#: Seconds between two plain lines.
EVERY = 10.0


class Counted(Protocol):
    """What the progress is measured by: bytes of the file."""

    @property
    def bytes_read(self) -> int: ...

    @property
    def bytes_total(self) -> int: ...


class Bar:
    """The progress through a file, measured by its bytes; rows are told beside it."""

    def __init__(self, out: TextIO, label: str) -> None:
        self._out, self._label = out, label
        self._bar = tqdm(desc=label, file=out, unit="B", unit_scale=True, disable=not out.isatty())
        self._began = self._told = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def show(self, rows: int, counted: Counted) -> None:
        if self._bar.disable:
            self._tell(rows, counted)
            return
        self._bar.total = counted.bytes_total
        self._bar.set_postfix_str(f"{rows:,} rows", refresh=False)
        self._bar.update(counted.bytes_read - self._bar.n)

    def _tell(self, rows: int, counted: Counted) -> None:
        now = time.monotonic()
        if now - self._told < EVERY:
            return
        self._told, took = now, now - self._began
        part = min(1.0, counted.bytes_read / max(1, counted.bytes_total))
        left = tqdm.format_interval(took / part - took) if part else "?"
        rate = rows / took
        self._out.write(f"{self._label}: {rows:,} rows, {part:.0%}, {rate:,.0f} rows/s, {left} left\n")
        self._out.flush()
