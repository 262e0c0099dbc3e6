"""The same edition in other formats, each at the page's address with an ending in place of its last slash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import orjson

from archive.bibliography import FORMATS, Reference, write
from archive.citing.geojson import collection
from archive.citing.jsonld import event_data
from archive.citing.work import Work
from archive.language import in_english
from archive.record import Publication, Record, Source
from archive.references import number_references


@dataclass(frozen=True, slots=True)
class Twin:
    """A format: the ending of its address, its media type, and its name."""

    ending: str
    media: str
    label: str


JSON = Twin("json", "application/json", "JSON")
GEOJSON = Twin("geojson", "application/geo+json", "GeoJSON")
JSONLD = Twin("jsonld", "application/ld+json", "JSON-LD")
BIBTEX = Twin("bib", "application/x-bibtex", "BibTeX")
RIS = Twin("ris", "application/x-research-info-systems", "RIS")
CSL = Twin("csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON")

#: Those that are bibliographies, with the formats that write them.
BIBLIOGRAPHIES: Mapping[str, Twin] = {twin.ending: twin for twin in (BIBTEX, RIS, CSL)}
WRITERS = {BIBTEX.ending: FORMATS["bibtex"], RIS.ending: FORMATS["ris"], CSL.ending: FORMATS["csl"]}
TWINS: Mapping[str, Twin] = {twin.ending: twin for twin in (JSON, GEOJSON, JSONLD, BIBTEX, RIS, CSL)}

DATA: Mapping[str, Callable[[Work], object]] = {GEOJSON.ending: collection, JSONLD.ending: event_data}


@in_english
def twin_text(ending: str, work: Work) -> str:
    """The edition in the format with that ending; the JSON is the API's own answer, and is not made here."""
    if ending in DATA:
        return orjson.dumps(DATA[ending](work), option=orjson.OPT_APPEND_NEWLINE).decode()
    return write([work.reference], WRITERS[ending])


@in_english
def references_text(ending: str, record: Record) -> str:
    """What the record cites, as a bibliography in the order of its references."""
    publications = {publication.key: publication for publication in record.publications}
    cited = [each.source for each in number_references(record).listed]
    found = [Reference(source, publications.get(source.publication or "")) for source in cited]
    return write(found, WRITERS[ending])


@in_english
def source_text(ending: str, source: Source, publication: Publication | None) -> str:
    """One source, as a bibliography of one entry."""
    return write([Reference(source, publication)], WRITERS[ending])
