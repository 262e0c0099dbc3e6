"""What the templates of the door need."""

from __future__ import annotations

import json
from typing import Any

from django import template

from incidents.door.browsers import browser_in_words

register = template.Library()


@register.filter
def as_json(options: Any) -> str:
    """What a script of ours reads from an attribute; the template escapes it as any other text."""
    return json.dumps(options)


@register.filter
def as_browser(text: str) -> str:
    """“Firefox on Linux”, for what a browser calls itself."""
    return browser_in_words(text)
