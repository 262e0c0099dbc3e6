"""What is suggested of a source. It travels with the form that shows it, signed; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from django.core import signing

_SALT = "desk.adding"
#: Characters of a text that travel with a form; a longer one is captured from the source's page.
MOST_TEXT = 400_000
TOO_LONG = "The text is too long to be kept from here: add a stored copy on the source’s own page."


@dataclass(frozen=True)
class Rest:
    """A publication that the text seems to rest on, by its database key. `words` are those of the text."""

    how: str
    publication: int
    name: str
    words: str


@dataclass(frozen=True)
class Suggestion:
    """What a form for a new source begins with.

    `values`: by the column's name. `issuer`: the columns of a publication that the library lacks. `whence`:
    where each was read. `told`: sentences for the editor. `rests`: whom it seems to rest on; `strangers` are
    names of those of whom the library has no publication. `text`: the source's own, of that media type, as
    it was at that moment (ISO); `is_fetched` where a web server gave it. `entry`: JSON of the entry of a
    bibliography, of that format. `again`: what was pasted, where looking it up again may go better.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    authors: Sequence[str] = ()
    issuer: Mapping[str, str] = field(default_factory=dict)
    whence: Mapping[str, str] = field(default_factory=dict)
    told: Sequence[str] = ()
    rests: Sequence[Rest] = ()
    strangers: Sequence[str] = ()
    text: str = ""
    media_type: str = ""
    at: str = ""
    is_fetched: bool = False
    format: str = ""
    entry: str = ""
    again: str = ""

    def fitting(self) -> Suggestion:
        """The same without a text that is too long to travel, which is told."""
        if len(self.text) <= MOST_TEXT:
            return self
        return replace(self, text="", told=(*self.told, TOO_LONG))


def sign(suggestion: Suggestion) -> str:
    return signing.dumps(asdict(suggestion), salt=_SALT, compress=True)


def read(text: str) -> Suggestion | None:
    """The suggestion in such a text; None where it was not signed here."""
    try:
        given = signing.loads(text, salt=_SALT)
    except signing.BadSignature:
        return None
    return Suggestion(**(given | {"rests": tuple(Rest(**one) for one in given["rests"])}))
