"""From references to a file's text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.bibliography.format import Format
from archive.bibliography.reading import all_said, understood
from archive.bibliography.reference import Entry, Flat, Reference, flat


def write(references: Iterable[Reference], form: Format) -> str:
    """The bibliography of these references, which reads back as the same sources and publications."""
    return "".join(written(references, form))


def written(references: Iterable[Reference], form: Format) -> Iterator[str]:
    """The same in pieces, one for each reference, so that a bibliography can be of any length."""
    before, between, after = form.frame
    taken: set[str] = set()
    yield before
    for position, one in enumerate(references):
        yield (between if position else "") + form.compose(_once(_entry(one, form), one, form, taken))
    yield after


def _once(entry: Entry, reference: Reference, form: Format, taken: set[str]) -> Entry:
    """The entry, under the archive's key where another entry has its id already."""
    id = _id(entry, form)
    if id and id in taken:
        said = flat(reference)
        entry = _saying(said, {**entry, **_part(form, form.entry(said), "key")}, form)
    taken.add(_id(entry, form))
    return entry


def _id(entry: Entry, form: Format) -> str:
    return str(entry.get(form.id, "")).lower()


def _entry(reference: Reference, form: Format) -> Entry:
    said = flat(reference)
    # An entry without a title is of little use: what the source is stands in for it, and is told apart.
    fresh = form.entry({"title": said.get("description", "")} | said)
    if reference.entry is None or reference.format != form.name:
        return _saying(said, fresh, form)
    return _saying(said, _renewed(reference.entry, fresh, said, form), form)


def _renewed(kept: Entry, fresh: Entry, said: Flat, form: Format) -> Entry:
    """The kept entry as it stood, with what is said otherwise by now written anew; its id stays."""
    before, _ = all_said(kept, form)
    whole = dict(form.carry(kept, {}))
    for name in (name for name in form.fields if name != "key" and before.get(name) != said.get(name)):
        for field in form.fields[name]:
            whole.pop(field, None)
        whole |= _part(form, fresh, name)
    return whole


def _part(form: Format, entry: Entry, name: str) -> Entry:
    return {field: entry[field] for field in form.fields[name] if field in entry}


def _saying(said: Flat, entry: Entry, form: Format) -> Entry:
    """The entry with what its own fields do not say, or say otherwise, under the archive's names."""
    plain = form.carry(entry, {})
    told, _ = understood(plain, form)
    differing = [name for name in {**said, **told} if said.get(name) != told.get(name)]
    return form.carry(plain, {name: said.get(name, "") for name in sorted(differing)})
