"""Everything that the public pages say is marked for translation, and is said in Urdu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from tests.messages import COMPILED, compiled, marked, templates, translated

#: What stands in for a value: {name}, or %(name)s in a template.
GAP = re.compile(r"\{\w*\}|%\(\w+\)s")
MARKUP = re.compile(r"<[^>]+>")
#: Tags of a template with what they enclose that is translated, and all others.
TRANSLATED = re.compile(r"\{%\s*(blocktranslate|trans)\b.*?\{%\s*end\1\s*%\}", re.DOTALL)
#: Blocks of a template that are filled with attributes.
ATTRIBUTES = re.compile(r"\{% block (?:kind|at_\w+|heading_language) %\}.*?\{% endblock %\}", re.DOTALL)
CONTROL = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{2,}")
#: Names, abbreviations and parts of attributes that are the same in every language.
UNTRANSLATED = {"SHA", "UTC"}
#: Attributes that are read out or shown.
SPOKEN = {"aria-label", "title", "placeholder", "alt", "data-label", "data-done", "data-failed"}


@pytest.fixture(scope="module")
def words() -> Catalog:
    return translated()


def test_nothing_is_marked_that_the_urdu_words_lack(words: Catalog) -> None:
    missing = [message.id for message in _told(marked()) if words.get(message.id, message.context) is None]

    assert missing == [], "run DEBUG=1 python -m tests.messages and translate what is new"


def test_nothing_is_translated_that_nobody_says(words: Catalog) -> None:
    said = marked()

    assert [one.id for one in _told(words) if said.get(one.id, one.context) is None] == []


def test_every_message_is_translated_and_none_is_a_guess(words: Catalog) -> None:
    assert [one.id for one in _told(words) if one.fuzzy or "" in (_texts(one.string) or [""])] == []


def test_every_form_is_given_of_what_is_counted(words: Catalog) -> None:
    counted = [one for one in _told(words) if one.pluralizable]

    assert counted
    assert [one.id for one in counted if len(_texts(one.string)) != words.num_plurals] == []


def test_every_gap_and_every_mark_of_a_message_is_in_its_translation(words: Catalog) -> None:
    assert [one.id for one in _told(words) if not _matches(one)] == []


def test_what_is_compiled_is_what_is_written(words: Catalog) -> None:
    assert COMPILED.read_bytes() == compiled(words), "run DEBUG=1 python -m tests.messages"


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(path.parents[1])))
def test_a_template_holds_no_words_that_are_not_marked(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert list(_unmarked(text)) == []


def test_words_that_are_not_marked_are_found() -> None:
    text = '<p title="Shown">{% translate "This" %} {{ that }} is not <b>marked</b></p><input value="x">'

    assert list(_unmarked(text)) == ["Shown", "is not", "marked"]


def _told(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _texts(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _matches(message: Message) -> bool:
    """A form for one thing may leave its number out."""
    wanted = set.union(*(_parts(text) for text in _texts(message.id)))
    given = [_parts(text) for text in _texts(message.string)]
    return given[-1] == wanted and all(parts <= wanted for parts in given)


def _parts(text: str) -> set[str]:
    return {*GAP.findall(text), *MARKUP.findall(text)}


class _Words(HTMLParser):
    """Gathers what is read in a page: its text, and attributes that are shown or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_code = self._is_code or tag == "code"
        given = dict(attrs)
        self.found += [value or "" for name, value in attrs if name in SPOKEN]
        if tag == "meta" and given.get("name") == "description":
            self.found.append(given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self._is_code = self._is_code and tag != "code"

    def handle_data(self, data: str) -> None:
        """What programs read is the same in every language."""
        if not self._is_code:
            self.found.append(data)


def _unmarked(template: str) -> Iterator[str]:
    parser = _Words()
    for hidden in (TRANSLATED, ATTRIBUTES, CONTROL):
        template = hidden.sub(" ", template)
    parser.feed(template)
    for text in parser.found:
        if set(WORD.findall(text)) - UNTRANSLATED:
            yield " ".join(text.split())
