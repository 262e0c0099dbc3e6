"""The words of the public pages: which are marked for translation, and what they are in Urdu.

`DEBUG=1 python -m tests.messages` brings locale/ur up to what is marked and compiles it. What is new there is
empty until somebody translates it; a test says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.template import Template, engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from jinja2.ext import babel_extract

from archive import comparison, corrections, vocabulary
from archive.vocabulary import Term

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "locale" / "ur" / "LC_MESSAGES" / "django.po"
COMPILED = WORDS.with_suffix(".mo")

#: Templates of the desk, which speaks English alone; 403 is what it answers to who may not do something.
DESK = ("account", "admin", "desk", "mfa", "usersessions", "403.html", "429.html")
#: The page of a failure is made without template tags, so it says everything in both languages.
BILINGUAL = ("500.html", "503.html")
#: Code that public pages say nothing of.
SILENT = ("api", "management", "migrations", "models")
#: Word lists of the pages, beside those of the vocabulary.
LISTS: tuple[type[Term], ...] = (comparison.ChangeKind, comparison.Whereabouts, corrections.RequestKind)

MARKS = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "marked": None}
JINJA_MARKS = ("_", "gettext", "ngettext", "pgettext")
#: In the tables of what can differ between two editions, the first word of each line is its name.
NAMES = dict.fromkeys(("Aspect", "plain", "term", "_date", "_place"), (1,))
TABLES = [ROOT / "archive" / "comparison" / name for name in ("parts.py", "figures.py")]


class Message(NamedTuple):
    """A marked text; `several` where it is another one for several things."""

    text: str
    several: str = ""
    context: str = ""
    where: str = ""

    @property
    def id(self) -> str | tuple[str, str]:
        return (self.text, self.several) if self.several else self.text


def templates() -> list[Path]:
    """Those of the public pages."""
    folder = ROOT / "templates"
    found = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".jinja"))
    return [path for path in found if path.relative_to(folder).parts[0] not in (*DESK, *BILINGUAL)]


def marked() -> Catalog:
    """Everything that is marked, without translations."""
    catalog = Catalog(domain="django")
    for message in (*_of_templates(), *_of_code(), *_of_lists()):
        locations = [(message.where, 0)]
        catalog.add(message.id, context=message.context or None, locations=locations)
    return catalog


def _of_templates() -> Iterator[Message]:
    for path in templates():
        yield from _of_jinja(path) if path.suffix == ".jinja" else _of_django(path)


def _of_django(path: Path) -> Iterator[Message]:
    where = str(path.relative_to(ROOT))
    template: Template = engines["django"].from_string(path.read_text(encoding="utf-8")).template  # type: ignore[attr-defined]
    for node in template.nodelist.get_nodes_by_type(TranslateNode):
        assert isinstance(node, TranslateNode)
        yield Message(str(node.filter_expression.var.literal), context=_context(node), where=where)
    for node in template.nodelist.get_nodes_by_type(BlockTranslateNode):
        assert isinstance(node, BlockTranslateNode)
        yield Message(*_said(node), context=_context(node), where=where)


def _of_jinja(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        for _, function, text, _ in babel_extract(file, JINJA_MARKS, (), {"newstyle_gettext": "true"}):
            texts = [text] if isinstance(text, str) else [each for each in text or () if each]
            context = texts.pop(0) if function == "pgettext" else ""
            yield Message(texts[0], "".join(texts[1:]), context, str(path.relative_to(ROOT)))


def _said(node: BlockTranslateNode) -> tuple[str, str]:
    text, _ = node.render_token_list(node.singular)
    several = node.render_token_list(node.plural)[0] if node.plural else ""
    return text, several


def _context(node: TranslateNode | BlockTranslateNode) -> str:
    return str(node.message_context.var) if node.message_context else ""


def _of_code() -> Iterator[Message]:
    for path in sorted((ROOT / "archive").rglob("*.py")):
        where = path.relative_to(ROOT)
        if where.parts[1] in SILENT:
            continue
        marks = MARKS | NAMES if path in TABLES else MARKS
        for _, text, _, context in extract_from_file("python", path, keywords=marks):
            one, several = text if isinstance(text, tuple) else (text, "")
            yield Message(one, several, context or "", str(where))


def _of_lists() -> Iterator[Message]:
    lists = [each for each in vars(vocabulary).values() if isinstance(each, type) and issubclass(each, Term)]
    for words in (*lists, *LISTS):
        where = f"{words.__module__.replace('.', '/')}.py"
        yield from (Message(word.english, context=words.__name__, where=where) for word in words)


def translated() -> Catalog:
    """The Urdu words as they stand in the tree."""
    with WORDS.open("rb") as file:
        return read_po(file, locale="ur", domain="django")


def compiled(catalog: Catalog) -> bytes:
    """As Django and gettext read them."""
    written = BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def renew() -> None:
    """Bring the Urdu words up to what is marked: new ones are empty, those that nobody says are dropped."""
    head, _, _ = WORDS.read_text(encoding="utf-8").partition("\n\n")
    catalog = translated()
    catalog.update(marked(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    body = BytesIO()
    write_po(body, catalog, width=110, sort_by_file=True, include_lineno=False, omit_header=True)
    WORDS.write_text(f"{head}\n\n{body.getvalue().decode().lstrip()}", encoding="utf-8")
    COMPILED.write_bytes(compiled(translated()))


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    renew()
