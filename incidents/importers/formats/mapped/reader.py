"""One row as its mapping file has it read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.vocabulary import Term
from incidents.importers.formats.mapping.model import Cell, Choice, Mapping
from incidents.importers.parsing.cells import text
from incidents.importers.parsing.draft import stated
from incidents.importers.parsing.entry import Cells, RowError


@dataclass(frozen=True, slots=True)
class Reader:
    """A row, and the mapping by which it is read."""

    mapping: Mapping
    cells: Cells

    def text(self, column: str | None) -> str:
        """What the column says; empty where it holds one of the marks for “unknown”."""
        found = text(self.cells, column) if column else ""
        return "" if found in self.mapping.unknown else found

    def words(self, cell: Cell | None) -> str:
        """The same of a cell, or its constant; of a name no more than a name can hold."""
        if cell is None:
            return ""
        return (cell.constant or self.text(cell.column))[:300]

    def known(self, *columns: str | None) -> dict[str, str]:
        """The columns' cells, without those of which nothing is known."""
        return {column: found for column in columns if column and (found := self.text(column))}

    def blamed(self) -> list[str]:
        """The names of those whom the row holds responsible."""
        return [name for given in self.mapping.responsibility if (name := self.words(given.actor))]

    def stated(self, columns: Iterable[str | None]) -> str:
        """The words as stated."""
        return stated(self.known(*columns).items())

    def term(self, name: str, choice: Choice, terms: Iterable[Term]) -> Term | None:
        """The word of the closed list that the cell stands for; None where nothing is known.

        A cell may hold the word itself or its label. Raises RowError for a word that stands for none.
        """
        said = self.words(choice)
        known = {word: term for term in terms for word in (term.value, term.label)}
        known |= {word.casefold(): known[term] for word, term in choice.words.items()}
        found = known.get(said.casefold()) or known.get(choice.others or "")
        if said and found is None:
            raise RowError(f"{choice.column}: the mapping file's {name} has no word for “{said[:80]}”")
        return found if said else None
