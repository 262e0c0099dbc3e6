"""A dataset: who issues it, under which licence, and in which release. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from archive.record import Publication


@dataclass(frozen=True, slots=True)
class Dataset:
    """One release of a dataset. `publication` issues its rows, and carries its licence."""

    publication: Publication
    release: str = ""

    @property
    def key(self) -> str:
        return self.publication.key

    @property
    def name(self) -> str:
        """“UCDP Georeferenced Event Dataset 22.1”."""
        return f"{self.publication.name} {self.release}".rstrip()
