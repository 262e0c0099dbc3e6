"""What an import is about, and what it has counted so far."""

from __future__ import annotations

from dataclasses import dataclass

from archive.record import Publication as PublicationPart
from incidents.importers.parsing.dataset import Dataset as Release
from incidents.importers.parsing.format import Format
from incidents.models import Dataset, FormerKey, Import, Subject
from sources.models import Publication


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: the format, the release of the dataset as parsers know it, its row, and the run's row."""

    form: Format
    release: Release
    dataset: Dataset
    run: Import


@dataclass(frozen=True, slots=True)
class Terms:
    """The licence that an operator declares for a dataset."""

    licence: str
    redistributable: bool


def dataset_of(form: Format, terms: Terms | None = None) -> Dataset:
    """The dataset's row, made with the format's terms where it is new, and changed to those declared."""
    issuer = form.publication
    former = FormerKey.objects.filter(subject=Subject.PUBLICATIONS, key=issuer.key)
    key = former.values_list("now", flat=True).first() or issuer.key
    publication, _ = Publication.objects.get_or_create(key=key, defaults=_columns(issuer))
    dataset, _ = Dataset.objects.get_or_create(
        publication=publication, defaults={"redistributable": form.redistributable}
    )
    if terms is not None:
        dataset.redistributable = terms.redistributable
        dataset.save()
        publication.licence = terms.licence
        publication.save()
    return dataset


def _columns(issuer: PublicationPart) -> dict[str, str]:
    return {"name": issuer.name, "kind": issuer.kind, "url": issuer.url or "", "licence": issuer.licence}
