"""What two spellings of one name, or two addresses of one document, have in common. Pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit


def folded(name: str) -> str:
    """The name in small letters without accents, marks and punctuation; empty where it is made of these."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def bare_address(url: str) -> str:
    """The address without scheme, “www.”, final slash and anchor; as it is where it cannot be read."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


#: How a column is compared, where it is not a name.
RULES: Mapping[str, Callable[[str], str]] = {"url": bare_address}


def likeness(text: str, column: str = "name") -> str:
    """A digest that two texts share when they are alike; empty for what is not there. 64 characters.

    A digest, since databases do not index texts of any length.
    """
    common = RULES.get(column, folded)(text)
    return hashlib.sha256(common.encode()).hexdigest() if common else ""
