"""The programs of the page on how to begin, each in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

#: What stands in the programs for the archive's own address.
ELSEWHERE = "https://archive.example"


@dataclass(frozen=True, slots=True)
class Snippet:
    """One program; `tool` is what runs it."""

    tool: str
    file: str

    def text(self, site: str) -> str:
        """The program as somebody can run it who reads it at this address."""
        written = files("archive.guide").joinpath("programs", self.file).read_text(encoding="utf-8")
        return written.replace(ELSEWHERE, site.rstrip("/"))


#: In the order of the page.
SNIPPETS = (
    Snippet("curl", "curl.sh"),
    Snippet("pandas", "reading.py"),
    Snippet("R", "r.R"),
    Snippet("DuckDB", "duckdb.sql"),
)


def snippets(site: str) -> Iterator[tuple[str, str]]:
    """Each tool with its program."""
    return ((each.tool, each.text(site)) for each in SNIPPETS)
