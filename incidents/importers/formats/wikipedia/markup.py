"""What a reader sees of wikitext, and the footnotes within it. Pure."""

from __future__ import annotations

import re

import mwparserfromhell
from mwparserfromhell.nodes import ExternalLink, HTMLEntity, Tag, Template, Text, Wikilink
from mwparserfromhell.wikicode import Wikicode

#: Templates that show each of their values on a line of its own.
LISTS = frozenset(
    {
        "br separated entries",
        "flat list",
        "flatlist",
        "hlist",
        "plain list",
        "plainlist",
        "ubl",
        "ublist",
        "unbulleted list",
    }
)
#: Templates that show one of their values, and which.
SHOWN = {
    "nowrap": 0,
    "nobr": 0,
    "small": 0,
    "big": 0,
    "nobold": 0,
    "center": 0,
    "abbr": 0,
    "sort": 1,
    "lang": 1,
    "circa": 0,
    "c.": 0,
}
APPROXIMATE = ("circa", "c.")
ADDRESS = re.compile(r"\[\[(?=https?://)")
#: Characters that no page shows; an entity may still name them.
NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SIGNS = {
    "ndash": "–",
    "en dash": "–",
    "snd": " – ",
    "spaced ndash": " – ",
    "plus": "+",
    "nbsp": " ",
    "·": "·",
}


def parsed(text: str) -> Wikicode:
    """The wikitext. What begins like a link to a page but leads to an address is a link to that address.

    The parser would try either for every one of them, which many together make it do without end.
    https://www.mediawiki.org/wiki/Help:Links#External_links
    """
    return mwparserfromhell.parse(ADDRESS.sub("[", text))


def name_of(template: Template) -> str:
    """The template's name in small letters, with blanks for underscores."""
    return " ".join(str(template.name.strip_code()).replace("_", " ").lower().split())


def positional(template: Template) -> list[Wikicode]:
    return [parameter.value for parameter in template.params if not parameter.showkey]


def shown(code: Wikicode) -> str:
    """The text as a reader sees it, without footnotes; its lines are separated as they are on the page."""
    return NO_TEXT.sub("", "".join(_shown(node) for node in code.nodes))


def lines(code: Wikicode) -> list[str]:
    """The same, line by line, without empty lines and bullets."""
    found = (" ".join(line.strip(" *•\t").split()) for line in shown(code).split("\n"))
    return [line for line in found if line]


def line(code: Wikicode) -> str:
    """The same as one line."""
    return "; ".join(lines(code))


def _shown(node: object) -> str:
    match node:
        case Text():
            return str(node.value)
        case HTMLEntity():
            return str(node.normalize())
        case Wikilink():
            return _link(node)
        case ExternalLink():
            return _address(node)
        case Tag():
            return _tag(node)
        case Template():
            return _template(node)
    return ""


def _link(link: Wikilink) -> str:
    target = str(link.title).strip()
    if re.match(r"(?i)(file|image|category):", target):
        return ""
    return shown(link.text) if link.text is not None else target.lstrip(":")


def _address(link: ExternalLink) -> str:
    """The words of a link; the address itself where it stands open in the text."""
    return shown(link.title) if link.title else "" if link.brackets else str(link.url)


def _tag(tag: Tag) -> str:
    name = str(tag.tag).strip().lower()
    if name in ("br", "li", "dd", "dt", "hr"):
        return "\n"
    return (
        "" if name in ("ref", "references", "gallery", "table") or not tag.contents else shown(tag.contents)
    )


def _template(template: Template) -> str:
    name, values = name_of(template), positional(template)
    if name in SIGNS:
        return SIGNS[name]
    if name in LISTS:
        return "\n" + "\n".join(shown(value).strip() for value in values) + "\n"
    if name in SHOWN and len(values) > SHOWN[name]:
        return ("about " if name in APPROXIMATE else "") + shown(values[SHOWN[name]])
    return ""
