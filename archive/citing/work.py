"""An edition as a work that somebody cites."""

from __future__ import annotations

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
    archive is found. `licence`: where the terms for its data can be read, or empty.
    """

    record: Record
    edition: int
    day: date
    archive: str
    site: str
    licence: str = ""

    @property
    def address(self) -> str:
        """The permanent address of the edition."""
        return absolute(edition_path(self.record.id, self.edition), self.site)

    @property
    def page(self) -> str:
        """The address of the incident's page, whichever edition it shows."""
        return absolute(incident_path(self.record.id, slug_of(self.record.title)), self.site)

    @in_english
    def line(self, asked: Asked = AS_PUBLISHED) -> Line:
        """The citation of the edition or, where the reader asked something of it, of what it answers."""
        said = [f"edition {self.edition}", date_text(self.day.isoformat()), *_answering(asked)]
        before = f"{self.archive}, " if self.archive else ""
        return Line(before, self.record.title, f", {', '.join(said)}, ", self.address + _query(asked))

    @property
    def reference(self) -> Reference:
        """The edition as an entry of a bibliography."""
        source = Source(
            key=key_of(self.record.id, f"edition-{self.edition}"),
            kind=SourceKind.WEB_PAGE,
            title=self.record.title,
            authors=(self.archive,) if self.archive else (),
            published=self.day.isoformat(),
            version=str(self.edition),
            url=self.address,
        )
        return Reference(source)


def _answering(asked: Asked) -> list[str]:
    known = f"as known on {date_text(asked.known_at.isoformat())}" if asked.known_at else ""
    figures = f"figures by {asked.rule.label}" if asked.rule is not Rule.ARCHIVE else ""
    return [words for words in (known, figures) if words]


def _query(asked: Asked) -> str:
    given = {"known_at": asked.known_at.isoformat() if asked.known_at else ""}
    given["rule"] = asked.rule if asked.rule is not Rule.ARCHIVE else ""
    query = urlencode({name: value for name, value in given.items() if value})
    return f"?{query}" if query else ""
