"""What somebody pasted: an address, an entry of a bibliography, or plain text. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from archive.bibliography import format_in
from archive.bibliography.format import Format
from incidents.adding.plain import shared_address
from sources.addresses import address_in, canonical, original


@dataclass(frozen=True)
class Pasted:
    """The text, and what it is: an entry of the format, or an address with or without words, or plain text.

    `asked` is the address as it was pasted, with its scheme; `address` is the plain form of it. Where it was
    that of a web archive's copy it is also the `copy`, and `address` is the page's own.
    """

    text: str
    form: Format | None = None
    asked: str = ""
    address: str = ""
    copy: str = ""


def tell(text: str) -> Pasted:
    """What the text is."""
    if form := format_in(text):
        return Pasted(text.lstrip("\ufeff"), form)
    if address := address_in(text) or shared_address(text):
        within = original(address)
        return Pasted(text, None, address, canonical(within or address), address if within else "")
    return Pasted(text)
