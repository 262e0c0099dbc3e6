"""What an entry of a bibliography says of a source."""

from __future__ import annotations

import json
from collections.abc import Sequence

from archive.bibliography import BibliographyError, Reference, read
from archive.bibliography.reference import OF_SOURCE
from archive.bibliography.untaken import untaken
from archive.vocabulary import PublicationKind
from incidents.adding.composing import filled, issued, lacking
from incidents.adding.issuers import Issuer, issuer_for
from incidents.adding.matching import free_key
from incidents.adding.suggestion import Suggestion
from incidents.adding.telling import Pasted
from incidents.bibliographies.matching import known_source
from incidents.models import Subject
from sources.models import Source

WHENCE = "the entry"
NOT_TAKEN = "Not taken over, but kept with the entry: {}."


def references_in(pasted: Pasted) -> Sequence[Reference]:
    """The entries that were pasted, one at least. Raises BibliographyError."""
    references = read(pasted.text, pasted.form) if pasted.form else []
    if not references:
        raise BibliographyError(["It holds no entry."])
    return references


def known_by_entry(reference: Reference) -> list[Source]:
    """The source of the library that the entry is of, if there is one."""
    found = known_source(reference.source, reference.publication)
    return [found] if found else []


def by_entry(reference: Reference) -> Suggestion:
    """What the entry says; it is kept with the source, as it stands."""
    source = reference.source
    said = filled({name: getattr(source, name) for name in OF_SOURCE})
    issuer = _issuer(reference)
    names = [*said, *(["authors"] if source.authors else []), *(["publication"] if issuer else [])]
    return Suggestion(
        said | {"key": free_key(Subject.SOURCES, source.key)} | issued(issuer),
        authors=source.authors,
        issuer=lacking(issuer),
        whence={name: WHENCE for name in names if name != "key"},
        told=(*reference.flags, *_not_taken(reference)),
        format=reference.format,
        entry=json.dumps(reference.entry, ensure_ascii=False),
    )


def _not_taken(reference: Reference) -> Sequence[str]:
    names = untaken(reference)
    return [NOT_TAKEN.format(", ".join(names))] if names else []


def _issuer(reference: Reference) -> Issuer:
    if reference.publication is None:
        return None
    kind = PublicationKind(reference.publication.kind)
    return issuer_for(reference.publication.name, reference.source.url or "", kind)
