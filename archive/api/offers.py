"""In which formats an address answers: by the ending that takes the place of its last slash, or by Accept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from django.http import Http404
from rest_framework.request import Request

from archive.api.listing import flag_asked
from archive.streams import CSV, GEOJSON, JSONLD, NDJSON, PARQUET, Export, Format, Wish, formats_of


class Offer(NamedTuple):
    """The ending of an address, and the media type of what is there."""

    ending: str
    media: str

    def __str__(self) -> str:
        return f"{self.media} (.{self.ending})"


JSON = Offer("json", "application/json")
FORMATS = {form.ending: form for form in (CSV, NDJSON, PARQUET, GEOJSON, JSONLD)}


class NotOffered(Exception):
    """The format that was asked for is not given out; the message says which ones are."""


def offers_of(export: type[Export]) -> tuple[Offer, ...]:
    """The formats of a list's files."""
    return tuple(Offer(form.ending, form.media) for form in formats_of(export))


def chosen(request: Request, ending: str, offers: Sequence[Offer]) -> Offer:
    """The first of them that the reader takes, or the one with the ending. Raises NotOffered or Http404."""
    offer = _with_ending(ending, offers) if ending else _accepted(request, offers)
    if offer.ending == PARQUET.ending and not find_spec("pyarrow"):
        raise NotOffered(
            "Parquet needs pyarrow, which this archive runs without: uv sync --extra parquet. "
            f"There are: {_listed(each for each in offers if each != offer)}."
        )
    return offer


def _with_ending(ending: str, offers: Sequence[Offer]) -> Offer:
    for offer in offers:
        if offer.ending == ending:
            return offer
    raise Http404(f"There is no “.{ending[:20]}” of this. There are: {_listed(offers)}.")


def _accepted(request: Request, offers: Sequence[Offer]) -> Offer:
    media = request.get_preferred_type([offer.media for offer in offers])
    for offer in offers:
        if offer.media == media:
            return offer
    raise NotOffered(f"Nothing that is accepted can be given. There are: {_listed(offers)}.")


def _listed(offers: Iterable[Offer]) -> str:
    return ", ".join(map(str, offers))


def wish_of(request: Request, form: Format) -> Wish:
    """What is wished of a file. Raises BadFilter."""
    return Wish(**{name: flag_asked(request.query_params, name) for name in form.takes})
