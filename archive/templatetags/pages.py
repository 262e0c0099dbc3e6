"""What the page templates need beyond Django's own filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi, get_language_info

from archive import addresses, wording
from archive.language import direction_of
from archive.multilingual import Elsewhere, here, in_languages, plain
from archive.vocabulary import EditionKind, Term

register = template.Library()

for word in ("date_text", "figure_text", "number_text", "quantity_text", "rule_sentence"):
    register.filter(word, getattr(wording, word))
for word in ("stated_text", "listed_out"):
    register.filter(word, getattr(wording, word))
for address in ("incident_path", "history_path", "source_path", "actor_path", "place_path"):
    register.filter(address, getattr(addresses, address))
for address in ("conflict_path", "publication_path", "entity_list_path", "api_incident_path"):
    register.filter(address, getattr(addresses, address))
register.filter("api_edition_path", addresses.api_edition_path)
register.filter("here", here)
register.filter("plain", plain)

NOTHING, IN_ENGLISH = SafeString(), mark_safe(' lang="en"')

CODE = re.compile(r"`([^`]+)`")
#: “claims 3, 4 and 5”, in English and in Urdu.
CLAIMS = re.compile(
    r"\b(?:claims?|دعویٰ|دعوے|دعووں)(?: نمبر)? \d+(?:[,،] \d+)*(?: (?:and|اور) \d+)?", re.IGNORECASE
)
NUMBER = re.compile(r"\d+")
#: What a sentence in another script sets apart by Unicode's isolates, as it quotes the record.
APART = re.compile("\u2068([^\u2068\u2069]*)\u2069")


@register.simple_tag
def site_name() -> str:
    return str(settings.SITE_NAME)


@register.simple_tag
def site_url() -> str:
    return str(settings.SITE_URL)


@register.simple_tag
def incident_address(incident: str, slug: str = "") -> str:
    return here(addresses.incident_path(incident, slug))


@register.simple_tag
def plain_incident_address(incident: str, slug: str = "") -> str:
    """The one to cite."""
    return addresses.incident_path(incident, slug)


@register.simple_tag
def edition_address(incident: str, number: int) -> str:
    return here(addresses.edition_path(incident, number))


@register.simple_tag
def plain_edition_address(incident: str, number: int) -> str:
    """The one to cite."""
    return addresses.edition_path(incident, number)


@register.simple_tag(takes_context=True)
def pages_in_languages(context: Mapping[str, Any]) -> Sequence[Elsewhere]:
    """This page in every language; nowhere where it is no answer to a reader, as a preview is none."""
    request = context.get("request")
    return in_languages(request) if request else ()


@register.simple_tag(takes_context=True)
def jinja(context: Context, name: str, **given: Any) -> SafeString:
    """A template of Jinja's, in the language at hand, with what this one knows."""
    known: dict[str, Any] = {str(key): value for key, value in context.flatten().items()}
    language = get_language() or settings.LANGUAGE_CODE
    return mark_safe(render_to_string(name, known | given, using=language))  # noqa: S308 -- autoescaped


@register.filter
def lang_of(text: object, page: str = "") -> SafeString:
    """The attribute of an element whose text is not in the language of the page, as its script tells."""
    if (page or get_language()) == "en":
        return NOTHING
    return IN_ENGLISH if direction_of(str(text or "")) == "ltr" else NOTHING


@register.filter
def dir_of(text: object) -> SafeString:
    """The attribute of an element whose text runs the other way than the page."""
    found, own = direction_of(str(text or "")), "rtl" if get_language_bidi() else "ltr"
    return format_html(' dir="{}"', found) if found and found != own else SafeString()


@register.filter
def labels(terms: Iterable[Term]) -> str:
    """“killed, injured”."""
    return wording.listed_out([term.label for term in terms])


@register.filter
def name_here(answer: Any) -> str:
    """What a place or an actor is called in the language of the page, if its record knows; else its name."""
    others = getattr(answer, "names", None) or getattr(answer, "aliases", None) or ()
    return wording.name_in_language(others) or getattr(answer, "name", "")


@register.filter
def kind_label(kind: str) -> str:
    """What an edition of this kind is called."""
    return EditionKind(kind).label


@register.filter
def language_name(code: str) -> str:
    """What the language is called in that of the page; the code itself where Django does not know it."""
    if name := wording.language_name(code):
        return name
    try:
        return str(get_language_info(code.split("-")[0])["name_translated"])
    except KeyError:
        return code


@register.filter
def coded(text: str) -> SafeString:
    """The text of a description, with “`low`” as code."""
    escaped = str(conditional_escape(text))
    return mark_safe(CODE.sub(r"<code>\1</code>", escaped))  # noqa: S308 -- escaped one line above


@register.filter
def link_claims(sentence: str) -> SafeString:
    """The sentence with “claims 3 and 5” leading to the claims on the same page.

    Words of the record that it sets apart are marked as being in their own language.
    """
    escaped = str(conditional_escape(sentence))
    return mark_safe(APART.sub(_apart, CLAIMS.sub(_linked, escaped)))  # noqa: S308 -- escaped one line above


def _apart(found: re.Match[str]) -> str:
    return f"<bdi{lang_of(found[1])}>{found[1]}</bdi>"


def _linked(found: re.Match[str]) -> str:
    return NUMBER.sub(lambda number: f'<a href="#claim-{number[0]}">{number[0]}</a>', found[0])
