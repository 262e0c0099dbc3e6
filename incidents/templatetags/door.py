"""What the templates of the door need."""

from __future__ import annotations

import json
from typing import Any

from django import template

register = template.Library()


@register.filter
def as_json(options: Any) -> str:
    """What a script of ours reads from an attribute; the template escapes it as any other text."""
    return json.dumps(options)
