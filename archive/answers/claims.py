"""Claims with their addresses: one model for each kind of claim, made from the record's own.

The fourteen kinds differ in `property` and `value` alone, which they inherit; so they are made, not written.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, Union, get_args

from pydantic import Field, RootModel, create_model

from archive.answers.parts import Addressed, Brief, Links
from archive.record import BaseClaim, Claim

KINDS: tuple[type[BaseClaim], ...] = get_args(get_args(Claim)[0])


class Placed(Addressed):
    """What the archive adds to a claim that stands by itself."""

    incident: Brief
    """The incident that it is a claim of."""
    attack_url: str | None
    """The address of the attack that it speaks of, in the API."""
    superseded_by_url: str | None
    """The address of the newer claim that took its place, in the API."""
    claimed_earliest: date | None
    """The first day on which it may have been made; empty: not known, or open."""
    claimed_latest: date | None
    """The last day on which it may have been made; empty: not known, or open."""
    citations_url: str
    """The address of its citations, each by itself, in the API."""
    links: Links
    """Everything that it names."""


def _all_with(addition: type[Addressed], ending: str) -> dict[type[BaseClaim], type[BaseClaim]]:
    """Every kind of claim, with the fields of `addition`."""
    made: dict[type[BaseClaim], type[BaseClaim]] = {}
    for kind in KINDS:
        bases: Any = (kind, addition)
        # It has no source to read meanings in: looking for one in all that calls took half a minute.
        own = {"use_attribute_docstrings": False}
        name = f"{kind.__name__}{ending}"
        made[kind] = create_model(name, __base__=bases, __doc__=kind.__doc__, __cls_kwargs__=own)
    return made


PARTS = _all_with(Addressed, "Part")
ANSWERS = _all_with(Placed, "Answer")

if TYPE_CHECKING:
    ClaimPart: TypeAlias = Claim
    AnyAnswer: TypeAlias = Claim
else:
    ClaimPart = Annotated[Union[tuple(PARTS.values())], Field(discriminator="property")]  # noqa: UP007
    AnyAnswer = Annotated[Union[tuple(ANSWERS.values())], Field(discriminator="property")]  # noqa: UP007


class ClaimAnswer(RootModel[AnyAnswer]):
    """A claim by itself, of whichever kind."""
