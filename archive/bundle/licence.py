"""LICENCE.md: on which terms a release may be used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archive.bundle.manifest import Manifest

QUOTED = """\
## What is quoted

Titles and the short passages in quotation marks are their authors’ and publishers’. They stand here so that a
reader can see what a claim rests on; no licence of the archive covers them.
"""


class Terms(NamedTuple):
    """A dataset on which published records rest, and its licence as it is recorded; empty where it is not."""

    key: str
    name: str
    licence: str


def licence_text(release: Manifest, datasets: Iterable[Terms]) -> str:
    return f"# Licence\n\n{_own(release)}\n{QUOTED}\n## Datasets\n\n{_of_datasets(datasets)}"


def _own(release: Manifest) -> str:
    if not release.licence:
        return "The archive has not said on which terms what it says may be used.\n"
    where = f" ({release.licence_url})" if release.licence_url else ""
    own = f"What {release.archive} itself says, its labels, its figures and the records as data"
    return f"{own}, may be used under {release.licence}{where}.\n"


def _of_datasets(datasets: Iterable[Terms]) -> str:
    lines = "".join(_line(one) for one in datasets)
    if not lines:
        return "No published record rests on a dataset.\n"
    return f"Some records hold what datasets state. Each of these has its own terms:\n\n{lines}"


def _line(dataset: Terms) -> str:
    return f"- {_flat(dataset.name)} (`{dataset.key}`): {_flat(dataset.licence) or 'not recorded'}\n"


def _flat(text: str) -> str:
    return " ".join(text.split())
