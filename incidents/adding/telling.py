"""What somebody pasted: an address, an entry of a bibliography, or plain text. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from archive.bibliography import format_in
from archive.bibliography.format import Format
from sources.addresses import address_in, canonical, original


@dataclass(frozen=True)
class Pasted:
    """The text, and what it is: an entry of the format, or an address, or else plain text.

    `copy` is the address of a web archive's copy, where that was pasted; `address` is then the page's own.
    """

    text: str
    form: Format | None = None
    address: str = ""
    copy: str = ""


def tell(text: str) -> Pasted:
    """What the text is."""
    if form := format_in(text):
        return Pasted(text.lstrip("\ufeff"), form)
    if address := address_in(text):
        within = original(address)
        return Pasted(text, None, canonical(within or address), address if within else "")
    return Pasted(text)
