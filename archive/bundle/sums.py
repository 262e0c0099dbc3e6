"""SHA256SUMS: which files there are, each with its digest, as `sha256sum --check` reads it.

https://www.gnu.org/software/coreutils/manual/html_node/cksum-output-modes.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<file>[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)")


class BadBundle(Exception):
    """The folder is no release, or not the one that was made; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Held:
    """A file that was written: its digest, its size in bytes and, of a table, its number of rows."""

    sha256: str
    size: int
    rows: int | None = None


def sums_text(files: Mapping[str, Held]) -> str:
    """A line for each file, by name."""
    return "".join(f"{files[name].sha256}  {name}\n" for name in sorted(files))


def read_sums(text: str) -> Mapping[str, str]:
    """The digest of each file by its name. Raises BadBundle for a line that says no such thing."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        said = LINE.fullmatch(line)
        if said is None or {".", ".."} & {*said["file"].split("/")}:
            raise BadBundle(
                f"SHA256SUMS, line {number}: “{line[:100]}” is no digest with the name of a file."
            )
        found[said["file"]] = said["sha256"]
    return found
