"""codebook.md: every column, every field of a record and every word, from the codebook of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from archive.codebook import Codebook, Field, PartEntry, TableEntry, WordList
from archive.language import in_english


@in_english
def codebook_text(book: Codebook) -> str:
    return "\n".join(
        [
            "# Codebook\n",
            "## Tables\n",
            *(_table(entry) for entry in book.tables),
            "## The record, as editions hold it\n",
            *(_part(entry) for entry in book.parts),
            "## Closed lists of words\n",
            *(_list(entry) for entry in book.lists),
        ]
    )


def _table(table: TableEntry) -> str:
    rows = [(f"`{column.name}`", column.of or column.holds, column.meaning) for column in table.columns]
    return f"### `{table.name}`\n\nA row is: {table.meaning}\n\n{_grid(('Column', 'Holds', 'Meaning'), rows)}"


def _part(part: PartEntry) -> str:
    stands = ", ".join(f"`{path}`" for path in part.paths)
    where = f"Stands in {stands}.\n\n" if stands else ""
    rows = [(f"`{field.name}`", _held(field), field.meaning) for field in part.fields]
    values = [(f"`{name}`", value) for name, value in part.values]
    carried = f"\n{_grid(('A claim on', 'carries'), values)}" if values else ""
    grid = _grid(("Field", "Holds", "Meaning"), rows)
    return f"### {part.name}\n\n{part.meaning}\n\n{where}{grid}{carried}"


def _held(field: Field) -> str:
    said = field.of or field.holds or "what the table below says"
    words = f": {', '.join(f'`{word}`' for word in field.words)}" if field.words else ""
    always = "" if field.required else "; may be left out"
    return f"{'a list of ' if field.is_list else ''}{said}{words}{always}"


def _list(words: WordList) -> str:
    rows = [(f"`{word.word}`", word.label, word.meaning) for word in words.words]
    return f"### {words.name}\n\n{_grid(('Word', 'Shown as', 'Meaning'), rows)}"


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(_rows([heads, ["---"] * len(heads), *rows]))


def _rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for cells in rows:
        yield "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
