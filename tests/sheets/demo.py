"""The dossiers that ship with the archive, as records."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import incidents
from archive.record import Record
from incidents import dossiers

FOLDER = Path(incidents.__file__).parent / "demo"
LONG = ("balochistan-2024", "mastung-2018")


def dossier_text(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def dossier(name: str) -> Record:
    return dossiers.read(FOLDER / f"{name}.yaml")[0]


def seed_record() -> Record:
    """The Balochistan bombings of 7 February 2024."""
    return dossier("balochistan-2024")


def second_record() -> Record:
    """The Mastung bombing of 13 July 2018."""
    return dossier("mastung-2018")


def short_records() -> list[Record]:
    """The other events, a few claims each."""
    return [dossier(path.stem) for path in sorted(FOLDER.glob("*.yaml")) if path.stem not in LONG]


def demo_records() -> list[Record]:
    """Every event of the demonstration."""
    return [seed_record(), second_record(), *short_records()]
