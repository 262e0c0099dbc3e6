"""What is to be had, for programs that gather data sets: as DCAT, and as schema.org's Dataset. JSON-LD both.

https://www.w3.org/TR/vocab-dcat-3/ and https://schema.org/Dataset
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.addresses import absolute, release_file_path
from archive.bundle.manifest import Manifest
from archive.bundle.names import media_of
from archive.language import in_english

Json = Mapping[str, Any]

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
SAID = "Records of violent incidents: each claim with its sources, and figures that keep every disagreement."


@dataclass(frozen=True, slots=True)
class Download:
    """A file: its address, media type and, where it never changes, its digest and its size in bytes."""

    address: str
    media: str
    sha256: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """What can be fetched: as it is now, or as a release."""

    address: str
    title: str
    downloads: Sequence[Download]
    version: str = ""
    day: str = ""
    span: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Offers:
    """All of it. `places`: the names of the countries in which something happened."""

    archive: str
    site: str
    licence: str
    places: Sequence[str]
    collections: Sequence[Collection]

    @property
    def address(self) -> str:
        return absolute("/data/", self.site)


def released(manifest: Manifest, files: Mapping[str, tuple[str, int]]) -> Collection:
    """A release with these files, each with its digest and its size."""
    ends = (manifest.earliest, manifest.latest)
    return Collection(
        manifest.address,
        f"{manifest.archive}, release {manifest.version}",
        [
            Download(absolute(release_file_path(manifest.version, name), manifest.site), _plain(name), *held)
            for name, held in files.items()
        ],
        version=manifest.version,
        day=manifest.day.isoformat(),
        span=(ends[0].isoformat() if ends[0] else "", ends[1].isoformat() if ends[1] else ""),
    )


def _plain(name: str) -> str:
    return media_of(name).partition(";")[0]


@in_english
def as_dcat(offers: Offers) -> Json:
    """One catalogue with a data set for each collection."""
    licence = {"dcterms:license": {"@id": offers.licence}} if offers.licence else {}
    about = {
        "dcterms:publisher": {
            "@id": absolute("/", offers.site),
            "@type": "foaf:Agent",
            "foaf:name": offers.archive,
        },
        **licence,
    }
    return {
        "@context": CONTEXT,
        "@id": offers.address,
        "@type": "dcat:Catalog",
        "dcterms:title": offers.archive,
        "dcterms:description": SAID,
        "foaf:homepage": {"@id": absolute("/", offers.site)},
        **about,
        "dcat:dataset": [_dcat(one, offers, about) for one in offers.collections],
    }


def _dcat(one: Collection, offers: Offers, about: Json) -> Json:
    start, end = one.span
    period = {
        "@type": "dcterms:PeriodOfTime",
        **({"dcat:startDate": _typed(start, "date")} if start else {}),
        **({"dcat:endDate": _typed(end, "date")} if end else {}),
    }
    places = [{"@type": "dcterms:Location", "skos:prefLabel": name} for name in offers.places]
    return {
        "@id": f"{one.address}#dataset",
        "@type": "dcat:Dataset",
        "dcterms:title": one.title,
        "dcterms:description": SAID,
        "dcat:landingPage": {"@id": one.address},
        **about,
        **({"dcat:version": one.version, "dcterms:issued": _typed(one.day, "date")} if one.version else {}),
        **({"dcterms:temporal": period} if start or end else {}),
        **({"dcterms:spatial": places} if places else {}),
        "dcat:distribution": [_distribution(each, about) for each in one.downloads],
    }


def _distribution(download: Download, about: Json) -> Json:
    checksum = {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": _typed(download.sha256, "hexBinary"),
    }
    return {
        "@id": download.address,
        "@type": "dcat:Distribution",
        "dcat:downloadURL": {"@id": download.address},
        "dcat:mediaType": {"@id": MEDIA_TYPES + download.media},
        **{name: value for name, value in about.items() if name == "dcterms:license"},
        **({"dcat:byteSize": _typed(str(download.size), "nonNegativeInteger")} if download.sha256 else {}),
        **({"spdx:checksum": checksum} if download.sha256 else {}),
    }


def _typed(value: str, kind: str) -> Json:
    return {"@value": value, "@type": f"xsd:{kind}"}


@in_english
def as_schema_org(offers: Offers) -> Json:
    """The same for search engines: https://developers.google.com/search/docs/appearance/structured-data/dataset"""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": offers.address,
        "name": offers.archive,
        "description": SAID,
        "url": offers.address,
        "dataset": [_schema_org(one, offers) for one in offers.collections],
    }


def _schema_org(one: Collection, offers: Offers) -> Json:
    return {
        "@type": "Dataset",
        "@id": f"{one.address}#dataset",
        "name": one.title,
        "description": SAID,
        "url": one.address,
        "creator": {"@type": "Organization", "name": offers.archive, "url": absolute("/", offers.site)},
        "isAccessibleForFree": True,
        **({"license": offers.licence} if offers.licence else {}),
        **({"version": one.version, "datePublished": one.day} if one.version else {}),
        **({"temporalCoverage": f"{one.span[0] or '..'}/{one.span[1] or '..'}"} if any(one.span) else {}),
        **({"spatialCoverage": [*offers.places]} if offers.places else {}),
        "distribution": [*_downloads(one)],
    }


def _downloads(one: Collection) -> Iterator[Json]:
    for each in one.downloads:
        held = {"sha256": each.sha256, "contentSize": f"{each.size} B"} if each.sha256 else {}
        yield {
            "@type": "DataDownload",
            "contentUrl": each.address,
            "encodingFormat": each.media,
            **held,
        }
