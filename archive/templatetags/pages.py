"""What the page templates need beyond Django's own filters."""

from __future__ import annotations

import re

from django import template
from django.conf import settings
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info

from archive import addresses, wording

register = template.Library()

for word in ("date_text", "figure_text", "number_text", "quantity_text", "rule_sentence"):
    register.filter(word, getattr(wording, word))
for address in ("incident_path", "history_path", "source_path", "actor_path", "place_path"):
    register.filter(address, getattr(addresses, address))
for address in ("conflict_path", "publication_path", "api_incident_path"):
    register.filter(address, getattr(addresses, address))

CLAIMS = re.compile(r"\bclaims? \d+(?:, \d+)*(?: and \d+)?", re.IGNORECASE)
CODE = re.compile(r"`([^`]+)`")
NUMBER = re.compile(r"\d+")


@register.simple_tag
def site_name() -> str:
    return str(settings.SITE_NAME)


@register.simple_tag
def site_url() -> str:
    return str(settings.SITE_URL)


@register.simple_tag
def incident_address(incident: str, slug: str = "") -> str:
    return addresses.incident_path(incident, slug)


@register.simple_tag
def edition_address(incident: str, number: int) -> str:
    return addresses.edition_path(incident, number)


@register.filter
def language_name(code: str) -> str:
    """The English name of a language; the code itself where Django does not know it."""
    try:
        return str(get_language_info(code.split("-")[0])["name"])
    except KeyError:
        return code


@register.filter
def coded(text: str) -> SafeString:
    """The text of a description, with “`low`” as code."""
    escaped = str(conditional_escape(text))
    return mark_safe(CODE.sub(r"<code>\1</code>", escaped))  # noqa: S308 -- escaped one line above


@register.filter
def link_claims(sentence: str) -> SafeString:
    """The sentence with “claims 3 and 5” leading to the claims on the same page."""
    escaped = str(conditional_escape(sentence))
    return mark_safe(CLAIMS.sub(_linked, escaped))  # noqa: S308 -- escaped one line above


def _linked(found: re.Match[str]) -> str:
    return NUMBER.sub(lambda number: f'<a href="#claim-{number[0]}">{number[0]}</a>', found[0])
