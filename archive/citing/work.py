"""An edition as a work that somebody cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from archive.addresses import absolute, edition_path, incident_path, slug_of
from archive.asked import Asked
from archive.bibliography import Reference
from archive.keys import key_of
from archive.language import in_english
from archive.record import Record, Source
from archive.vocabulary import Rule, SourceKind
from archive.wording import date_text

#: What nobody asks anything of.
AS_PUBLISHED = Asked()


class Line(NamedTuple):
    """A citation in one line; the title stands apart, for it may run the other way."""

    before: str
    title: str
    after: str
    address: str

    @property
    def text(self) -> str:
        return f"{self.before}“{self.title}”{self.after}{self.address}"


@dataclass(frozen=True, slots=True)
class Work:
    """One edition of a record, as its readers cite it.

    `day`: when it was published. `archive`: the archive's name, which signs as author. `site`: where the
    archive is found. `licence`: where the terms for its data can be read, or empty. `asked`: what the reader
    asked of the edition, which a citation says and leads to again.
    """

    record: Record
    edition: int
    day: date
    archive: str
    site: str
    licence: str = ""
    asked: Asked = AS_PUBLISHED

    @property
    def address(self) -> str:
        """The permanent address of the edition."""
        return absolute(edition_path(self.record.id, self.edition), self.site)

    @property
    def page(self) -> str:
        """The address of the incident's page, whichever edition it shows."""
        return absolute(incident_path(self.record.id, slug_of(self.record.title)), self.site)

    @property
    def seen(self) -> str:
        """The address at which the edition answers again what the reader asked of it."""
        return self.address + _query(self.asked)

    @property
    @in_english
    def line(self) -> Line:
        """The citation of the edition or, where the reader asked something of it, of what it answers."""
        said = [f"edition {self.edition}", date_text(self.day.isoformat()), *_answering(self.asked)]
        before = f"{self.archive}, " if self.archive else ""
        return Line(before, self.record.title, f", {', '.join(said)}, ", self.seen)

    @property
    @in_english
    def reference(self) -> Reference:
        """The same as an entry of a bibliography; what was asked stands beside the number of the edition."""
        source = Source(
            key=key_of(self.record.id, f"edition-{self.edition}", *_given(self.asked).values()),
            kind=SourceKind.WEB_PAGE,
            title=self.record.title,
            authors=(self.archive,) if self.archive else (),
            published=self.day.isoformat(),
            version=", ".join([str(self.edition), *_answering(self.asked)]),
            url=self.seen,
        )
        return Reference(source)


def _answering(asked: Asked) -> list[str]:
    known = f"as known on {date_text(asked.known_at.isoformat())}" if asked.known_at else ""
    figures = f"figures by {asked.rule.label}" if asked.rule is not Rule.ARCHIVE else ""
    return [words for words in (known, figures) if words]


def _query(asked: Asked) -> str:
    query = urlencode(_given(asked))
    return f"?{query}" if query else ""


def _given(asked: Asked) -> Mapping[str, str]:
    given = {"known_at": asked.known_at.isoformat() if asked.known_at else ""}
    given["rule"] = asked.rule.value if asked.rule is not Rule.ARCHIVE else ""
    return {name: value for name, value in given.items() if value}
