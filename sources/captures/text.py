"""The text that people read in what was fetched, and in which quotes are looked up."""

from __future__ import annotations

import trafilatura

from sources.captures.policy.media import PAGES


def text_of(media_type: str, charset: str, body: bytes) -> str:
    """What can be read there, as lines; empty for what holds no text."""
    if media_type not in PAGES:
        return body.decode(charset or "utf-8", "replace") if media_type == "text/plain" else ""
    tree = trafilatura.load_html(body.decode(charset, "replace") if charset else body)
    return "" if tree is None else trafilatura.extract(tree, favor_recall=True) or trafilatura.html2txt(tree)
