"""What a source and its publication say survives the way into a bibliography and out again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from archive.bibliography import FORMATS, Reference, read, write
from archive.record import Publication, Source
from archive.vocabulary import PublicationKind, SourceKind
from tests.strategies.plain import maybe, moments, terms

#: Signs that one of the formats takes for its own.
TRAPS = "\\{}%$#&_~^\"'`-?!<>@,:;/|=()[] \u00a0\u2028 aZ9é漢پ"
EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))


def lines(least: int = 0) -> st.SearchStrategy[str]:
    return st.text(TRAPS, min_size=least, max_size=25).map(lambda text: text.strip() or "x" * least)


def addresses() -> st.SearchStrategy[str | None]:
    return maybe(st.text("ab%_&~#?=/.-ü'", max_size=15).map(lambda tail: f"https://example.org/{tail}"))


def languages() -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, "en", "ur", "zh-Hant"])


@st.composite
def publications(draw: DrawFn) -> Publication:
    return Publication(
        key=draw(st.sampled_from(["dawn", "a-publication"])),
        name=draw(lines(1)),
        kind=draw(terms(PublicationKind)),
        url=draw(addresses()),
        licence=draw(lines()),
    )


@st.composite
def references(draw: DrawFn, key: str = "a-source") -> Reference:
    publication = draw(maybe(publications()))
    said: dict[str, Any] = {
        "title": draw(lines()),
        "authors": tuple(draw(st.lists(lines(1), max_size=3))),
        "language": draw(languages()),
        "published": draw(maybe(moments())),
        "version": draw(lines()),
        "url": draw(addresses()),
        "archive_url": draw(addresses()),
        "note": draw(lines()),
    }
    said["description"] = draw(lines()) if said["title"] else draw(lines(1))
    whose = publication.key if publication else None
    return Reference(Source(key=key, kind=draw(terms(SourceKind)), publication=whose, **said), publication)


@EVERY_FORMAT
@given(one=references(), other=references("another-source"))
def test_every_source_reads_back_as_it_was_written(form: Any, one: Reference, other: Reference) -> None:
    found = read(write([one, other], form), form)

    assert [each.source for each in found] == [one.source, other.source]
    assert [each.publication for each in found] == [one.publication, other.publication]


@EVERY_FORMAT
@given(one=references())
def test_what_was_read_is_written_as_it_stood(form: Any, one: Reference) -> None:
    text = write([one], form)

    assert write(read(text, form), form) == text
