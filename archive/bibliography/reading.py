"""From a file's text to references. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from pydantic import TypeAdapter, ValidationError

from archive.bibliography.format import Format
from archive.bibliography.reference import (
    ISSUERS,
    PUBLICATION,
    BibliographyError,
    Entry,
    Flat,
    Reference,
    reference,
)
from archive.keys import key_of
from archive.record import Edtf, Key, Language, Url
from archive.vocabulary import PublicationKind

#: What foreign entries often say in a way that a source does not take, and how to call it.
FITTING = {
    "language": (TypeAdapter[str](Language), "is not a language code such as “en”"),
    "published": (TypeAdapter[str](Edtf), "is not a date that the archive can read"),
    "url": (TypeAdapter[str](Url), "is not a whole web address"),
}
KEY = TypeAdapter[str](Key)
UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def read(text: str, form: Format) -> list[Reference]:
    """The references of a bibliography. Raises BibliographyError with every problem found in it."""
    found: list[Reference] = []
    problems: list[str] = []
    for position, entry in enumerate(form.parse(text), start=1):
        label = _label(entry, form, position)
        try:
            found.append(_reference(entry, form, label))
        except BibliographyError as error:
            problems += error.problems
    if problems := [*problems, *_repeated(found)]:
        raise BibliographyError(problems)
    return found


def _label(entry: Entry, form: Format, position: int) -> str:
    own = entry.get(form.id)
    name = own[0] if isinstance(own, list) else own
    return f"entry {position} ({str(name)[:100]})" if name else f"entry {position}"


def _reference(entry: Entry, form: Format, label: str) -> Reference:
    if any(UNSTORABLE.search(text) for text in _texts(entry)):
        raise BibliographyError([f"{label}: contains a control character: remove it"])
    said, flags = all_said(entry, form)
    return reference(said, label, form.name, entry, [f"{label}: {flag}" for flag in flags])


def _texts(value: object) -> Iterator[str]:
    """Every text within an entry, names included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from (str(name), *_texts(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def understood(entry: Entry, form: Format) -> tuple[Flat, Sequence[str]]:
    """What the entry's own fields say that a source takes over, completed; and what it cannot, in words."""
    said = {name: value for name, value in form.meaning(entry).items() if value}
    flags: list[str] = []
    for name, (kind, words) in FITTING.items():
        if name in said and not _fits(kind, said[name]):
            flags.append(f"{name}: “{said.pop(name)[:80]}” {words}; it stays with the entry")
    return _completed(said), flags


def all_said(entry: Entry, form: Format) -> tuple[Flat, Sequence[str]]:
    """The same with what stands under the archive's own names, which counts where both say something."""
    said, flags = understood(entry, form)
    return {name: value for name, value in (said | form.carried(entry)).items() if value}, flags


def _fits(kind: TypeAdapter[str], text: str) -> bool:
    try:
        return kind.validate_python(text) == text
    except ValidationError:
        return False


def _completed(said: Flat) -> Flat:
    """The same with what every source and publication has: keys, and the publication's kind."""
    name = said.get(f"{PUBLICATION}name")
    issuer = ISSUERS.get(said["kind"], PublicationKind.WEBSITE)
    whole = {f"{PUBLICATION}key": key_of(name), f"{PUBLICATION}kind": str(issuer)} if name else {}
    return said | whole | {"key": _key(said)}


def _key(said: Flat) -> str:
    """The entry's own key; where it is none, one made of it; where it has none, one made of what it says."""
    if own := said.get("key"):
        return own if _fits(KEY, own) else key_of(own)
    parts = [said.get(name, "") for name in ("title", f"{PUBLICATION}name", "published", "url")]
    mark = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]
    return key_of(" ".join(said.get("title", "").split()[:8]) or "untitled", mark)


def _repeated(found: Sequence[Reference]) -> Iterator[str]:
    seen: set[str] = set()
    for one in found:
        if one.source.key in seen:
            yield f"“{one.source.key}” is in the bibliography twice: leave one of the entries out"
        seen.add(one.source.key)
