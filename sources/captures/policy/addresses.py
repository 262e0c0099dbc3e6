"""Which web addresses may be asked, and where an answer may send on to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from sources.captures.policy.refusal import Refused

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
TOO_LONG = f"The address has more than {LONGEST:,} characters: give a shorter one."
#: What stands in an address for itself; all else is written in hexadecimal: RFC 3986, section 2.
KEPT = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, taken apart. `host`: in small letters of ASCII; `target`: path and query."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def address_in(text: str, ports: Collection[int] = (80, 443)) -> Address:
    """The address that the text is, without what follows a “#”. Raises Refused."""
    parts = _parts(text.strip())
    port = _port(parts)
    if port not in ports:
        raise Refused(f"Port {port} is not one of the web: give an address without a port.")
    query = f"?{parts.query}" if parts.query else ""
    target = quote(f"{parts.path or '/'}{query}", safe=KEPT)
    address = Address(parts.scheme, _host(parts.hostname or ""), port, target)
    if len(str(address)) > LONGEST:
        raise Refused(TOO_LONG)
    return address


def followed(at: Address, location: str, ports: Collection[int] = (80, 443)) -> Address:
    """Where an answer at this address sends on to. Raises Refused."""
    if not location.strip():
        raise Refused("The page sends on and does not say where to: open it in a browser and see.")
    try:
        joined = urljoin(str(at), location.strip())
    except ValueError as error:
        raise Refused(f"The page sends on to “{location[:100]}”, which is no web address.") from error
    to = address_in(joined, ports)
    if (at.scheme, to.scheme) == ("https", "http"):
        raise Refused(
            f"The page sends from https to {to}, which anybody on the way could change. "
            "Give that address itself if it is the one you mean."
        )
    return to


def _parts(text: str) -> SplitResult:
    if len(text) > LONGEST:
        raise Refused(TOO_LONG)
    if not text.isprintable() or " " in text or "\\" in text:
        raise Refused("The address holds spaces or characters that no address has: copy it once more.")
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise Refused(f"“{text[:100]}” is not a web address that can be read: copy it once more.") from error
    if parts.scheme not in PORTS:
        raise Refused("Only pages of the web can be fetched: give an address with http:// or https://.")
    if parts.username is not None or parts.password is not None:
        raise Refused("The address holds a name or a password before the “@”: leave them out.")
    return parts


def _port(parts: SplitResult) -> int:
    try:
        return PORTS[parts.scheme] if parts.port is None else parts.port
    except ValueError as error:
        raise Refused("The port of the address is no number: give an address without a port.") from error


def _host(host: str) -> str:
    """The name, in the letters that the network's names have. Raises Refused."""
    if ":" in host:
        return _bracketed(host)
    if not host.strip("."):
        raise Refused("The address names no website: copy it once more.")
    try:
        return idna.encode(host.rstrip("."), uts46=True, std3_rules=True).decode()
    except (idna.IDNAError, UnicodeError) as error:
        raise Refused(f"“{host[:100]}” is not the name of a website: copy the address once more.") from error


def _bracketed(host: str) -> str:
    try:
        return str(IPv6Address(host))
    except ValueError as error:
        raise Refused(f"“{host[:100]}” is not the name of a website: copy the address once more.") from error
