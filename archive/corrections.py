"""Requests for a correction, a removal or an addition: their words, their bounds, and what they are about."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.vocabulary import Term

#: How many characters a request may have in each of its fields.
PAGE, TEXT, SOURCE, NAME = 500, 5_000, 2_000, 200

PATH = re.compile(r"/(?!/)[^\s\\]*")
INCIDENT = re.compile(r"/incidents/([a-z0-9]+(?:-[a-z0-9]+)*)/(?:editions/(\d{1,9})/)?")
CLAIM = re.compile(r"#claim-(\d{1,7})$")


class RequestKind(Term):
    CORRECTION = "correction", "something is wrong"
    REMOVAL = "removal", "something should be removed"
    INFORMATION = "information", "something is missing"


class RequestState(Term):
    NEW = "new", "new"
    IN_HAND = "in_hand", "in hand"
    ANSWERED = "answered", "answered"
    DECLINED = "declined", "declined"


class Subject(NamedTuple):
    """The incident that a page shows, and of it the edition and the claim where the address names them."""

    incident: str
    edition: int | None
    claim: int | None


def own_path(address: str, site: str) -> str:
    """The path of a page of this archive, with whatever follows it; `site` is `settings.SITE_URL`.

    Raises ValueError for an address that is another's, or none.
    """
    path = address.strip().removeprefix(site.rstrip("/"))
    if not PATH.fullmatch(path):
        raise ValueError("This is not an address of this archive.")
    return path


def subject_of(page: str) -> Subject | None:
    """What a page of that path is about; None where it is no incident's."""
    found = INCIDENT.match(page)
    if found is None:
        return None
    claim = CLAIM.search(page)
    edition = int(found[2]) if found[2] else None
    return Subject(found[1], edition, int(claim[1]) if claim else None)
