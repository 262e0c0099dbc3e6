"""Which addresses of the network belong to everybody: the archive's own machines must not be asked.

The standard library knows the registries of special addresses (https://www.iana.org/assignments/iana-ipv4-special-registry/
and its sister for IPv6), in older versions not all of them (CVE-2024-4032), and calls some
global that lead elsewhere: multicast, and old ways of writing an IPv4 address as an IPv6 one.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

#: What is given out to anybody at all: https://www.iana.org/assignments/ipv6-address-space/
GIVEN_OUT = IPv6Network("2000::/3")
#: Tunnels, which hold an IPv4 address that would be reached in the end (RFC 3056 and RFC 4380); what is of
#: protocols among themselves (RFC 2928); and what stands in documentation (RFC 9637).
ODD = (IPv6Network("2002::/16"), IPv6Network("2001::/23"), IPv6Network("3fff::/20"))
#: How a network without IPv4 reaches it, the last 32 bits being the IPv4 address: RFC 6052, section 2.1.
TRANSLATED = IPv6Network("64:ff9b::/96")
#: Relays of tunnels, abolished by RFC 7526; and what protocols have among themselves (RFC 6890).
ODD_4 = (IPv4Network("192.88.99.0/24"), IPv4Network("192.0.0.0/24"))


def is_public(text: str) -> bool:
    """Whether this IP address belongs to a machine on the public network. What is no IP address does not."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_public_4(address)
    return _is_public_6(address)


def _is_public_4(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast and not any(address in odd for odd in ODD_4)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id:
        return False
    held = address.ipv4_mapped
    if held is None and address in TRANSLATED:
        held = IPv4Address(int(address) & 0xFFFFFFFF)
    if held is not None:
        return _is_public_4(held)
    return address in GIVEN_OUT and address.is_global and not any(address in odd for odd in ODD)
