"""The pages of a wiki's export, each as a row.

https://www.mediawiki.org/wiki/Help:Export describes the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from incidents.importers.reading.limits import Limits
from incidents.importers.reading.rows import Split

#: What is kept of a page. `language` is the one in the address of its wiki; `revision`, `date` and `text` are
#: those of its newest revision.
COLUMNS = ("language", "page", "title", "revision", "date", "text")
#: The namespace of articles: https://www.mediawiki.org/wiki/Manual:Namespace
ARTICLES = "0"


@dataclass
class Page:
    """A page that begins on this line: what is said of it (title, ns, id), and its newest revision."""

    line: int
    own: dict[str, str] = field(default_factory=dict)
    newest: Mapping[str, str] = field(default_factory=dict)
    redirect: str = ""

    @property
    def is_article(self) -> bool:
        """Whether it is no template, talk, category or the like."""
        return self.own.get("ns", ARTICLES) == ARTICLES

    def take(self, revision: Mapping[str, str]) -> None:
        """Keep the revision if it is newer than those before it: exports may hold a page's whole history."""
        if revision.get("timestamp", "") >= self.newest.get("timestamp", ""):
            self.newest = revision

    def row(self, language: str, limits: Limits) -> Split:
        said = (language, self.own.get("id", ""), self.own.get("title", ""))
        newest = (self.newest.get("id", ""), _day(self.newest), self.newest.get("text", ""))
        return Split(self.line, (*said, *newest), self._problem(limits))

    def _problem(self, limits: Limits) -> str:
        if self.redirect:
            return f"is a redirect; export the article that it leads to, “{self.redirect[:300]}”"
        if not self.own.get("title") or not self.newest.get("text"):
            return "has no title, or no revision with a text; export the article again"
        longest = max(map(len, [*self.own.values(), *self.newest.values()]))
        return f"is longer than the {limits.cell:,} characters that are read" if longest > limits.cell else ""


def _day(revision: Mapping[str, str]) -> str:
    try:
        return datetime.fromisoformat(revision.get("timestamp", "")).date().isoformat()
    except ValueError:
        return ""
