"""The text that people read in what was fetched or uploaded, and in which quotes are looked up."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import trafilatura
from lxml.etree import LxmlError
from lxml.html import document_fromstring
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from sources.captures.policy import PAGES, PICTURES, Refused

#: Characters of a text, and pages of a PDF: what follows is left out.
MOST_CHARACTERS = 1_000_000
MOST_PAGES = 500


def text_of(media_type: str, charset: str, body: bytes) -> str:
    """What can be read there, as lines; empty for an image. Raises Refused where it cannot be read at all.

    Of a page the article is taken, with its title, where there is one; all that it says otherwise.
    """
    if media_type in PICTURES:
        return ""
    if media_type in PAGES:
        return _tidied(_of_page(charset, body))
    if media_type == "application/pdf":
        return _tidied(_of_pdf(body))
    return _tidied(body.decode(charset or "utf-8", "replace"))


def _of_page(charset: str, body: bytes) -> str:
    given = body.decode(charset, "replace") if charset else body
    tree = trafilatura.load_html(given)
    if tree is None:
        return _of_fragment(given)
    title = " ".join(str(tree.findtext(".//title") or "").split())
    text = trafilatura.extract(tree, favor_recall=True) or _everything(tree)
    return text if not title or title in text else f"{title}\n{text}"


def _of_fragment(given: bytes | str) -> str:
    """What is said where there is no whole page."""
    try:
        return _everything(document_fromstring(given if isinstance(given, str) else given.decode()))
    except (LxmlError, ValueError):
        return ""


def _everything(tree: Any) -> str:
    """All that a page says, where no article is found in it."""
    unsaid = ("script", "style", "template", "noscript", "title")
    said = (part for each in tree.iter() if each.tag not in unsaid for part in (each.text, each.tail))
    return "\n".join(part.strip() for part in said if part and part.strip())


def _of_pdf(body: bytes) -> str:
    try:
        reader = PdfReader(BytesIO(body))
        return "\n\n".join(page.extract_text() for page in reader.pages[:MOST_PAGES])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("The PDF cannot be read: it is damaged or locked with a password.") from error


def _tidied(text: str) -> str:
    """Without what no database stores and nobody sees, and with one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in lines if each in "\n\t" or each >= " ")[:MOST_CHARACTERS].strip()
